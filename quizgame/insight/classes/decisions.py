"""What a class decided where nothing is right or wrong: the scenes of a scenario."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.insight.classes.counting import votes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.insight.given import AskedItem, Held


@dataclass(frozen=True, slots=True)
class Way:
    """A way that the class could go.

    Attributes:
        count: how many people wanted it.
        taken: whether the class went on so.
    """

    id: str
    text: str
    count: int
    taken: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A scene of one session, and the ways in the order in which they were shown."""

    session: str
    item: str
    statement: str
    ways: tuple[Way, ...]


def decisions(every: Iterable[Held]) -> tuple[Decision, ...]:
    """Every scene that a class has decided, in order."""
    return tuple(
        _decision(held, item)
        for held in every
        for item in held.items
        if item.told and item.options and not item.answers
    )


def _decision(held: Held, item: AskedItem) -> Decision:
    wanted: Counter[str] = Counter()
    for given in votes(held):
        if given.item == item.item and given.counts:
            wanted[given.chosen] += given.people
    wanted.update(item.hands[item.raised - 1] if item.raised else {})
    ways = tuple(Way(o.id, o.text, wanted[o.id], o.id == item.settled) for o in item.options)
    return Decision(held.session, item.item, item.statement, ways)
