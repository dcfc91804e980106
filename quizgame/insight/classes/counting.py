"""Which answers count, and for what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quizgame.insight.given import AskedItem, Given, Held


def scored(held: Held) -> tuple[AskedItem, ...]:
    """The items on which somebody could be right; where a majority decides, nobody is."""
    judged = {given.item for given in held.given if given.right is not None}
    return tuple(item for item in held.items if item.told and (item.answers or item.item in judged))


def counted(held: Held) -> Iterator[Given]:
    """The answers that count: the right vote, of somebody who was not sent out, right or wrong."""
    return (given for given in votes(held) if given.counts and given.right is not None)


def votes(held: Held) -> Iterator[Given]:
    """The answers of both votes, without those of students who were sent out."""
    return (given for given in held.given if given.student not in held.out)


def surely_wrong(given: Iterable[Given]) -> int:
    """How many people gave an answer as "sure" that was not right."""
    return sum(one.people for one in given if one.confidence == "sure" and one.right is False)


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers that count in one session, or of one save, by student.

    Attributes:
        asked: on how many items somebody could be right.
        decided: for each student how many votes there are where nothing is right or wrong.
    """

    asked: int
    decided: Mapping[str, int]
    by_student: Mapping[str, tuple[Given, ...]]

    @property
    def given(self) -> Iterator[Given]:
        """Everybody's."""
        return (given for own in self.by_student.values() for given in own)

    def of(self, student: str) -> tuple[Given, ...]:
        """Those of one student."""
        return self.by_student.get(student, ())

    def totals(self) -> dict[str, float]:
        """The share right of all that was asked, 0 to 1, of everybody who answered something."""
        return {
            student: sum(bool(given.right) for given in own) / self.asked
            for student, own in self.by_student.items()
        }


def tally(held: Held) -> Tally:
    """The answers that count, gathered once."""
    found: dict[str, list[Given]] = {}
    for given in counted(held):
        found.setdefault(given.student, []).append(given)
    by_student = {student: tuple(own) for student, own in found.items()}
    decided = Counter(one.student for one in votes(held) if one.counts and one.right is None)
    return Tally(len(scored(held)), decided, by_student)
