"""The kinds of question. A new one is a file here and a line in `KINDS`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgame.game.kinds import choice, cue, five_way, pair, quote, source, two_way

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from quizgame.game.asking import Asked, Shape
    from quizgame.game.explaining import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack, Skill


class Kind(Protocol):
    """What every kind of question can do; each is a module of functions.

    Attributes:
        SHAPE: how its items are answered.
        NEEDS: what an author must write so that an item can be made, in a sentence.
    """

    SHAPE: Shape
    NEEDS: str

    def items(self, pack: Pack, /) -> Iterator[Item]:
        """Every item of this kind that the pack yields."""

    def ask(self, pack: Pack, item: Item, rng: Random, /) -> Asked:
        """The item as a player sees it; the order of its choices comes from the generator."""

    def answers(self, pack: Pack, item: Item, /) -> tuple[str, ...]:
        """The answers that are right, the key first; none if it is no item of this kind.

        Where words are marked there is one, the key, and a mark that nearly is it is right too.
        """

    def skill(self, pack: Pack, item: Item, /) -> Skill | None:
        """The skill that the item trains."""

    def explain(self, pack: Pack, graded: Graded, /) -> Explanation:
        """Why the answer to an item is right or not."""


KINDS: dict[str, Kind] = {
    "two-way": two_way,
    "five-way": five_way,
    "source": source,
    "cue": cue,
    "pair": pair,
    "quote": quote,
    "choice": choice,
}
