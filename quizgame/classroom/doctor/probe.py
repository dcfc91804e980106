"""One try to reach a lesson: step by step, so that it can be told what stands in the way."""

from __future__ import annotations

import asyncio
import logging
import socket
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Literal

from pydantic import TypeAdapter, ValidationError
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from quizgame.classroom.wire.incoming import Look
from quizgame.classroom.wire.message import PROTOCOL
from quizgame.classroom.wire.outgoing import Here, Refused

if TYPE_CHECKING:
    from quizgame.classroom.targets import Target

What = Literal[
    "reached", "refused", "silent", "no-way", "unknown-name", "other-program", "other-version"
]
"""What became of a try. `silent` is no answer at all; `no-way` is what the own system says."""

WAIT = 5.0
"""Seconds that a try may take."""

_LARGEST = 1 << 16
_ANSWER: TypeAdapter[Here | Refused] = TypeAdapter(Here | Refused)
_Address = tuple[
    socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]
]

_LOG = logging.getLogger("quizgame.doctor")
# What goes wrong is told to the person, not to a log.
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one try has shown.

    Attributes:
        seconds: how long the connection took, or was waited for.
        here: what is hosted there, if a lesson answered.
        detail: what the system or the other side said, if that tells more.
    """

    what: What
    seconds: float = 0.0
    here: Here | None = None
    detail: str = ""


async def probe(target: Target, wait: float = WAIT) -> Outcome:
    """Connects, asks what is hosted, and leaves; the lesson notices nothing of it."""
    begun = monotonic()
    try:
        async with asyncio.timeout(wait):
            addresses = await _addresses(target)
            connected = await _connected(addresses)
    except TimeoutError:
        return Outcome("silent", monotonic() - begun)
    except (socket.gaierror, UnicodeError) as error:
        return Outcome("unknown-name", detail=str(error))
    except ConnectionRefusedError:
        return Outcome("refused", monotonic() - begun)
    except OSError as error:
        return Outcome("no-way", monotonic() - begun, detail=error.strerror or str(error))
    seconds = monotonic() - begun
    with connected:
        return await _asked(connected, seconds, max(wait - seconds, wait / 2))


async def _addresses(target: Target) -> list[_Address]:
    loop = asyncio.get_running_loop()
    infos = await loop.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    return [(info[0], info[4]) for info in infos]


async def _connected(addresses: list[_Address]) -> socket.socket:
    """A connection to the first address that takes one; the last error if none does."""
    for number, (family, address) in enumerate(addresses, 1):
        made = socket.socket(family, socket.SOCK_STREAM)
        try:
            made.setblocking(False)
            await asyncio.get_running_loop().sock_connect(made, address)
        except BaseException as error:
            made.close()
            if not isinstance(error, OSError) or number == len(addresses):
                raise
        else:
            return made
    raise OSError("no address")


async def _asked(connected: socket.socket, seconds: float, wait: float) -> Outcome:
    try:
        async with (
            asyncio.timeout(wait),
            connect(
                "ws://lesson",
                sock=connected,
                compression=None,
                max_size=_LARGEST,
                open_timeout=None,
                close_timeout=1,
                ping_interval=None,
                user_agent_header=None,
                logger=_LOG,
            ) as connection,
        ):
            await connection.send(Look(protocol=PROTOCOL).model_dump_json())
            answer = _ANSWER.validate_json(await connection.recv())
    except TimeoutError:
        return Outcome("other-program", seconds, detail="it takes the connection and says nothing")
    except ValidationError:
        return Outcome("other-version", seconds)
    # A ValueError is a redirection to somewhere else.
    except (OSError, WebSocketException, ValueError) as error:
        return Outcome("other-program", seconds, detail=str(error))
    if isinstance(answer, Refused):
        what: What = "other-version" if answer.why == "protocol" else "other-program"
        return Outcome(what, seconds, detail=answer.text)
    return Outcome("reached", seconds, answer)
