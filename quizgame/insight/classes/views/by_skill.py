"""Each student by skill, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes.views.columns import blocks
from quizgame.insight.classes.views.knowledge import question
from quizgame.insight.views.rows import Row

if TYPE_CHECKING:
    from quizgame.insight.classes.report import Report
    from quizgame.insight.classes.students import StudentResult
    from quizgame.insight.views.rows import Sheet


def view(made: Report, sheet: Sheet) -> list[Row]:
    """Right of answered for each skill that was met."""
    met = list(made.skills)
    rows = [
        Row(question(skill, sheet.type), "", f"{number:>2}. ")
        for number, skill in enumerate(met, 1)
    ]

    def cells(one: StudentResult) -> list[str]:
        found = (one.skills.get(skill) for skill in met)
        return [f"{part.right}/{part.answers}" if part else "-" for part in found]

    return rows + blocks(made.took_part, cells, len(met), sheet)
