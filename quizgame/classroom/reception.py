"""What a connection says: who it is first, and then what its role may say. The rest is refused."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json
from websockets.exceptions import ConnectionClosed

from quizgame.classroom import limits, tokens
from quizgame.classroom.connection import Connection
from quizgame.classroom.limits import Bucket
from quizgame.classroom.wire.incoming import (
    FIRST,
    SUBMIT,
    VERB,
    Host,
    Join,
    Look,
    Projector,
    Return,
)
from quizgame.classroom.wire.message import PROTOCOL
from quizgame.classroom.wire.outgoing import Here, Refused

if TYPE_CHECKING:
    from collections.abc import Set

    from pydantic import TypeAdapter
    from websockets.asyncio.server import ServerConnection
    from websockets.typing import Data

    from quizgame.classroom.hub import Hub
    from quizgame.classroom.tokens import Tokens
    from quizgame.classroom.wire.outgoing import RefusedWhy

_BROKEN = frozenset({1002, 1007, 1008, 1009})
"""The codes with which connections are closed: broken frames, no text, too much, too long."""
_FIRST_KINDS = frozenset({"join", "return", "host", "projector", "look"})
_KINDS = _FIRST_KINDS | {"answer", "verb"}

Incoming = TypeVar("Incoming")


class Visitor:
    """One connection, from its first frame to its last.

    Attributes:
        student: the number of the student who this is; None for everybody else.
        is_staff: whether this is the teacher, or a wall.
    """

    def __init__(self, socket: ServerConnection, hub: Hub, secrets: Tokens) -> None:
        """Somebody who has not said yet who they are."""
        self.connection = Connection(socket)
        self.student: int | None = None
        self.is_staff = False
        self._socket = socket
        self._hub = hub
        self._secrets = secrets
        self._bad = 0
        self._frames = Bucket(limits.FRAMES_AT_ONCE, limits.FRAMES_A_SECOND, hub.now())

    async def arrive(self) -> None:
        """Reads frames until one says who this is, and is believed; or until there is no time."""
        try:
            async with asyncio.timeout(limits.HELLO):
                async for frame in self._socket:
                    first = self._parsed(FIRST, frame, _FIRST_KINDS)
                    if first is not None and self._is_in_time():
                        await self._introduced(first)
                    if self.student is not None or self.is_staff or self._bad > limits.MOST_BAD:
                        return
        except TimeoutError:
            self.connection.dismiss(None, "nothing was said")
        except ConnectionClosed as closed:
            self._count_if_broken(closed)

    async def stay(self) -> None:
        """Reads what a role may say, until the connection ends."""
        try:
            async for frame in self._socket:
                if self.student is not None:
                    self._student_says(self.student, frame)
                elif self._is_host:
                    self._host_says(frame)
                else:
                    self._bad_frame("not-allowed", "A wall only looks.")
                if self._bad > limits.MOST_BAD:
                    return
        except ConnectionClosed as closed:
            self._count_if_broken(closed)

    def leave(self) -> None:
        """Tells the hub that the connection has ended."""
        if self.student is not None:
            self._hub.leave(self.student, self.connection)
        self._hub.audience.remove_staff(self.connection)

    @property
    def _is_host(self) -> bool:
        return self.connection in self._hub.audience.hosts

    async def _introduced(self, first: Join | Return | Host | Projector | Look) -> None:
        if first.protocol != PROTOCOL:
            self._say_versions_differ()
            return
        match first:
            case Look():
                self._look()
            case Join():
                self.student = await self._hub.join(self.connection, first)
            case Return(token=token):
                found = self._hub.come_back(self.connection, token)
                if isinstance(found, Refused):
                    self.connection.say(found)
                else:
                    self.student = found
            case Host(token=token):
                self.is_staff = self._believed(token, self._secrets.host)
                if self.is_staff:
                    self._hub.add_host(self.connection)
            case Projector(token=token):
                self.is_staff = self._believed(token, self._secrets.projector)
                if self.is_staff:
                    self._hub.add_projector(self.connection)

    def _look(self) -> None:
        state = self._hub.state
        lesson = state.lesson
        self.connection.say(
            Here(
                session=lesson.session,
                title=lesson.title,
                names=lesson.settings.names,
                closed=state.closed,
            )
        )

    def _believed(self, given: str, kept: str) -> bool:
        if tokens.same(given, kept):
            return True
        self._bad_frame(
            "unknown-token", "This is not the secret of this session, which lies in its folder."
        )
        return False

    def _student_says(self, student: int, frame: Data) -> None:
        submit = self._parsed(SUBMIT, frame, {"answer"})
        if submit is not None and self._is_in_time(submit.submission):
            self._hub.answer(self.connection, student, submit)

    def _host_says(self, frame: Data) -> None:
        verb = self._parsed(VERB, frame, {"verb"})
        if verb is not None:
            self._hub.order(self.connection, verb)

    def _is_in_time(self, ref: str = "") -> bool:
        """Whether the connection does not send too fast; if it does, it is told."""
        if self._frames.take(self._hub.now()):
            return True
        self._bad_frame("too-fast", "Too many messages in a moment. Wait a little.", ref)
        return False

    def _parsed(
        self, adapter: TypeAdapter[Incoming], frame: Data, kinds: Set[str]
    ) -> Incoming | None:
        """The message in a frame; None if it is none that may be sent now, which is told."""
        if isinstance(frame, str):
            try:
                # Strictly: `true` and "1" are no numbers.
                return adapter.validate_json(frame, strict=True)
            except ValidationError:
                self._refuse(frame, kinds)
                return None
        self._bad_frame("malformed", "A message is text, not bytes.")
        return None

    def _refuse(self, frame: str, kinds: Set[str]) -> None:
        try:
            said = from_json(frame)
        except ValueError:
            said = None
        fields = said if isinstance(said, dict) else {}
        if type(fields.get("protocol")) is int and fields["protocol"] != PROTOCOL:
            self._say_versions_differ()
        elif isinstance(fields.get("kind"), str) and fields["kind"] in _KINDS - kinds:
            text = "This may not be sent here, or not now. Say first who you are, and that once."
            self._bad_frame("not-allowed", text)
        else:
            text = "This is no message of this game. `quizgame join` takes part in the lesson."
            self._bad_frame("malformed", text)

    def _say_versions_differ(self) -> None:
        text = "The lesson runs with another version of the game. Install the same one."
        self._refuse_frame("protocol", text)

    def _bad_frame(self, why: RefusedWhy, text: str, ref: str = "") -> None:
        self._hub.count_bad_frame()
        self._refuse_frame(why, text, ref)

    def _refuse_frame(self, why: RefusedWhy, text: str, ref: str = "") -> None:
        """Tells why a frame is not heeded; whoever goes on like that is sent away."""
        self._bad += 1
        self.connection.say(Refused(why=why, text=text, ref=ref, again=why == "too-fast"))
        if self._bad > limits.MOST_BAD:
            self.connection.dismiss(None, "malformed")

    def _count_if_broken(self, closed: ConnectionClosed) -> None:
        if closed.sent is not None and closed.sent.code in _BROKEN:
            self._hub.count_bad_frame()
