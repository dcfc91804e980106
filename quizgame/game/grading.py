"""From an item and a response to right or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import marking
from quizgame.game.items import claim_of, unknown
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
        chosen: the id of the choice, or the mark as `marking.written` writes it.
        answers: what counts as right, the key first.
        right: whether the response is the key or is accepted too.
    """

    item: Item
    chosen: str
    answers: tuple[str, ...]
    right: bool


def ask(pack: Pack, item: Item, rng: Random) -> Asked:
    """The item as a player sees it; the order of its choices comes from `rng`.

    Raises:
        UnknownItemError: the pack has no such item, for example because it has changed.
    """
    return _kind(pack, item).ask(pack, item, rng)


def grade(pack: Pack, item: Item, chosen: str) -> Graded:
    """Grades a response: the id of one of the item's choices, or a mark.

    Raises:
        UnknownItemError: the pack has no such item.
    """
    kind = _kind(pack, item)
    answers = kind.answers(pack, item)
    if kind.SHAPE == "mark":
        _, quote = claim_of(pack, item)
        return Graded(item, chosen, answers, marking.outcome(quote, chosen) == "right")
    return Graded(item, chosen, answers, chosen in answers)


def _kind(pack: Pack, item: Item) -> Kind:
    kind = KINDS.get(item.kind)
    if kind is None or not kind.answers(pack, item):
        raise unknown(str(item), pack)
    return kind


def skill_of(pack: Pack, item: Item) -> Skill | None:
    """The skill that an item trains.

    Raises:
        UnknownItemError: the pack has no such claim or question, or the game no such kind.
    """
    if item.kind not in KINDS:
        raise unknown(str(item), pack)
    return KINDS[item.kind].skill(pack, item)
