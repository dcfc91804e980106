"""The parts of a class report, in the order in which they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgame.insight.classes.views import (
    by_skill,
    decisions,
    grades,
    items,
    knowledge,
    measures,
    short,
    students,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.insight.classes.report import Report
    from quizgame.insight.views.rows import Row, Sheet


class Part(NamedTuple):
    """A part of the report: what it is about, and what stands there."""

    title: str
    rows: Callable[[Report, Sheet], list[Row]]


def parts(made: Report) -> list[Part]:
    """The parts that there is something to tell in."""
    found = [Part("In short", short.view)]
    if made.decisions:
        found.append(Part("What the class decided", decisions.view))
    if made.items:
        found.append(Part("Items", items.view))
        found.append(Part("Skills and beliefs", knowledge.view))
    if made.students:
        found.append(Part("Students", students.view))
    if made.took_part and made.skills:
        found.append(Part("Students by skill", by_skill.view))
    if grades.wanted(made):
        found.append(Part("Grade sheet", grades.view))
    if made.measured:
        found.append(Part("How well the items measure", measures.view))
    return found
