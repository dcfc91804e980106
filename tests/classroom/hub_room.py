"""A real hub in the test's own loop, and raw connections to it."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

import pytest
from lesson_samples import ITEMS, PACK, lesson_of
from websockets.asyncio.client import connect

from quizgame.classroom import folder as folders
from quizgame.classroom import journal, opening, session, tokens
from quizgame.classroom.events import Begun
from quizgame.classroom.journal import Journal
from quizgame.classroom.wire.message import PROTOCOL

PATIENCE = 10.0


class Line:
    """A connection that says what a test wants, and keeps what it hears."""

    def __init__(self, socket):
        self.socket = socket
        self.heard = []
        self.token = ""

    async def say(self, kind, **fields):
        if kind in {"join", "return", "host", "projector", "look"}:
            fields = {"protocol": PROTOCOL, **fields}
        await self.socket.send(json.dumps({"kind": kind, **fields}))

    async def next(self):
        async with asyncio.timeout(PATIENCE):
            message = json.loads(await self.socket.recv())
        self.heard.append(message)
        return message

    async def until(self, kind, **fields):
        """The next message of a kind with these fields."""
        while True:
            message = await self.next()
            if message["kind"] == kind and fields.items() <= message.items():
                return message

    async def phase(self, phase):
        """The next view of a phase."""
        while True:
            message = await self.next()
            if "common" in message and message["common"]["phase"] == phase:
                return message

    async def do(self, verb, ref="r", **fields):
        await self.say("verb", verb=verb, ref=ref, **fields)
        while True:
            message = await self.next()
            if message["kind"] in {"done", "refused"}:
                return message

    async def answer(self, choice, submission="s", question=1, vote=1, confidence=""):
        await self.say(
            "answer", question=question, vote=vote, choice=choice, confidence=confidence,
            submission=submission,
        )  # fmt: skip
        while True:
            message = await self.next()
            if message["kind"] in {"stored", "refused"}:
                return message

    async def ends(self):
        """Reads until the hub closes the connection."""
        async with asyncio.timeout(PATIENCE):
            async for frame in self.socket:
                self.heard.append(json.loads(frame))
        return self.socket.close_reason


class Room:
    """A hub that runs, and its session's folder."""

    def __init__(self, folder, hub, running):
        self.folder = folder
        self.hub = hub
        self.running = running
        self.secrets = tokens.read(folder.tokens)
        self.told = []

    @property
    def uri(self):
        return f"ws://127.0.0.1:{self.running.port}"

    @property
    def events(self):
        return journal.read(self.folder.journal)

    @asynccontextmanager
    async def line(self, kind="", **fields):
        async with connect(self.uri, proxy=None, compression=None, close_timeout=1) as socket:
            line = Line(socket)
            if kind:
                await line.say(kind, **fields)
            yield line

    @asynccontextmanager
    async def student(self, **fields):
        async with self.line("join", **fields) as line:
            line.token = (await line.until("welcome"))["token"]
            await line.until("view")
            yield line

    @asynccontextmanager
    async def teacher(self):
        async with self.line("host", token=self.secrets.host) as line:
            await line.until("host-view")
            yield line

    async def sees(self, condition):
        """Waits until something is true."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await asyncio.sleep(0.005)


def begun(saves, items=ITEMS, **settings):
    """A session that has begun."""
    made = folders.make(saves, datetime(2026, 11, 25, 14, 30, tzinfo=UTC))
    kept = Journal(made.journal)
    kept.append([Begun(0.0, lesson_of(PACK, items, **settings))])
    kept.close()
    return made


@asynccontextmanager
async def opened(folder, *, sync=None, address="127.0.0.1", port=0):
    """Runs the hub of a session until the block ends."""
    found = taken_up(folder)
    kept = Journal(folder.journal, *filter(None, (sync,)))
    ready = asyncio.get_running_loop().create_future()
    told = []
    serving = asyncio.create_task(
        session.serve(
            found,
            kept,
            address=address,
            port=port,
            ready=lambda *both: ready.set_result(both),
            tell=told.extend,
        )
    )
    try:
        done, _ = await asyncio.wait({ready, serving}, return_when=asyncio.FIRST_COMPLETED)
        if serving in done:
            serving.result()
        room = Room(folder, *ready.result())
        room.told = told
        yield room
    finally:
        if ready.done():
            ready.result()[0].stop("test")
        with suppress(asyncio.CancelledError):
            await serving
        kept.close()


BEGAN = datetime(2026, 11, 25, 13, 30, 1, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)


def taken_up(folder, now=None):
    """A session from its journal, with a pack that is in no file: at once, or later if it ran."""
    now = now or (LATER if len(journal.read(folder.journal)) > 1 else BEGAN)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_pack", lambda *_: PACK)
        return opening.take_up(folder, (), now)
