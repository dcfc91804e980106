"""Plots drawn with signs: rows of text that need no colour, in Unicode or in ASCII."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from quizgame.text import Typography

AXIS = 6
"""How many cells the axis of `columns` takes."""
STEP = 5
"""How many cells each of its columns takes."""
CELL = 4
"""How many cells a week takes in `calendar`, and so do the names of its days."""

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def bar(share: float, cells: int, type: Typography, mark: float | None = None) -> str:
    """A share, 0 to 1, as a bar of so many cells; a mark is drawn as an upright line."""
    full = round(share * cells)
    signs = type.full * full + type.empty * (cells - full)
    if mark is None:
        return signs
    at = min(round(mark * cells), cells - 1)
    return f"{signs[:at]}{type.bar}{signs[at + 1 :]}"


def columns(
    shares: Sequence[float], labels: Sequence[str], type: Typography, height: int = 8
) -> list[str]:
    """Shares, 0 to 1, as upright columns with their percentages on top and labels below.

    It takes `AXIS` cells and `STEP` more for each column. A label that has no room is left out.
    """
    rows = []
    for row in range(height, -1, -1):
        percent = {height: "100 %", height / 2: "50 %", 0: "0 %"}.get(row, "")
        cells = "".join(f"{_cell(share, row, height, type):^{STEP}}" for share in shares)
        rows.append(f"{percent:>{AXIS - 1}}{type.bar}{cells}".rstrip())
    rows.append(" " * (AXIS - 1) + type.rule * (STEP * len(shares) + 1))
    return [*rows, (" " * (AXIS + 1) + _labels(labels)).rstrip()]


def _cell(share: float, row: int, height: int, type: Typography) -> str:
    """What a column shows in a row: a part of itself, its percentage above that, or nothing."""
    eighths = round(share * height * 8)
    if type.ascii:
        eighths = round(share * height) * 8
    top = -(-eighths // 8)
    if row == top:
        return f"{100 * share:.0f}"
    if row > top:
        return ""
    # Row 0 stands on the axis, so that a number fits on top of a full column.
    sign = _EIGHTHS[min(8, eighths - 8 * row)]
    return (type.full if type.ascii else sign) * (STEP - 2)


def _labels(labels: Sequence[str]) -> str:
    line = ""
    for number, label in enumerate(labels):
        at = number * STEP
        if not line or len(line) < at:
            line = line.ljust(at) + label
    return line


def calendar(
    counts: Mapping[date, int], today: date, mondays: Sequence[date], type: Typography
) -> list[str]:
    """Weeks that follow one another, one column each: how many answers every day has.

    Days without any are a dot, days to come are empty, and today stands in brackets. It takes
    `CELL` cells for the names of the days and as many for each week.
    """
    months = " " * CELL + _months(mondays)
    rows = [
        name.ljust(CELL)
        + "".join(_day(first + timedelta(n), counts, today, type) for first in mondays)
        for n, name in enumerate(_WEEKDAYS)
    ]
    return [months.rstrip(), *(row.rstrip() for row in rows)]


def _months(mondays: Sequence[date]) -> str:
    """The name of each month above the week that its first day is in, and above the first week."""
    ends = [first + timedelta(6) for first in mondays]
    names = (f" {end:%b}" if not n or end.day <= 7 else "" for n, end in enumerate(ends))
    return "".join(name.ljust(CELL) for name in names)


def _day(day: date, counts: Mapping[date, int], today: date, type: Typography) -> str:
    if day > today:
        return " " * CELL
    number = str(min(counts.get(day, 0), 99) or ("." if type.ascii else "·"))
    return f"[{number}]".rjust(CELL) if day == today else f"{number} ".rjust(CELL)
