"""Asking once more before a lesson is ended for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.tui.screens.menu import Menu
from quizgame.tui.widgets.choices import Entry
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType


class EndingPage(Menu):
    """The caret stands on going on, wherever the lesson stands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "go on", id="page.back", priority=True),
    ]

    def __init__(self, end: Callable[[], None]) -> None:
        super().__init__()
        self._end = end

    def on_mount(self) -> None:
        """Asks."""
        self.head.show("End the lesson")
        above = [
            BLANK,
            para("Really? It ends for everybody.", "bold"),
            para("Every answer is kept. Nothing more can be asked in this lesson."),
            BLANK,
        ]
        entries = [
            (Entry("", "Go on with the lesson"), self.action_back),
            (Entry("", "End it"), self._end_it),
        ]
        self.offer(entries, above)

    async def action_number(self, number: int) -> None:
        """No single key ends a lesson."""

    async def _end_it(self) -> None:
        await self.action_back()
        self._end()
