"""Items of a pack asked in any order, for whoever writes it. Nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.game import grading
from quizgame.game.items import parse
from quizgame.game.kinds import KINDS
from quizgame.play.player import Player
from quizgame.play.sitting import Sitting
from quizgame.saves.records import Round

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from quizgame.packs.pack import Pack


def every_item(pack: Pack) -> list[str]:
    """Every item that the pack yields: its claims in their order, each in every kind; questions."""
    made = [str(item) for kind in KINDS.values() for item in kind.items(pack)]
    order = {name: n for n, name in enumerate((*pack.claims, *pack.questions))}
    return sorted(made, key=lambda item: order.get(claim_of(item), len(order)))


def claim_of(item: str) -> str:
    """The id of the claim or the question that an item asks about."""
    return item.partition("/")[2].partition("?")[0]


class Rehearsal(Sitting):
    """A round of chosen items that can be gone through in both directions, and read anew.

    The player it has is nobody, and is never written to disk.
    """

    def __init__(
        self, pack: Pack, items: Sequence[str], now: Callable[[], datetime], at: str = ""
    ) -> None:
        """A rehearsal that begins with the item `at`, or with the first.

        Args:
            pack: the pack.
            items: what can be asked.
            now: the clock.
            at: an item.
        """
        begun = Round(
            id="",
            pack=pack.id,
            name="",
            title=pack.title,
            items=tuple(items),
            seed=1,
            session="",
            at=now(),
        )
        super().__init__(pack, Player(Path()), begun, (), session="", now=now)
        self.asks_confidence = False
        self.turn_to(items.index(at) if at in items else 0)

    def turn_to(self, index: int) -> None:
        """Makes the item at this place, from 0 on, the next one; past an end, the last there."""
        index = max(0, min(index, self.total - 1))
        self._left = list(self.round.items[index:])

    @property
    def current(self) -> str:
        """The item being asked or explained; empty where the pack has lost them all."""
        return self.round.items[max(0, self.number - 1)] if self.round.items else ""

    def key(self) -> str:
        """The id of the choice that is right for the item being asked."""
        return grading.grade(self.pack, parse(self.current, self.pack), "").answers[0]

    def take(self, pack: Pack, items: Sequence[str]) -> bool:
        """Goes on with a pack that was read anew, at the same item.

        Returns:
            Whether that item is still there; else the one now in its place comes next.
        """
        index, current = self.number - 1, self.current
        self.pack = pack
        self.round = replace(self.round, pack=pack.id, title=pack.title, items=tuple(items))
        self.turn_to(items.index(current) if current in items else index)
        return current in items
