"""Simulated students and their teacher: many connections in one process, speaking as clients do.

They know nothing of whom they talk to: the hub and the floor are measured alike.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import broadcast
from websockets.exceptions import ConnectionClosed

from quizgame.classroom.wire.message import PROTOCOL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SPREAD = 1.0
"""Seconds within which everybody answers."""

PATIENCE = 30.0
AT_ONCE = 100
"""How many connect at the same time: as many as a server lets wait in line."""

Place = tuple[int, int]
"""The number of a question, and of the vote on it."""


def link(uri: str, **options: Any) -> connect:
    """A connection as the measurements need it: nothing compressed, no pings of its own."""
    return connect(uri, compression=None, ping_interval=None, max_size=None, **options)


@dataclass
class Student:
    """One connection that answers each open question once.

    Attributes:
        choose: what of the options is picked.
        stored: what was acknowledged, by question and vote.
        opened: when each question was seen open first, and `revealed` when its key was told.
        waited: how long each acknowledgement took, in seconds.
        shown: the first view of each phase, as it came.
    """

    name: str
    delay: Callable[[], float]
    choose: Callable[[list[str]], str]
    token: str = ""
    view: dict[str, Any] = field(default_factory=dict)
    stored: dict[Place, str] = field(default_factory=dict)
    opened: dict[Place, float] = field(default_factory=dict)
    revealed: dict[int, float] = field(default_factory=dict)
    waited: dict[Place, float] = field(default_factory=dict)
    refused: list[dict[str, Any]] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)
    sent: int = 0
    received: int = 0
    _asked: dict[str, tuple[Place, str, float]] = field(default_factory=dict)
    _link: ClientConnection | None = None

    async def connect(self, uri: str) -> None:
        """Joins, or comes back; returns with the first view."""
        self._link = connection = await link(uri, open_timeout=PATIENCE)
        if self.token:
            hello = {"kind": "return", "protocol": PROTOCOL, "token": self.token}
        else:
            hello = {"kind": "join", "protocol": PROTOCOL, "name": self.name}
        self._send(hello)
        self.view = {}
        while not self.view:
            self._hear(await connection.recv())

    async def listen(self) -> None:
        """Answers until the connection ends."""
        assert self._link
        try:
            async for frame in self._link:
                self._hear(frame)
        except ConnectionClosed:
            pass

    async def drop(self) -> None:
        """Ends the connection without a word, as Wi-Fi does."""
        assert self._link
        self._link.transport.abort()
        await self._link.wait_closed()

    def _hear(self, frame: str | bytes) -> None:
        self.received += 1
        message = json.loads(frame)
        match message["kind"]:
            case "view":
                self._see(message)
                self.shown.setdefault(message["common"]["phase"], str(frame))
            case "stored":
                place, choice, since = self._asked.pop(message["submission"])
                self.stored[place] = choice
                self.waited[place] = perf_counter() - since
            case "welcome":
                self.token = message["token"]
            case "refused":
                self.refused.append(message)

    def _see(self, view: dict[str, Any]) -> None:
        self.view, common = view, view["common"]
        place = common["number"], common["vote"]
        if common["phase"] == "open" and not common["paused"] and place not in self.opened:
            self.opened[place] = perf_counter()
            options = [choice["id"] for choice in common["asked"]["choices"]]
            asyncio.get_running_loop().call_later(self.delay(), self._answer, place, options)
        elif common["phase"] == "revealed":
            self.revealed.setdefault(common["number"], perf_counter())

    def _answer(self, place: Place, options: list[str]) -> None:
        choice = self.choose(options)
        submission = f"{self.sent}-{place[0]}-{place[1]}"
        self._asked[submission] = place, choice, perf_counter()
        self._send(
            {
                "kind": "answer",
                "question": place[0],
                "vote": place[1],
                "choice": choice,
                "confidence": "fairly",
                "submission": submission,
            }
        )

    def _send(self, message: dict[str, Any]) -> None:
        assert self._link
        self.sent += 1
        broadcast([self._link], json.dumps(message))


class Teacher:
    """The connection that runs the lesson."""

    def __init__(self, connection: ClientConnection) -> None:
        self._link = connection
        self._refs = 0
        self.view: dict[str, Any] = {}
        self.received = 0

    @classmethod
    async def connect(cls, uri: str, token: str) -> Teacher:
        """Connects with the host's token."""
        connection = await link(uri)
        await connection.send(json.dumps({"kind": "host", "protocol": PROTOCOL, "token": token}))
        return cls(connection)

    async def do(self, verb: str, **fields: Any) -> dict[str, Any]:
        """Sends a verb and waits for its reply, which is returned."""
        self._refs += 1
        ref = f"r{self._refs}"
        await self._link.send(json.dumps({"kind": "verb", "ref": ref, "verb": verb, **fields}))
        while True:
            message = await self._hear()
            if message.get("ref") == ref:
                return message

    async def sees(self, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Waits for a view that meets a condition."""
        async with asyncio.timeout(PATIENCE):
            while not (self.view and condition(self.view)):
                await self._hear()
        return self.view

    async def leave(self) -> None:
        await self._link.close()

    async def _hear(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(await self._link.recv())
        self.received += 1
        if message["kind"] == "host-view":
            self.view = message
        return message


@dataclass(frozen=True, slots=True)
class Question:
    """How long everybody waited for what, in seconds.

    Attributes:
        opened: from the host's verb to the open question.
        stored: from the answer to its acknowledgement.
        revealed: from the host's verb to the key.
    """

    opened: list[float]
    stored: list[float]
    revealed: list[float]


class Crowd:
    """A class of students and what they have seen."""

    def __init__(self, uri: str, size: int, *, spread: float = SPREAD, seed: int = 1) -> None:
        rng = Random(seed)
        self.uri = uri
        self.students = [
            Student(f"Student {n}", lambda: spread * rng.random(), rng.choice)
            for n in range(1, size + 1)
        ]
        self._listening: set[asyncio.Task[None]] = set()
        self._number = 0

    @property
    def frames(self) -> int:
        """How many frames went to and from the students so far."""
        return sum(student.sent + student.received for student in self.students)

    async def join(self, students: Iterable[Student] | None = None) -> float:
        """Connects all, or some; the seconds until the last one has its first view."""
        line = asyncio.Semaphore(AT_ONCE)

        async def come(student: Student) -> None:
            async with line:
                await student.connect(self.uri)
            task = asyncio.create_task(student.listen())
            self._listening.add(task)
            task.add_done_callback(self._listening.discard)

        begun = perf_counter()
        async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
            for student in self.students if students is None else students:
                group.create_task(come(student))
        return perf_counter() - begun

    async def question(self, teacher: Teacher) -> Question:
        """One question from its posing to the key."""
        self._number += 1
        place = self._number, 1
        await teacher.do("begin" if self._number == 1 else "next")
        since = perf_counter()
        await teacher.do("open")
        await self.until(lambda student: place in student.stored)
        await teacher.do("lock")
        told = perf_counter()
        await teacher.do("reveal")
        await self.until(lambda student: place[0] in student.revealed)
        return Question(
            [student.opened[place] - since for student in self.students],
            [student.waited[place] for student in self.students],
            [student.revealed[place[0]] - told for student in self.students],
        )

    async def until(self, condition: Callable[[Student], bool]) -> None:
        """Waits until something holds for every student."""
        async with asyncio.timeout(PATIENCE):
            while not all(condition(student) for student in self.students):
                await asyncio.sleep(0.01)

    async def drop(self) -> None:
        """Everybody's connection breaks at once."""
        await asyncio.gather(*(student.drop() for student in self.students))
        await asyncio.gather(*self._listening)
