"""From an item and a response to right or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game.items import claim_of, question_of, unknown
from quizgame.game.kinds import KINDS, Kind

if TYPE_CHECKING:
    from random import Random

    from quizgame.game.asking import Asked
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack, Skill


@dataclass(frozen=True, slots=True)
class Graded:
    """A response and whether it was right.

    Attributes:
        chosen: the id of the choice.
        answers: the ids that count as right, the key first.
    """

    item: Item
    chosen: str
    answers: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the choice is the key or is accepted too."""
        return self.chosen in self.answers


def ask(pack: Pack, item: Item, rng: Random) -> Asked:
    """The item as a player sees it; the order of its choices comes from `rng`.

    Raises:
        UnknownItemError: the pack has no such item, for example because it has changed.
    """
    return _kind(pack, item).ask(pack, item, rng)


def grade(pack: Pack, item: Item, chosen: str) -> Graded:
    """Grades a choice, which is the id of one of the item's options.

    Raises:
        UnknownItemError: the pack has no such item.
    """
    return Graded(item, chosen, _kind(pack, item).answers(pack, item))


def _kind(pack: Pack, item: Item) -> Kind:
    kind = KINDS.get(item.kind)
    if kind is None or not kind.answers(pack, item):
        raise unknown(str(item), pack)
    return kind


def skill_of(pack: Pack, item: Item) -> Skill | None:
    """The skill that an item trains."""
    return question_of(pack, item).skill if item.kind == "choice" else claim_of(pack, item)[0].skill
