"""The kinds of question. A new one is a file here and a line in `KINDS`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgame.game.kinds import choice, five_way, source, two_way

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from quizgame.game.asking import Asked
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack


class Kind(Protocol):
    """What every kind of question can do; each is a module of functions."""

    def items(self, pack: Pack, /) -> Iterator[Item]:
        """Every item of this kind that the pack yields."""

    def ask(self, pack: Pack, item: Item, rng: Random, /) -> Asked:
        """The item as a player sees it; the order of its choices comes from the generator."""

    def answers(self, pack: Pack, item: Item, /) -> tuple[str, ...]:
        """The ids of the choices that are right, the key first."""


KINDS: dict[str, Kind] = {
    "two-way": two_way,
    "five-way": five_way,
    "source": source,
    "choice": choice,
}
