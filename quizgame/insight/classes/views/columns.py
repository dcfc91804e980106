"""Tables with a row a student, in blocks of as many columns as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.views.rows import BLANK, Row, drawn
from quizgame.wrapping import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quizgame.insight.classes.students import StudentResult
    from quizgame.insight.views.rows import Sheet
    from quizgame.text import Typography

NAME, CELL = 24, 8


def column(text: str, cells: int, type: Typography) -> str:
    """Foreign text in exactly so many cells."""
    # The ellipsis of a cut is no ASCII.
    return type.line(cut(type.line(text), cells))


def blocks(
    students: Iterable[StudentResult],
    cells: Callable[[StudentResult], Sequence[str]],
    columns: int,
    sheet: Sheet,
    total: Callable[[StudentResult], str] | None = None,
) -> list[Row]:
    """The table; its columns are numbered from 1.

    Args:
        students: the rows.
        cells: the columns of a row.
        columns: how many there are.
        sheet: what there is to write on.
        total: what stands in a last, wider column; none by default.
    """
    every = [(column(one.name, NAME, sheet.type), cells(one), one) for one in students]
    fits = max(1, (sheet.width - NAME) // CELL - (2 if total else 0))
    rows: list[Row] = []
    for begin in range(0, columns, fits):
        end = min(begin + fits, columns)
        ends = total if end == columns else None
        head = "".join(f"{f'{number}.':>{CELL}}" for number in range(begin + 1, end + 1))
        head += f"{'all':>{2 * CELL}}" if ends else ""
        body = (
            name
            + "".join(f"{cell:>{CELL}}" for cell in row[begin:end])
            + (f"{ends(one):>{2 * CELL}}" if ends else "")
            for name, row, one in every
        )
        rows += [BLANK, *drawn([" " * NAME + head, *body])]
    return rows
