"""A lesson in lines: what comes from the hub, and what somebody types, one after the other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizgame.classroom import own_save, phrases
from quizgame.classroom.wire.outgoing import Given, Out, Refused, Replaced, StudentView, Welcome
from quizgame.errors import QuizgameError
from quizgame.plain.classroom import asides
from quizgame.plain.classroom.answering import Answering
from quizgame.plain.classroom.pace import Pace
from quizgame.plain.voice import QuitError

if TYPE_CHECKING:
    from quizgame.classroom.attendance import Attendance
    from quizgame.classroom.client import StudentClient, ToStudent
    from quizgame.classroom.entrance import Entrance
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.wire.incoming import Join, Return
    from quizgame.plain.classroom.dialogue import Dialogue
    from quizgame.plain.ears import Ears
    from quizgame.play.player import Player

_CLOSING = 1.5
"""Seconds in which the connection may close."""


class Attending:
    """One student's lesson, from the hello to the end.

    Attributes:
        refused: why the hub has let nobody in; None if it has.
        failed: whether it ended neither with the lesson nor by leaving.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        ears: Ears,
        entrance: Entrance,
        attendance: Attendance,
        player: Player | None,
    ) -> None:
        """A lesson that is about to begin."""
        self.refused: Refused | None = None
        self.failed = False
        self._dialogue, self._voice, self._ears = dialogue, dialogue.voice, ears
        self._entrance, self._attendance, self._player = entrance, attendance, player
        self._outgoing: list[tuple[int, Given, bool]] = []
        self._answering = Answering(dialogue, attendance, self._submit)
        self._pace = Pace(dialogue, attendance, self._answering)
        self._events: asyncio.Queue[ToStudent | LinkState | None] = asyncio.Queue()
        self._line: asyncio.Task[str | None] | None = None
        self._over = self._deaf = self._is_lost = False

    async def run(self, hello: Join | Return) -> None:
        """Attends until the lesson is over, or the student has no seat any more.

        Raises:
            QuitError: the student leaves.
        """
        client = self._entrance.open(hello, self._events.put_nowait, self._events.put_nowait)
        link = asyncio.create_task(client.run())
        try:
            while not (self._over or self._pace.over):
                self._dialogue.show()
                self._listen()
                await self._next(client)
                await self._send(client)
        finally:
            if self._line:
                self._line.cancel()
            client.close()
            await asyncio.wait({link}, timeout=_CLOSING)
            link.cancel()
            await asyncio.gather(link, return_exceptions=True)

    def _listen(self) -> None:
        """Hears a line where one is wanted: a script's lines wait until they are asked for."""
        if self._line is None and self._wants_a_line:
            self._line = asyncio.create_task(self._ears.line())
            self._line.add_done_callback(lambda _: self._events.put_nowait(None))

    @property
    def _wants_a_line(self) -> bool:
        return not self._deaf and (self._voice.typed or self._dialogue.prompt is not None)

    async def _next(self, client: StudentClient) -> None:
        """Takes what comes next. What the hub says goes before what was typed."""
        if not (self._line and self._line.done() and self._wants_a_line):
            events = [await self._event()]
            events += [self._events.get_nowait() for _ in range(self._events.qsize())]
            for event in events:
                if event is not None:
                    await self._take(event, client)
        line = self._line
        if line and line.done() and self._wants_a_line and not (self._over or self._pace.over):
            self._line = None
            self._take_line(line.result())
        self._answering.fate()

    async def _event(self) -> ToStudent | LinkState | None:
        """The next event; None for a line, and where a warning was due."""
        try:
            async with asyncio.timeout(self._pace.until_warning):
                return await self._events.get()
        except TimeoutError:
            self._pace.warn()
            return None

    def _submit(self, given: Given, more: bool) -> None:
        self._outgoing.append((self._attendance.says(given), given, more))

    async def _send(self, client: StudentClient) -> None:
        while self._outgoing:
            number, given, more = self._outgoing.pop(0)
            submission = await client.submit(
                given.question, given.vote, given.choice, given.confidence, more=more
            )
            self._attendance.sent(number, submission)

    async def _take(self, event: ToStudent | LinkState, client: StudentClient) -> None:
        """Says what a message or a change of the connection brings."""
        if isinstance(event, str):
            self._linked(event, client)
            return
        self._attendance.take(event)
        match event:
            case Welcome():
                await self._keep_ticket(event)
            case StudentView():
                self._entrance.called(event.own.name)
                await self._keep_answers()
                self._pace.show(event)
            case Refused() if event.ref:
                # What became of the answer is told with it.
                if not event.again and event.why != "paused":
                    self._say(event.text)
            case Refused():
                self._not_let_in(event)
            case Out() | Replaced():
                self._dialogue.close()
                self._voice.tell(phrases.GONE[event.kind])
                self.failed = self._over = True

    def _linked(self, state: LinkState, client: StudentClient) -> None:
        if state == "lost" and not self._is_lost:
            self._is_lost = True
            sending = self._attendance.mine[1] == "sending"
            self._say(phrases.LOST_ON_THE_WAY if sending else phrases.LOST)
        elif state == "connected" and self._is_lost:
            self._is_lost = False
            self._say("Connected again.")
        elif state == "ended" and not self._over:
            self._over = True
            self._dialogue.close()
            if self.refused is None:
                self._voice.say(client.why)
                self.failed = True

    def _not_let_in(self, refused: Refused) -> None:
        if not refused.again:
            self.refused = refused
        elif not self._is_lost:
            self._is_lost = True
            self._say(f"{refused.text} Trying again ...")

    async def _keep_ticket(self, welcome: Welcome) -> None:
        try:
            await asyncio.to_thread(self._entrance.keep, welcome)
        except QuizgameError as error:
            self._complain(error)

    async def _keep_answers(self) -> None:
        if self._player is None:
            return
        own_save.keep(self._player, self._attendance.answers)
        if self._player.unsaved:
            try:
                await asyncio.to_thread(self._player.flush)
            except QuizgameError as error:
                self._complain(error)

    def _complain(self, error: QuizgameError) -> None:
        self._say(f"{error.title}: {error.message} {error.hint}".strip())

    def _say(self, text: str) -> None:
        """Says something between two moments; an open prompt comes again below it."""
        self._dialogue.interrupt()
        self._voice.say(text)

    def _take_line(self, line: str | None) -> None:
        if line is not None:
            asides.take(self._dialogue.heard(line), self._dialogue, self._answering, self._pace)
        elif self._voice.typed:
            self._dialogue.interrupt()
            raise QuitError
        else:
            # A script has said everything: it listens to the end.
            self._deaf = True
            self._pace.forget_prompts()
