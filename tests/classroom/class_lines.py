"""A connection to a hub at the level of frames: tests send what no client sends."""

from __future__ import annotations

import asyncio
import json
import socket
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from quizgame.classroom.wire.message import PROTOCOL

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

PATIENCE = 20.0

Message = dict[str, Any]


class Line:
    """One connection; `heard` is everything that came, in order, and `view` the last view."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.heard: list[Message] = []
        self.view: Message = {}
        self.token = ""
        self._count = 0

    async def send(self, message: Message | str | bytes) -> None:
        """A message as JSON, or a frame as it is."""
        await self.connection.send(json.dumps(message) if isinstance(message, dict) else message)

    async def hear(self) -> Message:
        """The next message."""
        async with asyncio.timeout(PATIENCE):
            message: Message = json.loads(await self.connection.recv())
        self.heard.append(message)
        if message["kind"].endswith("view"):
            self.view = message
        if message["kind"] == "welcome":
            self.token = message["token"]
        return message

    async def ends(self) -> None:
        """Listens until the hub ends the connection."""
        with suppress(ConnectionClosed):
            while True:
                await self.hear()

    async def until(self, kind: str, **fields: object) -> Message:
        """The next message of a kind, and with these fields; others pass by."""
        while True:
            message = await self.hear()
            if message["kind"] == kind and fields.items() <= message.items():
                return message

    async def sees(self, condition: Callable[[Message], bool]) -> Message:
        """The first view, the last one included, that meets a condition."""
        while not (self.view and condition(self.view)):
            await self.hear()
        return self.view

    async def phase(self, phase: str) -> Message:
        """The first view of a phase."""
        return await self.sees(lambda view: view["common"]["phase"] == phase)

    async def do(self, verb: str, **fields: object) -> Message:
        """What the hub replies to a verb of the host."""
        self._count += 1
        ref = f"ref-{self._count}"
        await self.send({"kind": "verb", "ref": ref, "verb": verb, **fields})
        while True:
            message = await self.hear()
            if message.get("ref") == ref:
                return message

    def answering(self, choice: str, **fields: object) -> Message:
        """An answer to the question of the last view, with a submission of its own."""
        self._count += 1
        common = self.view["common"]
        return {
            "kind": "answer",
            "question": common["number"],
            "vote": common["vote"],
            "choice": choice,
            "confidence": "fairly",
            "submission": f"s-{self._count}",
            **fields,
        }

    async def answer(self, choice: str, **fields: object) -> Message:
        """Answers, and waits for what the hub says to it."""
        message = self.answering(choice, **fields)
        await self.send(message)
        while True:
            reply = await self.hear()
            if reply["kind"] == "refused" or reply.get("submission") == message["submission"]:
                return reply


@asynccontextmanager
async def line(
    uri: str, *, sock: socket.socket | None = None, **hello: object
) -> AsyncIterator[Line]:
    """A connection that has said hello, if one is given: `kind="join"`, and what belongs to it."""
    opening = connect(uri, compression=None, max_size=None, open_timeout=PATIENCE, sock=sock)
    async with opening as connection:
        opened = Line(connection)
        if hello:
            await opened.send({"protocol": PROTOCOL, **hello})
        yield opened
