"""The first view: in words, how far a player has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import comparing, skills
from quizgame.insight.views import sure, trust
from quizgame.insight.views.rows import BLANK, Row, counted, percent

if TYPE_CHECKING:
    from quizgame.insight.figures import Figures
    from quizgame.insight.views.rows import Sheet

LEVELS = (
    "a named source, a check, a public act",
    "hedges without a source",
    "flat headlines",
    "two versions of one story",
    "all five: confirmed, alleged, denied, analysis, unknown",
)
_LABEL, _FEW = 18, 3


def view(made: Figures, _sheet: Sheet) -> list[Row]:
    """One line or two on each of the other views."""
    told = made.progress
    if not told.answers:
        return [
            Row("Nothing answered yet."),
            Row("After a first round you find here what you are good at, and what needs a look."),
        ]
    share = percent(told.right / told.answers)
    days = counted(told.days, "day")
    level = f"Level {told.level} of {len(LEVELS)} ({LEVELS[told.level - 1]})."
    rows = [
        Row(f"{told.right} of {told.answers} right ({share}), on {days}.", "strong"),
        Row(level),
        BLANK,
        *_labelled("Facts and claims", trust.words(made.verdicts)[:2]),
    ]
    if made.calibration.answers:
        rows += _labelled("How sure", sure.words(made.calibration)[:1])
    if made.tests:
        compared = [Row(sentence) for sentence in comparing.sentences(made.tests)]
        rows += _labelled("The two tests", compared)
    corrections = f"{told.corrections_open} open, {told.corrections_struck} struck out."
    return [*rows, *_labelled("Corrections", [Row(corrections)]), *_skills(made)]


def _labelled(label: str, rows: list[Row]) -> list[Row]:
    """Rows behind a label, which stands before the first of them."""
    lead = f"{label:<{_LABEL}}"
    return [Row(row.text, "", " " * _LABEL if number else lead) for number, row in enumerate(rows)]


def _skills(made: Figures) -> list[Row]:
    """The skills that are worth a word, a few of each sort."""
    every = made.progress.skills
    rows: list[Row] = []
    for label, chosen in (
        ("Due today", made.due),
        ("Worth a look", [one.skill for one in every if one.shaky]),
        ("Mastered", [one.skill for one in every if made.mastery[one.skill].mastered]),
    ):
        questions = [words.question for skill in chosen if (words := skills.words(skill))]
        told = [Row(question) for question in questions[:_FEW]]
        if len(questions) > _FEW:
            told.append(Row(f"+ {len(questions) - _FEW} more"))
        rows += _labelled(label, told)
    return rows
