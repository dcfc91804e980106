"""The teacher's screen as an app: one connection, the lesson's page, the list of students."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import HostView, Progress, Refused
from quizgame.tui.app import refuse_dumb_terminal
from quizgame.tui.classroom.host.ending_page import EndingPage
from quizgame.tui.classroom.host.host_page import HostPage
from quizgame.tui.classroom.host.lesson_app import LessonApp
from quizgame.tui.classroom.host.seats_page import SeatsPage
from quizgame.tui.screens.naming import Naming
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from quizgame.classroom.wire.incoming import VerbName
    from quizgame.classroom.wire.outgoing import Seat
    from quizgame.tui.classroom.host.hosting import Connect

LOST = "Not now: no connection."


class HostApp(LessonApp):
    """The teacher's screen.

    Attributes:
        view: what the hub told last; None before the first time.
    """

    def __init__(self, connect: Connect, *, ascii: bool = False) -> None:
        super().__init__(ascii=ascii)
        self.client = connect(on_message=self.hear, on_link=self.link_changed)
        self.connection = self.client
        self.view: HostView | None = None

    @property
    def has_view(self) -> bool:
        """Whether the hub has told anything yet."""
        return self.view is not None

    def get_default_screen(self) -> Screen[None]:
        """The lesson."""
        return HostPage()

    def heard(self, told: object) -> None:
        """Draws what the hub has sent."""
        match told:
            case HostView():
                self.view = told
                for page in self._pages():
                    if isinstance(page, HostPage | SeatsPage):
                        page.take(told)
            case Progress():
                self._lesson.take_progress(told)

    def linked(self) -> None:
        """Tells whether the hub can be heard."""
        self._lesson.take_link(self.link)

    @property
    def _lesson(self) -> HostPage:
        return next(page for page in self.screen_stack if isinstance(page, HostPage))

    @work(group="verbs", exit_on_error=False)
    async def do(
        self, verb: VerbName, done: Callable[[], None] | None = None, **fields: object
    ) -> None:
        """Has the hub carry a verb out, and says why where it does not.

        Args:
            verb: what to do.
            done: called when the hub has answered, or has not.
            fields: those of `incoming.Verb`.
        """
        try:
            if self.link == "connected":
                reply = await self.client.do(verb, **fields)
            else:
                reply = Refused(why="not-now", text=LOST)
            if isinstance(reply, Refused):
                self.say(self.typography.line(reply.text))
        finally:
            if done:
                done()

    async def open_seats(self) -> None:
        """Opens the list of students."""
        if self.view and not isinstance(self.screen, SeatsPage):
            await self.push_screen(SeatsPage(self.view))

    async def ask_to_end(self) -> None:
        """Asks whether the lesson is to end."""
        await self.push_screen(EndingPage(self._end))

    def _end(self) -> None:
        self.do("end")

    async def ask_name(self, seat: Seat) -> None:
        """Asks for a student's new name."""
        words = [BLANK, para(self.typography.line(f"A new name for {seat.name}:")), BLANK]

        def rename(name: str | None) -> None:
            if name:
                self.do("rename", student=seat.student, text=name)

        await self.push_screen(Naming("Rename", words, lambda _: None), rename)

    def leave(self) -> None:
        """Closes the screen; the lesson goes on."""
        self.exit()


def parting(view: HostView | None) -> str:
    """What is told on the terminal once the screen is gone."""
    if view and view.common.phase == Phase.ENDED:
        return f"The lesson is over. `quizgame report {view.common.session}` tells what came of it."
    return "The lesson goes on. `quizgame host --resume` brings this screen back."


def run_host_screen(connect: Connect, *, ascii: bool = False) -> str:
    """Shows the lesson until the teacher leaves the screen; the lesson itself goes on.

    Args:
        connect: makes the connection, like `partial(HostClient, target, token)`.
        ascii: whether to draw with ASCII signs only.

    Returns:
        What to tell on the terminal afterwards.

    Raises:
        QuizgameError: the terminal cannot show a whole screen, or the hub lets nobody host.
    """
    refuse_dumb_terminal()
    app = HostApp(connect, ascii=ascii)
    app.run()
    if app.failure:
        raise app.failure
    return parting(app.view)
