"""The player's front page, set like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len

from quizgame.game.front_page import front_page
from quizgame.tui import ink
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.front_page import Printed
    from quizgame.game.history import Answered

_GUTTER = 3


class FrontPagePage(Page[None]):
    """Masthead, date, and the day's lines."""

    BINDINGS: ClassVar[list[BindingType]] = [*Page.SCROLLING, Page.BACK]

    def __init__(
        self, name: str, past: Sequence[Answered], printed: Sequence[Printed] = ()
    ) -> None:
        super().__init__()
        self.owner = name
        self.made = front_page(past, printed)

    def body(self) -> ComposeResult:
        """The page."""
        yield Paper(id="sheet")

    def on_mount(self) -> None:
        """Sets the page."""
        self.head.show("Your front page")
        self._set()

    def on_resize(self) -> None:
        """Sets the page again at the new width."""
        self._set()

    def _set(self) -> None:
        width = min(116, max(20, self.size.width - 5))
        self.query_one(Paper).show([*self._masthead(width), *self._lines(width)])

    def _masthead(self, width: int) -> list[Para]:
        title = f"{self.owner}'s front page" if self.owner else "Front page"
        day = f"{self.made.day:%d %B %Y}".lstrip("0") if self.made.day else ""
        rule = self.typography.rule * width
        return [
            BLANK,
            _centred(self.typography.line(title).upper(), width, "bold"),
            _centred(day, width, "$foreground-muted"),
            para(rule, "$accent"),
        ]

    def _lines(self, width: int) -> list[Para]:
        if self.made.empty:
            return [BLANK, para("Nothing is printed yet: each verdict prints a line.")]
        news = ink.news(self.made, self.typography)
        return [*ink.columns(news, width, _GUTTER), *ink.rest(self.made, self.typography)]


def _centred(text: str, width: int, style: str) -> Para:
    return para(text, style, indent=max(0, (width - cell_len(text)) // 2))
