"""Starting rounds: the first session, a set, a fresh round, the one that was left."""

from __future__ import annotations

from random import Random
from secrets import randbits, token_hex
from typing import TYPE_CHECKING

from quizgame.game import drawing, items
from quizgame.play.player import FIRST_SESSION, SENSITIVE
from quizgame.play.sitting import Sitting
from quizgame.saves.records import Answer, Round

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from quizgame.packs.pack import ItemSet, Pack
    from quizgame.play.player import Player


class Dealer:
    """Starts rounds for one player from one pack, and takes up the one that was left.

    Attributes:
        session: what the records of this sitting share.
    """

    def __init__(
        self,
        pack: Pack,
        player: Player,
        now: Callable[[], datetime],
        seed: int | None = None,
        session: str = "",
    ) -> None:
        """A dealer whose rounds follow from `seed`, if one is given; a new session by default."""
        self.pack = pack
        self.player = player
        self.now = now
        self.session = session or token_hex(4)
        self._seed = seed

    def first_session(self) -> Sitting:
        """The pack's own first session, or four fixed items of a pack that has none."""
        chosen = self.pack.sets.get(FIRST_SESSION)
        if chosen:
            return self.play_set(chosen)
        drawn = drawing.draw(self.pack, (), Random("first session"), size=4)
        return self._begin(FIRST_SESSION, "First session", [str(item) for item in drawn])

    def play_set(self, chosen: ItemSet) -> Sitting:
        """A set, in its author's order."""
        written = [str(items.parse(item, self.pack)) for item in chosen.items]
        return self._begin(chosen.id, chosen.title, written)

    def new_round(self) -> Sitting:
        """A fresh round at the player's level."""
        seed = self._next_seed()
        past = self.player.answers
        mine = [answer for answer in past if answer.item.startswith(f"{self.pack.id}/")]
        sensitive = self.player.settings.get(SENSITIVE) is not False
        drawn = drawing.draw(self.pack, mine, Random(seed), sensitive=sensitive)
        return self._begin("round", self.pack.title, [str(item) for item in drawn], seed)

    def resume(self) -> Sitting | None:
        """The round that was left in this pack, at the item where it was left; None if none was."""
        waiting = self.player.open_round()
        if waiting is None or waiting[0].pack != self.pack.id:
            return None
        return self._sit(waiting[0], waiting[1])

    def _next_seed(self) -> int:
        return randbits(31) if self._seed is None else self._seed + len(self.player.rounds)

    def _begin(self, name: str, title: str, written: Sequence[str], seed: int = -1) -> Sitting:
        begun = Round(
            id=token_hex(4),
            pack=self.pack.id,
            name=name,
            title=title,
            items=tuple(written),
            seed=self._next_seed() if seed < 0 else seed,
            session=self.session,
            at=self.now(),
        )
        self.player.keep(begun)
        return self._sit(begun, [])

    def _sit(self, begun: Round, given: Sequence[Answer]) -> Sitting:
        return Sitting(self.pack, self.player, begun, given, session=self.session, now=self.now)
