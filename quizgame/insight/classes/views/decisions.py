"""What the class decided in a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.views.rows import BLANK, Row

if TYPE_CHECKING:
    from quizgame.insight.classes.report import Report
    from quizgame.insight.views.rows import Sheet


def view(made: Report, sheet: Sheet) -> list[Row]:
    """Each scene with the ways it offered; the sign marks the one that was taken."""
    rows: list[Row] = []
    for number, one in enumerate(made.decisions, 1):
        rows += [BLANK] if rows else []
        rows.append(Row(sheet.type.line(one.statement), "strong", f"{number:>2}. "))
        for way in one.ways:
            sign = sheet.type.caret if way.taken else " "
            rows.append(Row(sheet.type.line(way.text), "", f"    {way.count:>3} {sign} "))
    return rows
