"""Corrections: those that are open, and those that were struck out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.insight.views.rows import BLANK, Row, counted, heading, near_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.game.corrections import Correction
    from quizgame.insight.figures import Figures
    from quizgame.insight.views.rows import Sheet

_SHOWN = 10
"""How many of those that were struck out are listed."""


def view(made: Figures, sheet: Sheet) -> list[Row]:
    """The open ones first, the oldest of them first; then the struck ones, the last first."""
    if not made.corrections:
        return [
            Row("No corrections."),
            Row("A miss will stand here until a right answer of the same rule strikes it out."),
        ]
    waiting = [one for one in made.corrections if one.struck is None]
    struck = [one for one in made.corrections if one.struck is not None]
    struck.sort(key=lambda one: one.struck or one.missed.at, reverse=True)
    rows = [Row(f"{counted(len(waiting), 'correction')} open, {len(struck)} struck out.", "strong")]
    if waiting:
        rows += [BLANK, heading("Open"), *_rows(waiting, made, sheet), BLANK]
        rows.append(
            Row("A right answer of the same rule, about another claim, strikes one out.", "muted")
        )
    if struck:
        rows += [BLANK, heading("Struck out"), *_rows(struck[:_SHOWN], made, sheet)]
    if len(struck) > _SHOWN:
        rows.append(Row(f"+ {len(struck) - _SHOWN} earlier", "muted"))
    return rows


def _rows(every: Iterable[Correction], made: Figures, sheet: Sheet) -> Iterator[Row]:
    """For each the line, if there is one, and below it the rule and the days."""
    for one in every:
        lead = f"{sheet.type.sign(one.missed.status) or '-'} "
        words = skills.words(one.missed.skill)
        told = f"{words.question} " if words else ""
        told += f"Missed on {near_day(one.missed.at.date(), made.today)}"
        if one.struck:
            told += f", struck out on {near_day(one.struck.date(), made.today)}"
        if line := sheet.type.line(one.missed.line):
            yield Row(line, "struck" if one.struck else "", lead)
            lead = " " * len(lead)
        yield Row(f"{told}.", "muted", lead)
