"""A whole class report as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes import words
from quizgame.insight.classes.views.table import parts
from quizgame.insight.views.rows import Row, Sheet, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.classes.report import Report
    from quizgame.text import Typography

NARROWEST, WIDEST = 60, 80


def text(made: Report, type: Typography, columns: int) -> Iterator[str]:
    """Every part, one below the other, in the width of the terminal as far as it is useful."""
    width = min(WIDEST, max(NARROWEST, columns))
    sheet = Sheet(width, type)
    yield from lines([Row(type.line(words.title(made)))], width)
    for part in parts(made):
        yield from ("", type.rule * width, part.title.upper(), "")
        yield from lines(part.rows(made, sheet), width)
