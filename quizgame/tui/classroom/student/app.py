"""A student's side of a lesson as an app: through the door, into the lesson, and out again."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.message import Message

from quizgame import places
from quizgame.errors import QuizgameError
from quizgame.tui.app import QuizApp, local_now, refuse_dumb_terminal
from quizgame.tui.classroom.student.door import Door
from quizgame.tui.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from textual.screen import Screen

    from quizgame.classroom.attendance import Attendance
    from quizgame.classroom.client import StudentClient, ToStudent
    from quizgame.classroom.entrance import Entrance
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.tickets import Ticket
    from quizgame.classroom.wire.incoming import Join, Return
    from quizgame.classroom.wire.outgoing import Given, Refused, Welcome
    from quizgame.play.player import Player
    from quizgame.tui.classroom.student.lesson import Lesson
    from quizgame.tui.classroom.student.options import JoinOptions
    from quizgame.tui.classroom.student.summary import LessonSummary

_HEAVY = (
    "quizgame.classroom.attendance",
    "quizgame.classroom.entrance",
    "quizgame.tui.classroom.student.lesson",
    "quizgame.tui.classroom.student.summary",
)
IN_USE = "Somebody uses this seat in another window just now."
SETTLE = 0.3
"""Seconds for which a question that has just come up takes no answer: nobody has read it yet."""


class JoinApp(QuizApp):
    """One student, or two at one screen. No pack is needed here: the hub tells everything.

    What the network code and the messages cost to import comes after the first frame; keys typed
    before that wait for it.

    Attributes:
        attendance: what the hub has told; None before somebody tries to come in.
        wanted_name: the name that the command line told; empty once it was tried.
        code: the code that the command line told; empty if it has to be typed.
        entrance: the way in; None until the network is imported.
        settle: how many seconds a question that has come up takes no answer.
        pressed: when the key or the mouse was pressed that acts now, on the clock of `monotonic`.
    """

    TITLE = "A lesson with the whole class"
    CSS_PATH = "../../app.tcss"

    class Ready(Message):
        """Everything is imported and read that the door needs."""

        def __init__(self, keys: dict[str, str], player: Player | None) -> None:
            super().__init__()
            self.keys = keys
            self.player = player

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

    def __init__(self, joining: JoinOptions, now: Callable[[], datetime] = local_now) -> None:
        """A student's side.

        Args:
            joining: what the command line told.
            now: the clock; tests stop it.
        """
        super().__init__(Options(saves=joining.saves, ascii=joining.ascii), now)
        self.joining = joining
        self.code, self.wanted_name = joining.code, joining.name
        self.attendance: Attendance | None = None
        self.settle = SETTLE
        self.pressed = 0.0
        self.entrance: Entrance | None = None
        self._own: Player | None = None

    @property
    def player(self) -> Player | None:
        """Whose save keeps the answers too; None for nobody's."""
        return self._own

    def get_default_screen(self) -> Screen[None]:
        """The door."""
        return Door(pair=self.joining.pair)

    @work(thread=True, group="desk", exclusive=True, exit_on_error=False)
    def _open_desk(self) -> None:
        # 200 ms for messages and network, which the first frame does not wait for.
        for module in _HEAVY:
            import_module(module)
        from quizgame.nicknames import clean_name
        from quizgame.play.player import player_named
        from quizgame.tui.keys import read_keys

        wanted = self.joining.player
        try:
            player = player_named(self._saves, clean_name(wanted)) if wanted else None
            keys = read_keys(places.keys().path)
        except QuizgameError as error:
            self.post_message(self.DeskFailed(error))
        else:
            self.post_message(self.Ready(keys, player))

    @property
    def _saves(self) -> Path:
        return places.saves(self.joining.saves).path

    def _waits(self, key: str) -> bool:
        """Keys wait until messages and network are imported."""
        return self.entrance is None and super()._waits(key)

    @on(Ready)
    def _is_ready(self, ready: Ready) -> None:
        self.entrance, self._own = self.make_entrance(), ready.player
        self.set_keymap(ready.keys)
        self.restyle()
        if self.code:
            self.find(self.code)
        self.release_keys()

    async def on_event(self, event: events.Event) -> None:
        """Takes an event, and notes when a key or the mouse was pressed."""
        if isinstance(event, (events.Key, events.MouseEvent)):
            self.pressed = event.time
        await super().on_event(event)

    def make_entrance(self) -> Entrance:
        """A way in from this machine."""
        from quizgame.classroom.entrance import Entrance

        return Entrance(self._saves, self.now)

    @property
    def door(self) -> Door | None:
        """The door, while nobody has come in."""
        return next(
            (one for one in self._pages() if isinstance(one, Door) and not self.lesson), None
        )

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
        """Stops looking, or joining."""
        self.workers.cancel_group(self, "door")
        self.workers.cancel_group(self, "link")
        if self.entrance:
            self.entrance.let_go()

    def _start(self, hello: Join | Return) -> None:
        from quizgame.classroom.attendance import Attendance

        assert self.entrance is not None
        self.attendance = self.attendance or Attendance(self.now)
        self._attend(self.entrance.open(hello, self._hear, self._link))

    @work(group="link", exclusive=True)
    async def _attend(self, client: StudentClient) -> None:
        await client.run()

    def _hear(self, words: ToStudent) -> None:
        self.post_message(self.Said(words))

    def _link(self, state: LinkState) -> None:
        self.post_message(self.Linked(state))

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
        self.attendance.link = linked.state
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
        if words.kind == "refused" and self.door:
            self._refused(words)
        elif words.kind == "refused" and words.ref and not words.again:
            self.say(self.typography.line(words.text))
        if words.kind == "welcome":
            self._keep_ticket(words)
        if kind in {"welcome", "view"} and self.door:
            await self._open_lesson(self.attendance)
        if words.kind == "view":
            self._keep_answers(self.attendance)
        self._draw()

    def _refused(self, refused: Refused) -> None:
        """Nobody was let in; a ticket that the hub does not know is no use."""
        if refused.why == "unknown-token" and self.entrance:
            self.entrance.tear()
        if self.door:
            self.door.refused(refused.text, again=refused.again)

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

    async def open_summary(self) -> None:
        """Opens what is to be seen once the lesson is over, or the student is through with it."""
        from quizgame.tui.classroom.student.summary import LessonSummary

        if self.attendance and not self.summary:
            await self.push_screen(LessonSummary(self.attendance))

    async def open_front_page(self) -> None:
        """Opens the page that the student has printed in this lesson."""
        from quizgame.tui.screens.front_page import FrontPagePage

        if self.attendance:
            await self.push_screen(FrontPagePage(self.attendance.name, self.attendance.answers))


def run(joining: JoinOptions) -> int:
    """Attends a lesson until the student leaves.

    Returns:
        The exit code.

    Raises:
        QuizgameError: the terminal, the keys or the player's save cannot be used.
    """
    refuse_dumb_terminal()
    app = JoinApp(joining)
    app.run()
    if app.entrance:
        app.entrance.let_go()
    if app.player:
        app.player.flush()
    if app.failure:
        raise app.failure
    return app.return_code or 0
