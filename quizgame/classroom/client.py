"""The hub's clients: a student, the teacher's screen, the wall."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError
from websockets.exceptions import ConnectionClosed, WebSocketException

from quizgame.classroom import tokens
from quizgame.classroom.errors import Unreachable
from quizgame.classroom.link import Link, LinkState, opening, pause, reason
from quizgame.classroom.state import Phase
from quizgame.classroom.wire.incoming import Host, Join, Look, Projector, Return, Submit, Verb
from quizgame.classroom.wire.message import PROTOCOL
from quizgame.classroom.wire.outgoing import (
    TO_HOST,
    TO_PROJECTOR,
    TO_STUDENT,
    Done,
    Here,
    HostView,
    Out,
    Progress,
    ProjectorView,
    Refused,
    Replaced,
    Stored,
    StudentView,
    Welcome,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from websockets.asyncio.client import ClientConnection

    from quizgame.classroom.events import Confidence
    from quizgame.classroom.targets import Target
    from quizgame.classroom.wire.incoming import VerbName

ToStudent = Here | Welcome | Stored | StudentView | Refused | Replaced | Out
ToHost = HostView | Progress | Done | Refused | Replaced
ToProjector = ProjectorView | Refused | Replaced

_REPLY = 10.0
"""Seconds in which a hub carries out a verb, or says why not; and answers a look."""


class StudentClient(Link[ToStudent]):
    """A student. Answers that the hub has not stored are sent again by themselves.

    An answer that meets a pause goes out when the lesson goes on.

    Attributes:
        token: what comes back after the welcome; None before it.
    """

    def __init__(
        self,
        target: Target,
        *,
        hello: Join | Return,
        on_message: Callable[[ToStudent], None],
        on_link: Callable[[LinkState], None],
    ) -> None:
        """A student who joins, or comes back with a token."""
        super().__init__(target, TO_STUDENT, on_message, on_link)
        if isinstance(hello, Join) and hello.attempt is None:
            hello = hello.model_copy(update={"attempt": tokens.fresh()})
        self._first = hello
        self.token = hello.token if isinstance(hello, Return) else None
        self._pending: dict[str, Submit] = {}
        self._again: set[asyncio.Task[None]] = set()
        self._paused: set[str] = set()
        self._ended = False

    @property
    def waiting(self) -> tuple[str, ...]:
        """The submissions that the hub has not stored yet."""
        return tuple(self._pending)

    async def submit(
        self,
        question: int,
        vote: int,
        choice: str,
        confidence: Confidence,
        *,
        more: bool = False,
    ) -> str:
        """Sends an answer, now or when the link is there again; another one takes its place.

        Args:
            question: its number.
            vote: 1, or 2 after a discussion.
            choice: the id of an option, or a mark as it is written.
            confidence: how sure the student is; empty if they do not say.
            more: whether the student is being asked that just now.

        Returns:
            The submission's id, which a `Stored` or a `Refused` names.
        """
        submission = secrets.token_hex(8)
        try:
            answer = Submit(
                question=question,
                vote=vote,
                choice=choice,
                confidence=confidence,
                submission=submission,
                more=more,
            )
        except ValidationError:
            # It answers what no lesson asks, or its words are too many.
            text = "This answer cannot be sent. Choose another one."
            self._on_message(Refused(why="not-an-option", text=text, ref=submission))
            return submission
        for other in [*self._pending.values()]:
            if (other.question, other.vote) == (question, vote):
                del self._pending[other.submission]
        self._pending[submission] = answer
        await self._send(submission)
        return submission

    async def _send(self, submission: str) -> None:
        answer = self._pending.get(submission)
        if answer is None or self._socket is None:
            return
        try:
            await self._socket.send(answer.model_dump_json())
        except ConnectionClosed:
            # It waits for the next connection.
            return

    async def _send_later(self, submission: str) -> None:
        await asyncio.sleep(pause(1))
        await self._send(submission)

    def _hello(self) -> Join | Return:
        return Return(protocol=PROTOCOL, token=self.token) if self.token else self._first

    def _take(self, message: ToStudent) -> None:
        match message:
            case Welcome(token=token) if self.token is None:
                self.token = token
            case Stored(submission=submission):
                self._pending.pop(submission, None)
            case Refused(ref=ref, why="paused") if ref in self._pending:
                self._paused.add(ref)
            case Refused(ref=ref, again=True) if ref in self._pending:
                self._retry(ref)
            case Refused(ref=ref):
                self._pending.pop(ref, None)
            case StudentView(common=common):
                self._ended = common.phase is Phase.ENDED
                if not common.paused:
                    self._go_on()
            case Out():
                self.close()

    def _retry(self, submission: str) -> None:
        task = asyncio.create_task(self._send_later(submission))
        self._again.add(task)
        task.add_done_callback(self._again.discard)

    def _go_on(self) -> None:
        """What met a pause is sent again."""
        for submission in self._paused:
            self._retry(submission)
        self._paused.clear()

    async def _greeted(self, socket: ClientConnection) -> None:
        for submission in self.waiting:
            await self._send(submission)

    def _lost(self) -> None:
        self._paused.clear()
        for task in self._again:
            task.cancel()
        if self._ended:
            # The lesson is over, and so is the hub.
            self.close()


class HostClient(Link[ToHost]):
    """The teacher's screen, or a command."""

    def __init__(
        self,
        target: Target,
        token: str,
        *,
        on_message: Callable[[ToHost], None],
        on_link: Callable[[LinkState], None],
    ) -> None:
        """Who may do everything; the token lies in the session's folder."""
        super().__init__(target, TO_HOST, on_message, on_link)
        self._token = token
        self._replies: dict[str, asyncio.Future[Done | Refused]] = {}

    async def do(self, verb: VerbName, **fields: Any) -> Done | Refused:
        """Has the hub carry out a verb.

        Args:
            verb: its name.
            **fields: what else a `Verb` takes: `student`, `text`, `amount`, `counts`.

        Returns:
            What the hub says; `Refused` also where it could not be asked.
        """
        ref = secrets.token_hex(8)
        try:
            asked = Verb(ref=ref, verb=verb, **fields)
        except ValidationError:
            return Refused(why="malformed", text="This cannot be asked for like that.", ref=ref)
        if self._socket is None:
            return _unasked(ref)
        reply: asyncio.Future[Done | Refused] = asyncio.get_running_loop().create_future()
        self._replies[ref] = reply
        try:
            await self._socket.send(asked.model_dump_json())
            async with asyncio.timeout(_REPLY):
                return await reply
        except (ConnectionClosed, TimeoutError):
            return _unasked(ref)
        finally:
            self._replies.pop(ref, None)

    def _hello(self) -> Host:
        return Host(protocol=PROTOCOL, token=self._token)

    def _take(self, message: ToHost) -> None:
        if isinstance(message, Done | Refused) and message.ref in self._replies:
            reply = self._replies[message.ref]
            if not reply.done():
                reply.set_result(message)

    def _lost(self) -> None:
        for ref, reply in self._replies.items():
            if not reply.done():
                reply.set_result(_unasked(ref))


def _unasked(ref: str) -> Refused:
    text = "The hub did not answer. Look whether it was done, and try again."
    return Refused(why="not-now", text=text, ref=ref, again=True)


class ProjectorClient(Link[ToProjector]):
    """The wall, which only looks."""

    def __init__(
        self,
        target: Target,
        token: str,
        *,
        on_message: Callable[[ToProjector], None],
        on_link: Callable[[LinkState], None],
    ) -> None:
        """A view without names; the token lies in the session's folder."""
        super().__init__(target, TO_PROJECTOR, on_message, on_link)
        self._token = token

    def _hello(self) -> Projector:
        return Projector(protocol=PROTOCOL, token=self._token)


_HERE: TypeAdapter[Here | Refused] = TypeAdapter(Here | Refused)


async def look(target: Target) -> Here:
    """What is hosted there, asked before joining.

    Raises:
        Unreachable: nobody answers, or it is no hub; why, and what to do.
    """
    hint = "Compare the code with the one on the wall. `quizgame doctor` tests the network."
    try:
        async with opening(target) as socket:
            async with asyncio.timeout(_REPLY):
                await socket.send(Look(protocol=PROTOCOL).model_dump_json())
                found = _HERE.validate_json(await socket.recv())
    except (OSError, WebSocketException, UnicodeError, ValidationError) as error:
        raise Unreachable("The lesson cannot be reached", reason(error), hint) from error
    if isinstance(found, Refused):
        raise Unreachable("The lesson cannot be joined", found.text, hint)
    return found
