"""Where the hub listens, and how connections come to it."""

from __future__ import annotations

import errno
import logging
import os
from typing import TYPE_CHECKING

from websockets.asyncio.server import serve

from quizgame.classroom.folder import LOOPBACK
from quizgame.classroom.link import PING_EVERY, PING_WAIT
from quizgame.classroom.metered import Metered
from quizgame.classroom.reception import Visitor
from quizgame.classroom.targets import DEFAULT_PORT
from quizgame.classroom.wire.message import MOST_BYTES
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from websockets.asyncio.server import Server as Listener
    from websockets.asyncio.server import ServerConnection

    from quizgame.classroom.hub import Hub
    from quizgame.classroom.tokens import Tokens

EVERYWHERE = "0.0.0.0"
PORTS = 20
"""So many ports are tried, from the default one on."""

_OPENING, _CLOSING = 5.0, 1.0
_STRANGERS = 100
"""So many connections may not have said yet who they are, and twice as many as students."""
_QUEUED = 8

_quiet = logging.getLogger("quizgame.classroom.server")
_quiet.addHandler(logging.NullHandler())
_quiet.propagate = False


class NotListeningError(UsageError):
    """The hub cannot listen where it was told to."""


class Server:
    """Takes connections for a hub."""

    def __init__(self, hub: Hub, secrets: Tokens) -> None:
        """A server that does not listen yet."""
        self._hub = hub
        self._secrets = secrets
        self._strangers: dict[Visitor, None] = {}
        self._most_strangers = _STRANGERS + 2 * hub.state.lesson.settings.most

    async def handle(self, socket: ServerConnection) -> None:
        """Serves one connection to its end."""
        visitor = Visitor(socket, self._hub, self._secrets)
        self._strangers[visitor] = None
        if len(self._strangers) > self._most_strangers:
            # Who has waited longest says nothing; somebody who comes back does at once.
            oldest = next(iter(self._strangers))
            del self._strangers[oldest]
            oldest.connection.dismiss(None, "too many")
        try:
            await visitor.arrive()
            self._strangers.pop(visitor, None)
            if visitor.student is not None or visitor.is_staff:
                await visitor.stay()
        finally:
            self._strangers.pop(visitor, None)
            visitor.leave()
            await visitor.connection.finish()

    async def listen(self, address: str, port: int) -> tuple[list[Listener], int]:
        """Begins to take connections at an address, and at the loopback for this machine's own.

        Returns:
            What listens, and the port, which is chosen by the system if 0 was given.

        Raises:
            OSError: the port is taken, or the address is not this machine's.
        """
        listeners: list[Listener] = []
        try:
            for one in listening(address):
                listeners.append(await self._listen(one, port))
                port = port or next(iter(listeners[0].sockets)).getsockname()[1]
        except OSError:
            for listener in listeners:
                listener.close()
            raise
        return listeners, port

    async def _listen(self, address: str, port: int) -> Listener:
        return await serve(
            self.handle,
            address,
            port,
            # A web page that somebody has open on this machine is no client.
            origins=[None],
            compression=None,
            max_size=MOST_BYTES,
            max_queue=_QUEUED,
            open_timeout=_OPENING,
            close_timeout=_CLOSING,
            ping_interval=PING_EVERY,
            ping_timeout=PING_WAIT,
            server_header=None,
            create_connection=Metered,
            logger=_quiet,
        )


def listening(address: str) -> list[str]:
    """The addresses that are listened at for an address that students use."""
    return [address] if address in {EVERYWHERE, LOOPBACK} else [address, LOOPBACK]


async def listen(server: Server, address: str, port: int | None) -> tuple[list[Listener], int]:
    """Listens at a port, or without one at the first that is free from the default one on.

    Raises:
        NotListeningError: it cannot be listened there; why, and what to do.
    """
    ports = range(DEFAULT_PORT, DEFAULT_PORT + PORTS) if port is None else (port,)
    for one in ports:
        try:
            return await server.listen(address, one)
        except OSError as error:
            if error.errno == errno.EADDRINUSE and one != ports[-1]:
                continue
            raise _refusal(error, address, one) from error
    raise AssertionError("there is no port to try")


def _refusal(error: OSError, address: str, port: int) -> NotListeningError:
    title = "Nobody can join here"
    match error.errno:
        case errno.EADDRINUSE:
            return NotListeningError(
                title,
                f"Port {port} is taken by another program, perhaps by another lesson.",
                "Leave --port out, or name another one.",
            )
        case errno.EACCES:
            return NotListeningError(
                title,
                f"Port {port} may not be listened at.",
                f"Leave --port out, or name one from 1024 on; the usual one is {DEFAULT_PORT}.",
            )
    return NotListeningError(
        title,
        f"This computer cannot listen at {address} ({os.strerror(error.errno or 0)}).",
        "`quizgame doctor` tells this computer's addresses; name one of them with --address.",
    )
