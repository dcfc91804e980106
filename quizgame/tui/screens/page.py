"""What every page shares: a head, a body that scrolls, the keys, a word if it is too small."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Input, Static

from quizgame.tui.widgets.head import Head
from quizgame.tui.widgets.key_line import KeyLine, key_name

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.text import Typography
    from quizgame.tui.app import QuizApp
    from quizgame.tui.widgets.choices import Choices

LEAST_COLUMNS, LEAST_ROWS = 60, 20
Result = TypeVar("Result")


class Page(Screen[Result], Generic[Result]):
    """A page of the game.

    Keys are taken by the page before any widget (`priority`), so that keys typed fast act one after
    the other, each on the page that the one before it opened.
    """

    AUTO_FOCUS = ""
    SCROLLING: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "one up", id="move.up", show=False, priority=True),
        Binding("down", "move(1)", "one down", id="move.down", show=False, priority=True),
        Binding(
            "pageup", "turn(-1)", "a screenful up", id="move.page-up", show=False, priority=True
        ),
        Binding(
            "pagedown",
            "turn(1)",
            "a screenful down",
            id="move.page-down",
            show=False,
            priority=True,
        ),
    ]
    BACK: ClassVar[Binding] = Binding("escape", "back", "back", id="page.back", priority=True)

    _line: Input | None = None

    @property
    def game(self) -> QuizApp:
        """The app, by its own type."""
        from quizgame.tui.app import QuizApp

        assert isinstance(self.app, QuizApp)
        return self.app

    @property
    def typography(self) -> Typography:
        """How text may be shown on this terminal."""
        return self.game.typography

    @property
    def head(self) -> Head:
        """The first line."""
        return self.query_one(Head)

    @property
    def scroll(self) -> VerticalScroll:
        """What holds the body."""
        return self.query_one("#body", VerticalScroll)

    def compose(self) -> ComposeResult:
        """The head, the body, the keys."""
        yield Static(self._too_small(), id="too-small")
        with Vertical(id="page"):
            yield Head()
            yield from self.above()
            with Horizontal(id="middle"):
                with VerticalScroll(id="body", can_focus=False):
                    yield from self.body()
                yield from self.beside()
            yield from self.foot()
            yield KeyLine()

    def above(self) -> ComposeResult:
        """What stands above the body and does not scroll."""
        yield from ()

    def body(self) -> ComposeResult:
        """What scrolls."""
        yield from ()

    def beside(self) -> ComposeResult:
        """What stands in a second column, where there is room for one."""
        yield from ()

    def foot(self) -> ComposeResult:
        """What stands below the body and does not scroll."""
        yield from ()

    def _too_small(self) -> Content:
        return Content(
            "This window is too small.\n"
            f"The game needs {LEAST_COLUMNS} columns and {LEAST_ROWS} rows;\n"
            "make it larger, or its letters smaller.\n"
            "Nothing is lost."
        )

    def key(self, action: str, default: str = "") -> str:
        """The name of the key that is bound to an action now."""
        bound = (active.binding for active in self.active_bindings.values())
        return key_name(next((b.key for b in bound if b.action == action), default))

    async def on_event(self, event: events.Event) -> None:
        """Takes an event; a page that the end of the game overtook draws nothing any more."""
        if not isinstance(event, events.Mount) or self.app.return_code is None:
            await super().on_event(event)

    def type_on(self, line: Input | None) -> None:
        """Gives a line what is typed; None gives it back to the page."""
        self._line = line
        self.set_focus(line)

    def on_resize(self) -> None:
        """A line loses its focus where a window is too small for the page."""
        self.call_after_refresh(self.set_focus, self._line)

    async def typed(self) -> str:
        """What stands on the page's line, once every key before this moment has reached it."""
        line = self.query_one(Input)
        caught_up = asyncio.Event()
        if line.call_later(caught_up.set):
            await caught_up.wait()
        return line.value

    def desk_opened(self) -> None:
        """Packs and save have been read; pages that are open before that draw them."""

    def saving_changed(self) -> None:
        """What was waiting has reached the disk, or has not."""

    def follow(self, choices: Choices) -> None:
        """Scrolls to the entry under the caret; at the first one, to what stands above it too."""
        begin, rows = choices.caret_rows()
        if choices.index == 0:
            self.scroll.scroll_home(animate=False)
        else:
            row = Region(0, choices.virtual_region.y + begin, 1, rows)
            self.scroll.scroll_to_region(row, animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Scrolls by rows; pages with a caret move that instead."""
        self.scroll.scroll_relative(y=by, animate=False)

    def action_turn(self, by: int) -> None:
        """Scrolls by almost a screenful."""
        self.scroll.scroll_relative(y=by * max(1, self.scroll.size.height - 2), animate=False)

    async def action_back(self) -> None:
        """Goes back to the page that opened this one."""
        await self.app.pop_screen()
