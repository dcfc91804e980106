"""What answers students' tries before a lesson runs: a hub that lets nobody in."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from pydantic import ValidationError
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed

from quizgame.classroom.addresses import LOOPBACK
from quizgame.classroom.wire.incoming import FIRST, Look
from quizgame.classroom.wire.message import MOST_BYTES
from quizgame.classroom.wire.outgoing import Here, Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from websockets.asyncio.server import ServerConnection

    from quizgame.classroom.targets import Target

SESSION = "doctor"
"""What it gives as the session: no lesson has such an id."""

_PATIENCE = 5.0
_HERE = Here(session=SESSION, title="A test of the network", names="given", closed=True)
_NOT_YET = Refused(
    why="not-now", text="The lesson has not begun: your teacher tests the network.", again=True
)
_NOTHING = Refused(why="malformed", text="This is no message of the game.")

_LOG = logging.getLogger("quizgame.doctor")
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False


@asynccontextmanager
async def listening(target: Target, visited: Callable[[str], None]) -> AsyncIterator[None]:
    """Answers at an address of this machine, and at loopback, until the block ends.

    Args:
        target: where; the host must be an IPv4 address of this machine.
        visited: called with the address of everybody who asks what is hosted.

    Raises:
        OSError: the port cannot be had there.
    """

    async def answer(connection: ServerConnection) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                reply = _reply(await connection.recv())
                await connection.send(reply.model_dump_json())
        except (ConnectionClosed, TimeoutError):
            return
        if isinstance(reply, Here):
            visited(str(connection.remote_address[0]))

    opened = partial(
        serve,
        answer,
        port=target.port,
        compression=None,
        max_size=MOST_BYTES,
        open_timeout=_PATIENCE,
        close_timeout=1,
        ping_interval=None,
        server_header=None,
        logger=_LOG,
    )
    async with AsyncExitStack() as servers:
        for host in {target.host, LOOPBACK}:
            await servers.enter_async_context(opened(host=host))
        yield


def _reply(frame: str | bytes) -> Here | Refused:
    try:
        first = FIRST.validate_json(frame)
    except ValidationError:
        return _NOTHING
    return _HERE if isinstance(first, Look) else _NOT_YET
