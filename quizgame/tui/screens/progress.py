"""Progress in words and plots, one view at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.insight.views.rows import Sheet
from quizgame.insight.views.table import VIEWS
from quizgame.tui import ink
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper
from quizgame.tui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.insight.figures import Figures

_WIDEST, _MARGIN = 84, 4


class ProgressPage(Page[None]):
    """The views of a player's progress; what they say comes from `insight.views`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        *(
            Binding(
                str(n),
                f"view({n})",
                view.title.lower(),
                id=f"progress.{n}",
                show=False,
                priority=True,
            )
            for n, view in enumerate(VIEWS, 1)
        ),
        Binding("right", "turn_view(1)", "next view", id="progress.next", priority=True),
        Binding(
            "left", "turn_view(-1)", "last view", id="progress.last", show=False, priority=True
        ),
        Binding("d", "figures", "figures", id="progress.figures", priority=True),
        Binding("x", "export", "export", id="own.export", priority=True),
        Page.BACK,
    ]

    def __init__(self, name: str, made: Figures) -> None:
        super().__init__()
        self.owner = name
        self.made = made
        self.index = 0
        self.figures = False

    def above(self) -> ComposeResult:
        """The names of the views."""
        yield Tabs([view.tab for view in VIEWS])

    def body(self) -> ComposeResult:
        """The open view."""
        yield Paper(id="view")

    def on_mount(self) -> None:
        """Opens the first view."""
        self._draw()

    def on_resize(self) -> None:
        """Draws the view for the new width."""
        self._draw()

    def _draw(self) -> None:
        view = VIEWS[self.index]
        self.head.show(f"Progress: {view.title}", self.typography.line(self.owner))
        width = max(20, self.size.width - _MARGIN)
        keys = [self.key(f"view({n})", str(n)) for n in range(1, len(VIEWS) + 1)]
        self.query_one(Tabs).open(self.index, keys, self.size.width - 2)
        sheet = Sheet(min(_WIDEST, width), self.typography, self.figures)
        rows = view.rows(self.made, sheet)
        self.query_one("#view", Paper).show([BLANK, *ink.rows(rows, self.typography)])

    def action_view(self, number: int) -> None:
        """Opens the view with a number, from 1."""
        self.index = number - 1
        self.scroll.scroll_home(animate=False)
        self._draw()
        self.refresh_bindings()

    def action_turn_view(self, by: int) -> None:
        """Opens the next view, or the last; behind the end it begins again."""
        self.action_view((self.index + by) % len(VIEWS) + 1)

    def action_figures(self) -> None:
        """Shows the statistics behind the words, or puts them away."""
        self.figures = not self.figures
        self._draw()

    async def action_export(self) -> None:
        """Exports what is kept of the player."""
        await self.game.open_export()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most views have no figures."""
        return action != "figures" or VIEWS[self.index].has_figures
