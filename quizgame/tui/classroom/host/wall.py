"""The view for the wall: what the class may see now, without a name, and without a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from quizgame.classroom.wire.outgoing import ProjectorView
from quizgame.tui.classroom.host import status
from quizgame.tui.classroom.host.lesson_app import LessonApp
from quizgame.tui.classroom.host.lesson_page import LessonPage
from quizgame.tui.screens.page import Page
from quizgame.tui.terminal import refuse_dumb_terminal

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.screen import Screen

    from quizgame.tui.classroom.host.hosting import Watch
    from quizgame.tui.classroom.host.room import View
    from quizgame.tui.widgets.paper import Para

TURN = 10.0
"""Seconds until a page that has more than fits turns by itself."""


class WallPage(LessonPage):
    """The lesson; what does not fit comes by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [*Page.SCROLLING]
    AROUND = 2
    LOWERED = 0.3

    def on_mount(self) -> None:
        """Waits for the first word of the hub."""
        super().on_mount()
        self.set_interval(TURN, self._turn)

    def _turn(self) -> None:
        """Turns on by almost a screenful; behind the end comes the beginning again."""
        if self.scroll.scroll_offset.y >= self.scroll.max_scroll_y:
            self.scroll.scroll_home(animate=False)
        else:
            self.action_turn(1)

    def at_foot(self, view: View) -> list[Para]:
        """How many and how long."""
        assert isinstance(view, ProjectorView)
        return [status.of_wall(view, self.left, self.typography)]


class WallApp(LessonApp):
    """A lesson on the wall; where the hub cannot be heard it keeps what it shows."""

    def __init__(self, watch: Watch, *, ascii: bool = False) -> None:
        super().__init__(ascii=ascii)
        self.connection = watch(on_message=self.hear, on_link=self.link_changed)
        self._has_view = False

    @property
    def has_view(self) -> bool:
        """Whether the hub has told anything yet."""
        return self._has_view

    def get_default_screen(self) -> Screen[None]:
        """The lesson."""
        return WallPage()

    def heard(self, told: object) -> None:
        """Draws what the hub has sent."""
        if isinstance(told, ProjectorView):
            self._has_view = True
            for page in self._pages():
                if isinstance(page, WallPage):
                    page.take(told)


def run_wall(watch: Watch, *, ascii: bool = False) -> None:
    """Shows a lesson on the wall until somebody leaves it.

    Args:
        watch: makes the connection, like `partial(ProjectorClient, target, token)`.
        ascii: whether to draw with ASCII signs only.

    Raises:
        QuizgameError: the terminal cannot show a whole screen, or the hub lets nobody watch.
    """
    refuse_dumb_terminal()
    app = WallApp(watch, ascii=ascii)
    app.run()
    if app.failure:
        raise app.failure
