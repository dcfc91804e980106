"""Corrections: those that are open, and those that were struck out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.insight.views.rows import BLANK, Row, counted, heading, near_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from quizgame.game.corrections import Correction
    from quizgame.insight.figures import Figures
    from quizgame.insight.views.rows import Sheet

SHOWN = 10
"""How many of those that were struck out are listed."""


def view(made: Figures, sheet: Sheet) -> list[Row]:
    """The open ones first, the oldest of them first; then the struck ones, the last first."""
    if not made.corrections:
        return [
            Row("No corrections."),
            Row("A miss will stand here until a right answer of the same rule strikes it out."),
        ]
    waiting, struck = sides(made)
    rows = [Row(f"{counted(len(waiting), 'correction')} open, {len(struck)} struck out.", "strong")]
    if waiting:
        rows += [BLANK, heading("Open"), *_rows(waiting, made, sheet), BLANK]
        rows.append(
            Row("A right answer of the same rule, about another claim, strikes one out.", "muted")
        )
    if struck:
        rows += [BLANK, heading("Struck out"), *_rows(struck[:SHOWN], made, sheet)]
    if len(struck) > SHOWN:
        rows.append(Row(f"+ {len(struck) - SHOWN} earlier", "muted"))
    return rows


def sides(made: Figures) -> tuple[list[Correction], list[Correction]]:
    """The open ones, the oldest first, and those that were struck out, the last first."""
    waiting = [one for one in made.corrections if one.struck is None]
    struck = [one for one in made.corrections if one.struck is not None]
    struck.sort(key=lambda one: one.struck or one.missed.at, reverse=True)
    return waiting, struck


def rule_and_days(one: Correction, today: date) -> str:
    """The rule that was missed, and when; if it was struck out, when."""
    words = skills.words(one.missed.skill)
    told = f"{words.question} " if words else ""
    told += f"Missed on {near_day(one.missed.at.date(), today)}"
    if one.struck:
        told += f", struck out on {near_day(one.struck.date(), today)}"
    return f"{told}."


def _rows(every: Iterable[Correction], made: Figures, sheet: Sheet) -> Iterator[Row]:
    """For each the line, if there is one, and below it the rule and the days."""
    for one in every:
        lead = f"{sheet.type.sign(one.missed.status) or '-'} "
        if line := sheet.type.line(one.missed.line):
            yield Row(line, "struck" if one.struck else "", lead)
            lead = " " * len(lead)
        yield Row(rule_and_days(one, made.today), "muted", lead)
