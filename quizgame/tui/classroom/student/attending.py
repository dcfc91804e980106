"""How a student's app comes into a lesson, hears what is said there, and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from quizgame import places
from quizgame.errors import QuizgameError
from quizgame.tui.app import QuizApp, local_now
from quizgame.tui.classroom.student.door import Door

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from quizgame.classroom.attendance import Attendance
    from quizgame.classroom.client import StudentClient, ToStudent
    from quizgame.classroom.entrance import Entrance
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.tickets import Ticket
    from quizgame.classroom.wire.incoming import Join, Return
    from quizgame.classroom.wire.outgoing import Given, Refused, Welcome
    from quizgame.tui.classroom.student.lesson import Lesson
    from quizgame.tui.classroom.student.summary import LessonSummary
    from quizgame.tui.options import Options

IN_USE = "Somebody uses this seat in another window just now."


class Attending(QuizApp):
    """An app with one link to a hub; what the hub says is taken in the order of the keys.

    Attributes:
        attendance: what the hub has told; None before somebody tries to come in.
        entrance: the way in; None until the network is imported.
    """

    class Said(Message):
        """The hub has said something."""

        def __init__(self, words: ToStudent) -> None:
            super().__init__()
            self.words = words

    class Linked(Message):
        """The connection stands otherwise."""

        def __init__(self, state: LinkState) -> None:
            super().__init__()
            self.state = state

    def __init__(self, options: Options, now: Callable[[], datetime] = local_now) -> None:
        super().__init__(options, now)
        self.attendance: Attendance | None = None
        self.entrance: Entrance | None = None
        self._visit = 0

    @property
    def saves(self) -> Path:
        """The folder of saves; tickets lie in it, too."""
        return places.saves(self.options.saves).path

    def make_entrance(self) -> Entrance:
        """A way in from this machine."""
        from quizgame.classroom.entrance import Entrance

        return Entrance(self.saves, self.now)

    @property
    def door(self) -> Door | None:
        """The door, while nobody has come in."""
        doors = (page for page in self._pages() if isinstance(page, Door))
        return None if self.lesson else next(doors, None)

    @property
    def lesson(self) -> Lesson | None:
        """The page of the lesson, if it is open, be it below another one."""
        from quizgame.tui.classroom.student.lesson import Lesson

        return next((page for page in self._pages() if isinstance(page, Lesson)), None)

    @property
    def summary(self) -> LessonSummary | None:
        """What is to be seen after the lesson, if it is open, be it below another page."""
        from quizgame.tui.classroom.student.summary import LessonSummary

        return next((page for page in self._pages() if isinstance(page, LessonSummary)), None)

    @work(group="door", exclusive=True)
    async def find(self, code: str) -> None:
        """Looks what is behind a code, and shows it at the door."""
        assert self.entrance is not None
        try:
            here, tickets = await self.entrance.find(code)
        except QuizgameError as error:
            if self.door:
                self.door.wrong(error)
            return
        if self.door:
            self.door.found(here, tickets)

    def come_in(self, name: str, *, people: int) -> None:
        """Joins as somebody new."""
        assert self.entrance is not None
        self._start(self.entrance.newcomer(name, people))

    def return_with(self, ticket: Ticket) -> None:
        """Comes back to the seat that a ticket is for."""
        assert self.entrance is not None
        hello = self.entrance.returning(ticket)
        if hello:
            self._start(hello)
        elif self.door:
            self.door.refused(IN_USE, again=False)

    def come_back(self) -> None:
        """Tries to take the same seat again, after it was taken over or its student sent out."""
        hello = self.entrance.again() if self.entrance else None
        if hello:
            self._start(hello)

    def stay_out(self) -> None:
        """Stops looking, or joining; what is said of it still is not heard any more."""
        self._visit += 1
        self.workers.cancel_group(self, "door")
        self.workers.cancel_group(self, "link")
        if self.entrance:
            self.entrance.let_go()

    def _start(self, hello: Join | Return) -> None:
        from quizgame.classroom.attendance import Attendance

        assert self.entrance is not None
        self.attendance = self.attendance or Attendance(self.now)
        self._visit = visit = self._visit + 1

        def hear(words: ToStudent) -> None:
            if visit == self._visit:
                self.post_message(self.Said(words))

        def link(state: LinkState) -> None:
            if visit == self._visit:
                self.post_message(self.Linked(state))

        self._attend(self.entrance.open(hello, hear, link))

    @work(group="link", exclusive=True)
    async def _attend(self, client: StudentClient) -> None:
        await client.run()

    def submit(self, given: Given, *, more: bool) -> None:
        """Sends an answer; it is sent again by itself until the hub has stored it.

        Args:
            given: the answer.
            more: whether the student is being asked how sure they are.
        """
        if self.attendance:
            self._send(self.attendance.says(given), given, more=more)

    @work(group="answers")
    async def _send(self, number: int, given: Given, *, more: bool) -> None:
        assert self.entrance is not None
        assert self.entrance.client is not None
        assert self.attendance is not None
        submission = await self.entrance.client.submit(
            given.question, given.vote, given.choice, given.confidence, more=more
        )
        self.attendance.sent(number, submission)
        self._draw()

    def _draw(self) -> None:
        if self.lesson:
            self.lesson.told()
        if self.summary:
            self.summary.told()

    @on(Linked)
    def _linked(self, linked: Linked) -> None:
        if self.attendance is None or self.entrance is None:
            return
        self.attendance.linked(linked.state)
        client = self.entrance.client
        if linked.state == "lost" and self.door and client:
            self.door.waits(client.why)
        if linked.state == "ended" and self.door and client and not self.attendance.refused:
            self.door.refused(client.why, again=False)
        self._draw()

    @on(Said)
    async def _said(self, said: Said) -> None:
        if self.attendance is None:
            return
        words, kind = said.words, said.words.kind
        self.attendance.take(words)
        if words.kind == "refused":
            self._refused(words)
        if words.kind == "welcome":
            self._keep_ticket(words)
        if kind in {"welcome", "view"} and self.door:
            await self._open_lesson(self.attendance)
        if words.kind == "view":
            if self.entrance:
                self.entrance.called(words.own.name)
            self._keep_answers(self.attendance)
        self._draw()

    def _refused(self, refused: Refused) -> None:
        """Nobody was let in, or an answer not taken; a ticket that the hub forgot is no use."""
        if refused.why == "unknown-token" and self.entrance:
            self.entrance.tear()
        if self.door:
            self.door.refused(refused.text, again=refused.again)
        elif not refused.again:
            self.say(self.typography.line(refused.text))

    @work(thread=True, group="ticket", exit_on_error=False)
    def _keep_ticket(self, welcome: Welcome) -> None:
        assert self.entrance is not None
        try:
            self.entrance.keep(welcome)
        except QuizgameError as error:
            self.call_from_thread(self.tell, error)

    def _keep_answers(self, attendance: Attendance) -> None:
        from quizgame.classroom import own_save

        if self.player:
            own_save.keep(self.player, attendance.answers)
            self.save()

    async def _open_lesson(self, attendance: Attendance) -> None:
        from quizgame.tui.classroom.student.lesson import Lesson

        await self.push_screen(Lesson(attendance))
