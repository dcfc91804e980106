"""The grade sheet: a row a student, a column a session, and one for all saves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.insight.classes.counting import scored
from quizgame.insight.classes.score import Score

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from quizgame.insight.classes.students import Sat, StudentResult
    from quizgame.insight.given import Held


@dataclass(frozen=True, slots=True)
class Column:
    """A session of a class, or everything that students' own saves report.

    Attributes:
        session: empty for the saves.
        began: None for the saves.
    """

    session: str
    title: str
    began: datetime | None

    def of(self, student: StudentResult) -> Score | None:
        """Right of asked; None for somebody who was not there, or was sent out."""
        mine = [sat for sat in student.sat if not sat.out and self._has(sat)]
        return sum((Score(sat.right, sat.asked) for sat in mine), Score(0, 0)) if mine else None

    def _has(self, sat: Sat) -> bool:
        if self.began is None:
            return sat.reported
        return not sat.reported and (sat.session, sat.began) == (self.session, self.began)


def columns(sources: Iterable[Held]) -> tuple[Column, ...]:
    """The sessions in which students could be right by name, then the saves if there are any."""
    every = list(sources)
    found = [
        Column(held.session, held.title, held.began)
        for held in every
        if held.origin == "class" and held.students and scored(held)
    ]
    if any(held.origin == "self" for held in every):
        found.append(Column("", "Self-reported, from students' own saves", None))
    return tuple(found)
