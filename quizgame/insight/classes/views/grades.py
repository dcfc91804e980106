"""The grade sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes import words
from quizgame.insight.classes.grades import columns
from quizgame.insight.classes.views.columns import blocks
from quizgame.insight.views.rows import BLANK, Row, day

if TYPE_CHECKING:
    from quizgame.insight.classes.grades import Column
    from quizgame.insight.classes.report import Report
    from quizgame.insight.classes.students import StudentResult
    from quizgame.insight.views.rows import Sheet


def view(made: Report, sheet: Sheet) -> list[Row]:
    """Right of asked in each session and over all."""
    every = columns(made.sources)
    rows = [Row(_named(column, sheet), "", f"{n:>2}. ") for n, column in enumerate(every, 1)]

    def cells(one: StudentResult) -> list[str]:
        return [cell(column, one) for column in every]

    rows += blocks(made.students, cells, len(every), sheet, _total)
    return [*rows, BLANK, *(Row(sheet.type.line(told)) for told in unlisted(made))]


def _named(column: Column, sheet: Sheet) -> str:
    if column.began is None:
        return column.title
    return f"{sheet.type.line(column.title)}, {day(column.began.date())} ({column.session})"


def cell(column: Column, one: StudentResult) -> str:
    """Right of asked in one session; a dash for somebody who was not there."""
    found = column.of(one)
    return "-" if found is None else f"{found.right}/{found.answers}"


def _total(one: StudentResult) -> str:
    whole = f"{one.score.right}/{one.score.answers}" if one.score.answers else ""
    return f"{whole} {words.share(one.score):>5}"


def wanted(made: Report) -> bool:
    """Whether a sheet tells more than the list of students does."""
    return bool(made.students) and (made.matched or len(columns(made.sources)) > 1)


def unlisted(made: Report) -> list[str]:
    """Whom the roster does not know, and the cure; else how to read the sheet. Foreign text."""
    if not made.unlisted:
        return ["A dash: was not there. What was not answered counts as not right."]
    return [
        f"Not on the roster, or not surely one of it: {', '.join(o.name for o in made.unlisted)}.",
        "They are rows of their own: nobody is guessed. Write the name on the roster as it was "
        "used, or add what tells two alike apart.",
    ]
