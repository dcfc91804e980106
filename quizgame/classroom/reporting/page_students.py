"""The students of a report as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.reporting.marks import paragraph, shown, table
from quizgame.insight.classes import words
from quizgame.insight.classes.grades import columns
from quizgame.insight.classes.views import grades as sheet
from quizgame.insight.classes.views.knowledge import question
from quizgame.insight.classes.views.students import marks, most_missed, note, nothing
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.insight.classes.grades import Column
    from quizgame.insight.classes.report import Report
    from quizgame.insight.classes.students import StudentResult

_HEADS = (
    "Student", "right", "of all asked", "answered", "right when sure", "sure and wrong",
    "most missed", "",
)  # fmt: skip


def students(made: Report) -> str:
    """Whom to speak to; then a row a student."""
    if not made.students:
        return ""
    first = "".join(map(paragraph, words.worth_a_word(made)))
    rows = [_student(one) for one in made.students]
    return first + table(_HEADS, rows) + paragraph(note(made), "note")


def _student(one: StudentResult) -> Sequence[str]:
    if told := nothing(one):
        return (shown(one.name), "", "", "", "", "", "", shown(told))
    band = one.calibration.bands[-1]
    return (
        shown(one.name),
        shown(words.share(one.score)),
        words.of(one.score),
        str(one.answered),
        words.of_band(band) if band.answers else "",
        str(one.surely_wrong or ""),
        shown(most_missed(one, UNICODE)),
        shown("; ".join(marks(one))),
    )


def by_skill(made: Report) -> str:
    """Right of answered for each skill that was met."""
    if not made.took_part or not made.skills:
        return ""
    heads = ("Student", *(question(skill, UNICODE) for skill in made.skills))
    rows = [
        [shown(one.name), *(_part(one, skill) for skill in made.skills)] for one in made.took_part
    ]
    return table(heads, rows, "upright")


def _part(one: StudentResult, skill: str) -> str:
    part = one.skills.get(skill)
    return f"{part.right}/{part.answers}" if part else "-"


def grades(made: Report) -> str:
    """Right of asked in each session and over all; whom the roster does not know is named."""
    if not sheet.wanted(made):
        return ""
    every = columns(made.sources)
    heads = ("Student", *map(_head, every), "all", "")
    rows = [
        [
            shown(one.name),
            *(sheet.cell(column, one) for column in every),
            words.of(one.score) if one.score.answers else "",
            shown(words.share(one.score)),
        ]
        for one in made.students
    ]
    return table(heads, rows, "upright") + "".join(map(paragraph, sheet.unlisted(made)))


def _head(column: Column) -> str:
    # Two lessons of one day can have one title.
    return f"{column.title} ({column.session})" if column.session else column.title
