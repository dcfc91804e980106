"""Each item: how many were right, what the others chose and why, and what talking did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight import plots
from quizgame.insight.classes import words
from quizgame.insight.views.rows import BLANK, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.classes.items import ItemResult
    from quizgame.insight.classes.report import Report
    from quizgame.insight.views.rows import Sheet

_BAR = 14
_INDENT = "    "


def view(made: Report, sheet: Sheet) -> list[Row]:
    """The items in the order in which they were asked."""
    rows: list[Row] = []
    for number, item in enumerate(made.items, 1):
        rows += [BLANK] if number > 1 else []
        rows += _item(number, item, sheet)
    rows += [
        BLANK,
        Row(f"{words.note_on_items(made)} Answers that nobody gave are left out.", "muted"),
    ]
    return rows


def _item(number: int, item: ItemResult, sheet: Sheet) -> Iterator[Row]:
    lead = f"{number:>2}. "
    yield Row(sheet.type.line(item.statement) or sheet.type.line(item.item), "strong", lead)
    drawn = plots.bar(item.score.share or 0.0, _BAR, sheet.type)
    yield Row(words.how_many(item), "", f"{_INDENT}{drawn} ")
    for choice in sorted(item.choices, key=lambda one: (not one.right, -one.count)):
        if choice.count or choice.right or not item.score.answers:
            sign = sheet.type.caret if choice.right else " "
            because = f": {choice.because}" if choice.because and not choice.right else ""
            text = sheet.type.line(f"{choice.text}{because}")
            yield Row(text, "", f"{_INDENT}{choice.count:>3} {sign} ")
    for sentence in words.about(item):
        yield Row(sheet.type.line(sentence), "", _INDENT)
