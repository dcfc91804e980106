"""Asking where a file is to be put."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from quizgame.errors import QuizgameError
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.line import Line
from quizgame.tui.widgets.paper import BLANK, Paper, para

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class Filing(Page[str | None]):
    """A line with a path that can be changed; what was written, or None.

    The file is written (`accept`) before the page closes, so that a path that cannot be used costs
    nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write it", id="filing.write", priority=True),
        Binding("escape", "back", "not now", id="page.back", priority=True),
    ]

    def __init__(self, words: str, path: str, accept: Callable[[str], None]) -> None:
        """A page that asks for a path.

        Args:
            words: what is to be written.
            path: where to, if nobody says otherwise.
            accept: writes it, or raises a QuizgameError that is shown.
        """
        super().__init__()
        self.words = words
        self.path = path
        self._accept = accept

    def body(self) -> ComposeResult:
        """The words, the line, and room for what is wrong."""
        yield Paper(id="above")
        yield Line(self.path, max_length=1000, select_on_focus=False, id="path")
        yield Paper(id="below")

    def on_mount(self) -> None:
        """Waits for the path."""
        self.head.show("Export")
        told = [para(f"To be written: {self.words}.", "bold"), para("Where to?")]
        self.query_one("#above", Paper).show([BLANK, *told, BLANK])
        line = self.query_one(Input)
        line.styles.max_width = "100%"
        self.type_on(line)
        # The end of a path tells more than its beginning; only a caret that moves shows it.
        line.cursor_position = 0
        self.call_after_refresh(line.action_end)

    async def action_write(self) -> None:
        """Writes the file, or says why it cannot be written."""
        path = await self.typed()
        try:
            self._accept(path)
        except QuizgameError as error:
            clean = self.typography.clean
            told = [para(clean(f"{error.title}. {error.message}"), "bold"), para(clean(error.hint))]
            self.query_one("#below", Paper).show([BLANK, *told])
        else:
            self.dismiss(path)

    async def action_back(self) -> None:
        """Closes without a file."""
        self.dismiss(None)
