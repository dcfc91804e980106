"""Skills and misconceptions over the whole class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.insight import plots
from quizgame.insight.classes import words
from quizgame.insight.classes.views.columns import column
from quizgame.insight.views.rows import BLANK, Row, drawn, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.classes.report import Report
    from quizgame.insight.classes.score import Score
    from quizgame.insight.views.rows import Sheet
    from quizgame.text import Typography

_QUESTION, _BAR, _END = 33, 20, 18


def view(made: Report, sheet: Sheet) -> list[Row]:
    """A bar for each skill; then the wrong beliefs, the most frequent first."""
    rows = drawn(_skill(skill, part, sheet) for skill, part in made.skills.items())
    if not rows:
        rows = [Row("Nothing to tell: no item that was answered names a skill.")]
    if made.misconceptions:
        rows += [BLANK, heading("What they believed instead"), *_beliefs(made, sheet)]
    return rows


def _skill(skill: str, part: Score, sheet: Sheet) -> str:
    cells = min(_BAR, sheet.width - _QUESTION - _END)
    bar = plots.bar(part.share or 0.0, cells, sheet.type)
    name = column(question(skill, sheet.type), _QUESTION, sheet.type)
    return f"{name}{bar} {words.share(part):>5}  {words.of(part)}"


def question(skill: str, type: Typography) -> str:
    """A skill in the words in which it is asked; one from a newer version as it is written."""
    known = skills.words(skill)
    return known.question if known else type.line(skill)


def _beliefs(made: Report, sheet: Sheet) -> Iterator[Row]:
    for one in made.misconceptions:
        places = ", ".join(
            str(number) for number, item in enumerate(made.items, 1) if item.item in one.items
        )
        which = "item" if len(one.items) == 1 else "items"
        told = f"{sheet.type.line(one.because)} ({which} {places})"
        yield Row(told, "", f"{one.count:>3} of {one.answers:<4} ")
