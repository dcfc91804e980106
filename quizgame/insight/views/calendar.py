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
    end = _end(made)
    for mondays in _blocks(made, end, (sheet.width - plots.CELL) // plots.CELL):
        rows += [BLANK, *drawn(plots.calendar(made.days, end, mondays, sheet.type))]
    rows += [BLANK, Row(f"Numbers are answers; {day(end)} is in [ ].", "muted")]
    return rows


def _end(made: Figures) -> date:
    """Today, or the last day with answers of a clock that was ahead."""
    return min(max(made.today, max(made.days)), _LAST)


def _blocks(made: Figures, end: date, most: int) -> Iterator[list[date]]:
    """The mondays of each block of weeks: the one up to the end, and those with answers."""
    left = (monday(end) - monday(min(made.days))).days // 7 + 1
    left = min(_MOST_WEEKS, max(_LEAST_WEEKS, left))
    last, is_first = monday(end), True
    while left > 0:
        weeks = min(most, left)
        mondays = [last - timedelta(7 * week) for week in range(weeks - 1, -1, -1)]
        if is_first or {monday(played) for played in made.days} & set(mondays):
            yield mondays
        left -= weeks
        last, is_first = mondays[0] - timedelta(7), False
