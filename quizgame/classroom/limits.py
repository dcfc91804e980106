"""How much a hub takes from whom. Nobody is locked out by address: a school is one address."""

from __future__ import annotations

from dataclasses import dataclass

HELLO = 10.0
"""Seconds in which a connection says who it is."""
FRAMES_A_SECOND, FRAMES_AT_ONCE = 10.0, 30
"""What one connection may send."""
BYTES_A_SECOND, BYTES_AT_ONCE = 1 << 16, 1 << 18
"""The same in bytes, with everything that is no message: more than its longest frames come to."""
MOST_UNREAD = 1 << 20
"""So many bytes may wait for a reader before what they still say is not listened to."""
MOST_BAD = 20
"""After so many bad frames a connection is closed."""
MARGIN = 3
"""How many more than stand on a roster may join."""
BURST_SECONDS = 10.0
"""How long it takes until a whole class may join at once again."""


class Bucket:
    """A token bucket: so many at once, and so many a second after that."""

    def __init__(self, at_once: float, a_second: float, now: float = 0.0) -> None:
        """A full bucket; `now` may come from any clock that does not run backwards."""
        self._most = at_once
        self._rate = a_second
        self._left = at_once
        self._at = now

    def take(self, now: float, amount: float = 1) -> bool:
        """Takes one, or another amount, if as much is left."""
        self._left = min(self._most, self._left + self._rate * max(0.0, now - self._at))
        self._at = now
        if self._left < amount:
            return False
        self._left -= amount
        return True


@dataclass(slots=True)
class Door:
    """How fast newcomers may come.

    A whole class may come at once. Whoever comes beyond that is told to try again, and if there are
    half a class of those within seconds, they are no class: the door is to be closed.
    """

    _joins: Bucket
    _refused: Bucket

    @classmethod
    def of(cls, most: int, now: float) -> Door:
        """The door of a session that so many may join."""
        refused = max(20, most // 2)
        return cls(
            Bucket(max(20, most), max(20, most) / BURST_SECONDS, now),
            Bucket(refused, refused / BURST_SECONDS, now),
        )

    def admits(self, now: float) -> bool:
        """Whether one more newcomer is taken now."""
        return self._joins.take(now)

    def is_stormed(self, now: float) -> bool:
        """Counts a newcomer who could not be let in; whether there have been too many of them."""
        return not self._refused.take(now)
