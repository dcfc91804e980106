"""Progress in words and small bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from quizgame.game import skills
from quizgame.insight.progress import progress
from quizgame.tui.home_words import bar
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.history import Answered
    from quizgame.insight.progress import Progress, SkillProgress

_LEVELS = (
    "a named source, a check, a public act",
    "hedges without a source",
    "flat headlines",
    "two versions of one story",
    "all five: confirmed, alleged, denied, analysis, unknown",
)


class ProgressPage(Page[None]):
    """Accuracy, corrections, the level, and the twelve skills."""

    BINDINGS: ClassVar[list[BindingType]] = [*Page.SCROLLING, Page.BACK]

    def __init__(self, name: str, past: Sequence[Answered]) -> None:
        super().__init__()
        self.owner = name
        self.made = progress(past)

    def body(self) -> ComposeResult:
        """The words."""
        yield Paper()

    def on_mount(self) -> None:
        """Draws it."""
        self.head.show("Progress", self.typography.line(self.owner))
        made = self.made
        lines = _overall(made) if made.answers else [para("Nothing answered yet.")]
        self.query_one(Paper).show(
            [BLANK, *lines, BLANK, para("The last six answers of each skill", "bold $accent")]
            + [self._skill(skill) for skill in made.skills]
        )

    def _skill(self, skill: SkillProgress) -> Para:
        words = skills.words(skill.skill)
        question = words.question if words else skill.skill
        state = "steady" if skill.steady else "worth a look" if skill.shaky else ""
        count = f"{skill.recent_right} of {skill.recent}" if skill.recent else "not yet"
        return para(f"{question:<33} {bar(skill, self.typography)}  {count:<8} {state}".rstrip())


def _overall(made: Progress) -> list[Para]:
    days = "1 day" if made.days == 1 else f"{made.days} days"
    share = round(100 * made.right / made.answers)
    lines = [
        para(f"{made.right} of {made.answers} right ({share} %), on {days}.", "bold"),
        para(f"Corrections: {made.corrections_open} open, {made.corrections_struck} struck out."),
        para(f"Level {made.level} of {len(_LEVELS)}: {_LEVELS[made.level - 1]}."),
    ]
    sure, right = made.sure
    if sure:
        lines.append(para(f"When you were sure: {right} of {sure} right."))
    return lines
