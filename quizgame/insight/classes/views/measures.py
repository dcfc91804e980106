"""How well a set measures, for those who want to use it again or to grade with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes import measure_words
from quizgame.insight.views.rows import BLANK, Row, drawn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.insight.classes.report import Measured, Report
    from quizgame.insight.views.rows import Sheet

_WIDTHS = (5, 6, 8, 10, 13, 8, 8)
_HEAD = ("item", "SD", "weight", "discrim.", "(95 %)", "effic.", "guess")


def view(made: Report, _sheet: Sheet) -> list[Row]:
    """Reliability and discrimination, from thirty students on."""
    rows: list[Row] = []
    for set_ in made.measured:
        rows += [BLANK] if rows else []
        if len(made.measured) > 1:
            rows.append(Row(", ".join(set_.sessions), "strong"))
        rows += _set(made, set_)
    if any(set_.measure for set_ in made.measured):
        rows += [BLANK, Row(measure_words.NOTE, "muted")]
    return rows


def _set(made: Report, set_: Measured) -> Iterator[Row]:
    if set_.measure is None:
        yield Row(measure_words.why_not(set_))
        return
    yield Row(measure_words.reliability(set_.measure), "strong")
    yield Row(measure_words.shape(set_.measure))
    if told := measure_words.left_out(set_):
        yield Row(told)
    yield BLANK
    yield from drawn(_cells(row) for row in (_HEAD, *measure_words.rows(made, set_)))


def _cells(row: Sequence[str]) -> str:
    return "".join(f"{cell:>{wide}}" for cell, wide in zip(row, _WIDTHS, strict=True))
