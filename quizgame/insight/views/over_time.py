"""Accuracy over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight import plots
from quizgame.insight.days import stretches
from quizgame.insight.views.rows import BLANK, Row, day, drawn, percent, short_day

if TYPE_CHECKING:
    from quizgame.insight.days import Stretch
    from quizgame.insight.figures import Figures
    from quizgame.insight.views.rows import Sheet

_UNITS = {"day": "day on which you played", "week": "week", "month": "month", "year": "year"}


def view(made: Figures, sheet: Sheet) -> list[Row]:
    """A column for each day or longer stretch, and the first against the last."""
    if not made.past:
        return [
            Row("Nothing to tell yet."),
            Row("Here will stand how your answers get surer, day by day."),
        ]
    found = stretches(made.past, max(1, (sheet.width - plots.AXIS) // plots.STEP))
    shares = [stretch.share for stretch in found]
    labels = [_label(stretch) for stretch in found]
    unit = _UNITS[found[0].unit]
    return [
        Row(f"Right answers, in per cent, for each {unit}", "strong"),
        BLANK,
        *drawn(plots.columns(shares, labels, sheet.type, height=8 if sheet.width > 70 else 6)),
        BLANK,
        *[Row(line) for line in _words(found)],
        Row("Only right or wrong counts here. Time is never scored.", "muted"),
    ]


def _label(stretch: Stretch) -> str:
    if stretch.unit == "year":
        return str(stretch.first.year)
    return f"{stretch.first:%b}" if stretch.unit == "month" else short_day(stretch.first)


def _words(found: list[Stretch]) -> list[str]:
    first, last = found[0], found[-1]
    told = [f"{_named(last)}: {last.right} of {last.answers} right ({percent(last.share)})."]
    if first is not last:
        told.append(f"{_named(first)}: {first.right} of {first.answers} ({percent(first.share)}).")
    return told


def _named(stretch: Stretch) -> str:
    """A stretch in words."""
    if stretch.unit == "day":
        return day(stretch.first)
    if stretch.unit == "week":
        return f"The week of {day(stretch.first)}"
    return f"{stretch.first:%B %Y}" if stretch.unit == "month" else str(stretch.first.year)
