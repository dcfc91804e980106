"""A client's link to a hub: it comes back by itself until there is nothing more to come back to."""

from __future__ import annotations

import asyncio
import random
import socket
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from pydantic import ValidationError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from quizgame.classroom.wire.outgoing import Refused, Replaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import TypeAdapter

    from quizgame.classroom.targets import Target
    from quizgame.classroom.wire.incoming import Host, Join, Look, Projector, Return

LinkState = Literal["connecting", "connected", "lost", "ended"]
"""`lost` is followed by `connecting` again; `ended` is the last."""

PING_EVERY, PING_WAIT = 5.0, 10.0
"""Seconds between two signs of life, and how long one may take before the other side is gone."""
ENDED = "ended"
"""The reason with which a hub closes a connection when the lesson is over."""
LARGEST = 1 << 22
"""The longest message in bytes that a client takes from a hub."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.25, 5.0
_OPENING = 5.0
_CLOSING = 1.0
_NO_HUB = "Somebody answers there who is no lesson of this game."

Received = TypeVar("Received")


def opening(target: Target) -> connect:
    """A connection that is about to be made, without proxies: a lesson is in the same network."""
    return connect(
        f"ws://{target}",
        proxy=None,
        compression=None,
        max_size=LARGEST,
        open_timeout=_OPENING,
        close_timeout=_CLOSING,
        ping_interval=PING_EVERY,
        ping_timeout=PING_WAIT,
        user_agent_header=None,
    )


def pause(failures: int) -> float:
    """Seconds before the next try: longer each time, and by chance, so that a class spreads out."""
    longest = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**failures)
    return random.uniform(longest / 4, longest)


class Link(ABC, Generic[Received]):
    """Connects, says hello, hands on what comes, and connects again when the link is lost.

    Attributes:
        why: what went wrong last, in a sentence; empty while all is well.
        state: how the link stands.
    """

    def __init__(
        self,
        target: Target,
        received: TypeAdapter[Received],
        on_message: Callable[[Received], None],
        on_link: Callable[[LinkState], None],
    ) -> None:
        """A link that `run` will open; both functions are called in its loop and must not block."""
        self.target = target
        self.why = ""
        self.state: LinkState = "connecting"
        self._received = received
        self._on_message = on_message
        self._on_link = on_link
        self._socket: ClientConnection | None = None
        self._failures = 0
        self._greeted_at = 0.0
        self._over = False
        self._closing = asyncio.Event()
        self._hurry = asyncio.Event()

    async def run(self) -> None:
        """Keeps the link until `close` is called, or the hub has sent the client away for good."""
        try:
            while not self._over:
                self._tell("connecting")
                await self._connection()
                if self._over:
                    break
                self._hurry.clear()
                self._tell("lost")
                await self._wait(pause(self._failures))
                self._failures += 1
        finally:
            self._tell("ended")

    def close(self) -> None:
        """Ends the link; `run` returns soon."""
        self._over = True
        self._closing.set()
        self._hurry.set()

    def turn_to(self, target: Target) -> None:
        """Tries there next, and at once where the link is lost: the hub was started anew."""
        self.target = target
        self._failures = 0
        self._hurry.set()

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._hurry.wait()
        except TimeoutError:
            return

    async def _connection(self) -> None:
        try:
            async with opening(self.target) as socket:
                await socket.send(self._hello().model_dump_json())
                closer = asyncio.create_task(self._close_when_asked(socket))
                try:
                    await self._receive(socket)
                finally:
                    closer.cancel()
        except (OSError, WebSocketException, UnicodeError) as error:
            self.why = reason(error)
        finally:
            if self._socket and time.monotonic() - self._greeted_at > _LONGEST_PAUSE:
                # A hub that lets in and drops at once would else be asked without end.
                self._failures = 0
            self._socket = None
            self._lost()

    async def _close_when_asked(self, socket: ClientConnection) -> None:
        await self._closing.wait()
        await socket.close()

    async def _receive(self, socket: ClientConnection) -> None:
        async for frame in socket:
            try:
                message = self._received.validate_json(frame)
            except ValidationError:
                self.why = "The lesson runs with another version of the game."
                self.close()
                return
            greeted = self._socket is not None
            if isinstance(message, Refused) and not greeted:
                self._not_let_in(message)
                self._on_message(message)
                return
            if not greeted:
                self._socket = socket
            self._take(message)
            if not greeted and self._socket is not None:
                self._greeted_at = time.monotonic()
                self.why = ""
                self._tell("connected")
                await self._greeted(socket)
            self._on_message(message)
            if isinstance(message, Replaced):
                self.close()
            if self._over:
                return
        self.why = "The hub has closed the connection."
        if socket.close_reason == ENDED:
            self.close()

    def _not_let_in(self, refused: Refused) -> None:
        self.why = refused.text
        if not refused.again:
            self.close()

    def _tell(self, state: LinkState) -> None:
        self.state = state
        self._on_link(state)

    @abstractmethod
    def _hello(self) -> Join | Return | Host | Projector | Look:
        """What is said first on a new connection."""

    def _take(self, message: Received) -> None:
        """Looks at a message before it is handed on."""

    async def _greeted(self, socket: ClientConnection) -> None:
        """The hub has let the client in: what waited can be sent."""

    def _lost(self) -> None:
        """The connection has gone, or was not made."""


def reason(error: Exception) -> str:
    """Why a hub could not be reached, in a sentence."""
    if isinstance(error, ConnectionClosed):
        return "The connection was lost."
    if isinstance(error, TimeoutError):
        return "Nobody answers there: wrong address, other network, or a firewall."
    if isinstance(error, ConnectionRefusedError):
        return "The computer is there, but no lesson runs on it."
    if isinstance(error, (socket.gaierror, UnicodeError)):
        return "No machine has this name."
    if isinstance(error, OSError):
        return f"It cannot be reached ({error.strerror or error})."
    return _NO_HUB
