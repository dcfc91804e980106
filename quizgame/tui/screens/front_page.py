"""The player's front page, set like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding

from quizgame.game.front_page import days, front_page, page_of
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

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("left_square_bracket", "turn_day(-1)", "earlier", id="page.earlier", priority=True),
        Binding("right_square_bracket", "turn_day(1)", "later", id="page.later", priority=True),
        Binding("x", "export", "export", id="own.export", priority=True),
        Page.BACK,
    ]

    def __init__(
        self, name: str, past: Sequence[Answered], printed: Sequence[Printed] = ()
    ) -> None:
        super().__init__()
        self.owner = name
        self.past, self.printed = past, printed
        self.days = days(past, printed)
        self.made = front_page(past, printed)
        self.index = self.days.index(self.made.day) if self.made.day else 0

    def body(self) -> ComposeResult:
        """The page."""
        yield Paper(id="sheet")

    def on_mount(self) -> None:
        """Sets the page."""
        self._set()

    def on_resize(self) -> None:
        """Sets the page again at the new width."""
        self._set()

    def _set(self) -> None:
        width = min(116, max(20, self.size.width - 5))
        many = len(self.days)
        which = f"page {self.index + 1} of {many}" if many > 1 else ""
        self.head.show("Your front page", which)
        self.query_one(Paper).show([*self._masthead(width), *self._lines(width)])

    def action_turn_day(self, by: int) -> None:
        """Turns to the page of an earlier day, or a later one, as it was at that day's end."""
        self.index += by
        self.made = page_of(self.days[self.index], self.past, self.printed)
        self.scroll.scroll_home(animate=False)
        self._set()
        self.refresh_bindings()

    async def action_export(self) -> None:
        """Exports this page, or all that is kept of the player."""
        await self.game.open_export(day=self.made.day)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first page and behind the last; without a save, no export."""
        if action == "export":
            return self.game.desk is not None
        if action != "turn_day":
            return True
        (by,) = parameters
        return isinstance(by, int) and 0 <= self.index + by < len(self.days)

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
        columns = ink.columns(news, width, _GUTTER) if len(news) > 1 else news
        return [*columns, *ink.rest(self.made, self.typography)]


def _centred(text: str, width: int, style: str) -> Para:
    return para(text, style, indent=max(0, (width - cell_len(text)) // 2))
