"""The first view: what a teacher wants to know before the coat is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.classes import words
from quizgame.insight.classes.totals import hardest
from quizgame.insight.views.rows import BLANK, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.insight.classes.report import Report
    from quizgame.insight.views.rows import Sheet

_LABEL = 15


def view(made: Report, sheet: Sheet) -> list[Row]:
    """Who was there and how it went; then what to go back to, and whom to look at."""
    several = len(made.sources) > 1
    rows = [Row(sheet.type.line(told)) for told in words.sources(made)] if several else []
    rows.append(Row(words.attendance(made), "strong"))
    rows += [Row(told) for told in (words.level(made), words.spread(made)) if told]
    for label, told_rows in (
        ("Go back to", list(_back(made, sheet))),
        ("Discussions", list(_talked(made))),
        ("How sure", [Row(one) for one in words.certainty(made)]),
        ("Teams", _teams(made, sheet)),
        ("Worth a word", [Row(sheet.type.line(told)) for told in words.worth_a_word(made)]),
    ):
        if told_rows:
            rows += [BLANK, *_labelled(label, told_rows)]
    return rows


def _labelled(label: str, rows: Iterable[Row]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        lead = " " * _LABEL if number else f"{label:<{_LABEL}}"
        yield Row(row.text, row.role, lead + row.lead)


def _back(made: Report, sheet: Sheet) -> Iterator[Row]:
    """The hardest items, each with what most of the others believed."""
    for item in hardest(made.items, words.MOST_MEAN, words.FEW):
        number = 1 + made.items.index(item)
        told = f"{words.share(item.score)} right: {sheet.type.line(item.statement)}"
        yield Row(told, "strong", f"{number}. ")
        if because := words.belief(item):
            yield Row(sheet.type.line(because), "", "   ")
        if sure := words.surely_wrong(item):
            yield Row(sure, "", "   ")


def _talked(made: Report) -> Iterator[Row]:
    for number, item in enumerate(made.items, 1):
        if item.talked:
            yield Row(words.talked(item.talked), "", f"{number}. ")


def _teams(made: Report, sheet: Sheet) -> list[Row]:
    return [
        Row(f"{sheet.type.line(team.name)}: {words.share(team.score)} ({words.of(team.score)})")
        for team in made.teams
    ]
