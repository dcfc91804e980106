"""The teacher's screen as an app: one connection, the lesson's page, the list of students."""

from __future__ import annotations

import asyncio
from shlex import quote
from typing import TYPE_CHECKING

from textual import work

from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import HostView, Progress, Refused
from quizgame.errors import QuizgameError
from quizgame.tui.classroom.host.ending_page import EndingPage
from quizgame.tui.classroom.host.host_page import HostPage
from quizgame.tui.classroom.host.lesson_app import LessonApp
from quizgame.tui.classroom.host.seats_page import SeatsPage
from quizgame.tui.screens.naming import Naming
from quizgame.tui.terminal import refuse_dumb_terminal
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.screen import Screen

    from quizgame.classroom.wire.incoming import VerbName
    from quizgame.classroom.wire.outgoing import Seat
    from quizgame.tui.classroom.host.hosting import Connect, Process

LOST = "Not now: no connection."

_LOOK = 1.0
"""Seconds between two looks whether the hub that cannot be heard still runs."""


class HostApp(LessonApp):
    """The teacher's screen.

    Attributes:
        view: what the hub told last; None before the first time.
        stopped: whether the hub's process is gone, and the lesson not over.
        hindrance: why the hub could not be started again; empty as long as that was not tried.
    """

    def __init__(
        self, connect: Connect, process: Process | None = None, *, ascii: bool = False
    ) -> None:
        super().__init__(ascii=ascii)
        self.client = connect(on_message=self.hear, on_link=self.link_changed)
        self.connection = self.client
        self.view: HostView | None = None
        self.stopped = False
        self.hindrance = ""
        self._process = process
        self._taking_up = False

    def on_mount(self) -> None:
        """Looks after the hub as long as it cannot be heard."""
        if self._process:
            self.set_interval(_LOOK, self._look)

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
        if self.link in {"connected", "ended"}:
            self.stopped = False
        self._lesson.take_link(self.link)

    def _look(self) -> None:
        """Finds out whether a hub that cannot be heard has stopped, or listens elsewhere now."""
        lost = self.link in {"lost", "connecting"} and not self._taking_up
        if not lost or not self._process or not self.view or self._is_over:
            return
        target = self._process.where()
        if target and target != self.client.target:
            self.client.turn_to(target)
        if self.stopped != (target is None):
            self.stopped = target is None
            self.linked()

    @property
    def _is_over(self) -> bool:
        return self.view is not None and self.view.common.phase is Phase.ENDED

    @work(group="hub", exit_on_error=False)
    async def take_up(self) -> None:
        """Starts the hub again from its journal, and listens to it."""
        if not self._process or self._taking_up:
            return
        self._taking_up = True
        self.say(self.typography.line("Taking the lesson up again."))
        try:
            target = await asyncio.to_thread(self._process.start)
        except QuizgameError as error:
            self.hindrance = f"{error.title}: {error.message} {error.hint}"
            self.linked()
        else:
            self.hindrance = ""
            self.client.turn_to(target)
        finally:
            self._taking_up = False

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


def parting(view: HostView | None, *, stopped: bool = False, saves: Path | None = None) -> str:
    """What is told on the terminal once the screen is gone.

    Args:
        view: what the hub told last.
        stopped: whether the hub's process is gone.
        saves: the folder of saves that was named by hand.
    """
    named = f" --saves {quote(str(saves))}" if saves else ""
    if view and view.common.phase == Phase.ENDED:
        report = f"quizgame report {view.common.session}{named}"
        return f"The lesson is over. `{report}` tells what came of it."
    if stopped:
        return f"The lesson has stopped. `quizgame host --resume{named}` takes it up again."
    return f"The lesson goes on. `quizgame host --resume{named}` brings this screen back."


def run_host_screen(
    connect: Connect, process: Process, *, ascii: bool = False, saves: Path | None = None
) -> str:
    """Shows the lesson until the teacher leaves the screen; the lesson itself goes on.

    Args:
        connect: makes the connection, like `partial(HostClient, target, token)`.
        process: the hub's, which this screen starts again if it dies.
        ascii: whether to draw with ASCII signs only.
        saves: the folder of saves that was named by hand.

    Returns:
        What to tell on the terminal afterwards.

    Raises:
        QuizgameError: the terminal cannot show a whole screen, or the hub lets nobody host.
    """
    refuse_dumb_terminal()
    app = HostApp(connect, process, ascii=ascii)
    app.run()
    if app.failure:
        raise app.failure
    return parting(app.view, stopped=app.stopped, saves=saves)
