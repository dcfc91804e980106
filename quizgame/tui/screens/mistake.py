"""The question "a mistake?": the rule that decided, and a note for the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.line import Line
from quizgame.tui.widgets.paper import BLANK, Paper, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.explanation import Explanation


class Mistake(Page[str | None]):
    """Shows why the key is what it is; returns the player's doubt, or None to leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "write the note", id="mistake.keep", priority=True),
        Binding("escape", "back", "leave it", id="page.back", priority=True),
    ]

    def __init__(self, explained: Explanation) -> None:
        super().__init__()
        self.explained = explained

    def body(self) -> ComposeResult:
        """The rule, and a line to write on."""
        yield Paper()
        yield Line(placeholder="What seems wrong? (may stay empty)", max_length=500, id="doubt")

    def on_mount(self) -> None:
        """Draws the rule."""
        clean = self.typography.clean
        explained = self.explained
        self.head.show("A mistake?")
        rule = [para("The rule that decided", "bold $accent"), para(clean(explained.decided))]
        if explained.skill:
            rule.append(para(f"{explained.skill.question} {explained.skill.rule}"))
        asked = [
            para("A note for the teacher is kept beside your save.", "$foreground-muted"),
            BLANK,
        ]
        paper = self.query_one(Paper)
        statement = para(clean(explained.statement), "bold")
        verdict = para(clean(explained.verdict))
        paper.show([BLANK, statement, verdict, BLANK, *rule, BLANK, *asked])
        self.type_on(self.query_one(Input))

    async def action_keep(self) -> None:
        """Writes the note."""
        self.dismiss((await self.typed()).strip())

    async def action_back(self) -> None:
        """Leaves it."""
        self.dismiss(None)
