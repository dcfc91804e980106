"""The end of a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.tui import ending_ink
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.play.shift import Shift


class StoryEnd(Page[None]):
    """How it ended, the way there with the roads not taken, and each decision looked back at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("n", "again", "play it again", id="story.again", priority=True),
        Binding("u", "undo", "take it back", id="story.undo", priority=True),
        Binding("f", "page", "front page", id="page.front", priority=True),
        Binding("escape,enter", "back", "home", id="page.back", priority=True),
    ]

    def __init__(self, shift: Shift) -> None:
        super().__init__()
        self.shift = shift
        self.view = shift.view()

    def body(self) -> ComposeResult:
        """All of it, to scroll through."""
        yield Paper(id="ending")

    def on_mount(self) -> None:
        """Draws it."""
        self.saving_changed()
        self._draw()

    def on_resize(self) -> None:
        """Sets the meters anew."""
        super().on_resize()
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        width = self.query_one(Paper).size.width or max(20, min(84, self.size.width - 4))
        told = ending_ink.ending(self.shift.ending(), self.view.text, self.typography, width)
        self.query_one(Paper).show([BLANK, *told])

    def saving_changed(self) -> None:
        """The steps have reached the disk, or have not."""
        self.head.show(self.typography.line(self.view.title), self.game.saved_word())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Not every scenario lets a decision be taken back."""
        return self.view.undoes if action == "undo" else True

    async def action_again(self) -> None:
        """A new run from the first scene."""
        await self.game.start_story(self.shift.run.plan.scenario.id, self.shift.pack)

    async def action_undo(self) -> None:
        """Takes the last decision back, and goes on from there."""
        self.shift.undo()
        await self.game.go_on(self.shift)

    async def action_page(self) -> None:
        """Opens the front page."""
        await self.game.open_front_page()

    async def action_back(self) -> None:
        """Home."""
        await self.game.go_home()
