"""Asking for a name. Nothing is asked that is not needed: a nickname is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from quizgame.errors import QuizgameError
from quizgame.nicknames import clean_name
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.line import Line
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class Naming(Page[str | None]):
    """Words, a line to type a name on, and what is wrong with it; None if it is not given.

    The name is tried (`accept`) before the page closes, so that a name that is taken costs nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep it", id="name.keep", priority=True),
        Binding("escape", "back", "not now", id="page.back", priority=True),
    ]

    def __init__(
        self,
        title: str,
        words: Sequence[Para],
        accept: Callable[[str], None],
    ) -> None:
        """A page that asks for a name.

        Args:
            title: what stands in the head.
            words: what stands above the line.
            accept: takes the cleaned name, or raises a QuizgameError that is shown.
        """
        super().__init__()
        self.heading = title
        self.words = words
        self._accept = accept

    def body(self) -> ComposeResult:
        """The words, the line, and room for what is wrong."""
        yield Paper(id="above")
        yield Line(placeholder="A nickname", max_length=60, id="name")
        yield Paper(id="below")

    def on_mount(self) -> None:
        """Waits for the name."""
        self.head.show(self.heading)
        self.query_one("#above", Paper).show(self.words)
        self.type_on(self.query_one(Input))

    async def action_keep(self) -> None:
        """Takes the name, or says what is wrong with it."""
        try:
            name = clean_name(await self.typed())
            self._accept(name)
        except QuizgameError as error:
            clean = self.typography.clean
            told = [para(clean(f"{error.title}. {error.message}"), "bold"), para(clean(error.hint))]
            self.query_one("#below", Paper).show([BLANK, *told])
        else:
            self.dismiss(name)

    async def action_back(self) -> None:
        """Closes without a name."""
        self.dismiss(None)
