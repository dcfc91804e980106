"""The days on which somebody played."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizgame.insight import plots
from quizgame.insight.days import monday
from quizgame.insight.views.rows import BLANK, Row, counted, day, drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.figures import Figures
    from quizgame.insight.views.rows import Sheet

_MOST_WEEKS = 53
_LEAST_WEEKS = 4
_LAST = date.max - timedelta(7)
"""Later weeks have no end."""


def view(made: Figures, sheet: Sheet) -> list[Row]:
    """How many answers each day has, the last weeks first, at most about a year of them."""
    if not made.days:
        return [
            Row("Nothing to tell yet."),
            Row("Here will stand a calendar of the days on which you played."),
        ]
    since = min(made.days)
    told = f"You played on {counted(len(made.days), 'day')} since {day(since)}"
    rows = [Row(f"{told}: {counted(len(made.past), 'answer')}.", "strong")]
    for block in _blocks(made, (sheet.width - plots.CELL) // plots.CELL):
        rows += [BLANK, *drawn(plots.calendar(made.days, *block, sheet.type))]
    rows += [
        BLANK,
        Row(f"Numbers are answers; {day(_end(made))} is in [ ].", "muted"),
    ]
    return rows


def _blocks(made: Figures, most: int) -> Iterator[tuple[date, int]]:
    """The last day and the number of weeks of each block that has a day with answers."""
    end, since = _end(made), monday(min(made.days))
    left = min(_MOST_WEEKS, max(_LEAST_WEEKS, (monday(end) - since).days // 7 + 1))
    while left > 0:
        weeks = min(most, left)
        first = monday(end) - timedelta(7 * (weeks - 1))
        if any(first <= played <= end for played in made.days):
            yield end, weeks
        left -= weeks
        end = first - timedelta(1)


def _end(made: Figures) -> date:
    """Today, or the last day with answers of a clock that was ahead."""
    return min(max(made.today, max(made.days)), _LAST)
