"""What a player is told about the parts of a save that were passed over."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.saves.blocks import Piece


class Notices:
    """Collects notices while a save is read from its beginning to its end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._told: list[str] = []
        self._unknown: Counter[str] = Counter()
        self._later = 0
        self._line, self._at = 1, 0

    def changed_head(self) -> None:
        """The head was changed by hand; it is used as it stands."""
        self._told.append("Line 1: the head was changed by hand; it is used as it stands.")

    def unsound(self, piece: Piece) -> None:
        """A piece is damaged, or torn off."""
        line = self._line_of(piece.at)
        if piece.state == "torn":
            what = "the last entry was cut off before it was saved; it does not count."
        else:
            what = "an entry is damaged or was changed by hand; it does not count."
        self._told.append(f"Line {line}: {what}")

    def unknown_kind(self, kind: str) -> None:
        """A sound block is of a kind that a later version may know."""
        self._unknown[kind] += 1

    def later_format(self) -> None:
        """A sound block was written by a later version."""
        self._later += 1

    def told(self) -> tuple[str, ...]:
        """All notices, those about a line first."""
        unknown = [
            f"{count} {_entries(count)} of a kind that this version does not know ({kind})"
            for kind, count in self._unknown.items()
        ]
        if self._later:
            unknown.append(f"{self._later} {_entries(self._later)} from a later version")
        return (*self._told, *(f"{what}: kept in the file, not used here." for what in unknown))

    def _line_of(self, at: int) -> int:
        # Counted on from the last one, so that many notices do not cost many passes.
        self._line += self._data.count(b"\n", self._at, at)
        self._at = at
        return self._line


def _entries(count: int) -> str:
    return "entry" if count == 1 else "entries"
