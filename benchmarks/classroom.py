"""Live sessions of 30, 300 and 1,000 students, against a bare server with the same journal."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.classroom_servers import Floor, Hub, Server, lost
from benchmarks.classroom_students import Crowd, Question, Teacher
from benchmarks.measure import ROOT, Result, Skip, ms, percentile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZES = (30, 300, 1000)
QUICK, FULL = {30: 2, 300: 2, 1000: 4}, 5
"""How many questions are asked: the medians are over them."""

LESSON = ("october-2024", "--set", "pre-test", "--names", "free")
ACKNOWLEDGED = 2.0
BACK = 10.0
FRAMES = 1.1
"""A frame count that grows with the class itself would be many times this."""


@dataclass(frozen=True, slots=True)
class Class:
    """What one server did for one class; `cpu` and `frames` are those of the questions alone.

    Attributes:
        joined: seconds until everybody had joined.
        cpu: seconds of processor time a question.
        memory: the most megabytes at once.
        frames: how many came to and from the students, for each of them and question.
        lost: how many acknowledged answers its journal does not hold.
        back: seconds until everybody was back whose connections had broken at once; 0 if none had.
    """

    joined: float
    questions: Sequence[Question]
    cpu: float
    memory: float
    frames: float
    lost: int
    back: float

    def waited(self, share: float) -> float:
        """The median over the questions of this percentile of the acknowledgements."""
        return median(percentile(question.stored, share) for question in self.questions)

    def opened(self) -> float:
        """The median over the questions of the last percent to see them."""
        return median(percentile(question.opened, 0.99) for question in self.questions)


def run(rounds: int) -> Iterator[Result]:
    if sys.platform != "linux":
        raise Skip("processor time and memory are read from /proc, which only Linux has")
    smallest = 0.0
    for size in SIZES:
        # Where saves are: a folder for temporary files may be in memory, where flushing is free.
        with TemporaryDirectory(dir=ROOT / "saves") as given:
            questions = QUICK[size] if rounds < FULL else FULL
            hub, floor = asyncio.run(_measure(Path(given), size, questions))
        smallest = smallest or hub.frames
        yield from _results(size, hub, floor, smallest)


async def _measure(folder: Path, size: int, questions: int) -> tuple[Class, Class]:
    """The hub and the floor, taking turns; the floor shows what the hub showed at first."""
    hub = Hub(folder / "hub", *LESSON, "--most", str(size))
    try:
        ours = await Hosted.begin(hub, size)
        floor = Floor(folder / "floor", ours.crowd.students[0].shown)
        try:
            bare = await Hosted.begin(floor, size)
            for _ in range(questions):
                await ours.question()
                await bare.question()
            await ours.storm()
            return await ours.end(), await bare.end()
        finally:
            floor.kill()
    finally:
        hub.kill()


class Hosted:
    """A server with its class, and what was measured so far."""

    def __init__(self, server: Server, crowd: Crowd, teacher: Teacher, joined: float) -> None:
        self.crowd = crowd
        self._server, self._teacher, self._joined = server, teacher, joined
        self._questions: list[Question] = []
        self._cpu, self._frames, self._back = 0.0, 0, 0.0

    @classmethod
    async def begin(cls, server: Server, size: int) -> Hosted:
        """Everybody joins, and answers one question that does not count."""
        crowd = Crowd(server.uri, size)
        joined = await crowd.join()
        teacher = await Teacher.connect(server.uri, server.token)
        hosted = cls(server, crowd, teacher, joined)
        await crowd.question(teacher)
        return hosted

    async def question(self) -> None:
        """One question that counts."""
        cpu, frames = self._server.cpu(), self.crowd.frames
        self._questions.append(await self.crowd.question(self._teacher))
        self._cpu += self._server.cpu() - cpu
        self._frames += self.crowd.frames - frames

    async def storm(self) -> None:
        """Everybody's connection breaks, and everybody comes back with the token of the start."""
        await self.crowd.drop()
        self._back = await self.crowd.join()

    async def end(self) -> Class:
        """Everybody leaves; what came of it, with the journal read as it is on the disk."""
        memory = self._server.memory()
        self._server.kill()
        await self._teacher.leave()
        await self.crowd.drop()
        asked, students = len(self._questions), self.crowd.students
        return Class(
            joined=self._joined,
            questions=self._questions,
            cpu=self._cpu / asked,
            memory=memory,
            frames=self._frames / asked / len(students),
            lost=lost(students, self._server.kept()),
            back=self._back,
        )


def _results(size: int, hub: Class, floor: Class, smallest: float) -> Iterator[Result]:
    what = f"class of {size}: "
    p99 = hub.waited(0.99), floor.waited(0.99)
    how = f"p99 {_against(*p99)}; p50 {_against(hub.waited(0.5), floor.waited(0.5))}"
    yield Result(f"{what}an answer acknowledged, p99", ACKNOWLEDGED, p99[0] / p99[1], how=how)
    how = f"{hub.frames:.1f} a student and question; in the class of {SIZES[0]} {smallest:.1f}"
    yield Result(f"{what}frames", FRAMES, hub.frames / smallest, how=how)
    how = f"of {size * len(hub.questions)}; the floor {floor.lost}"
    yield Result(f"{what}acknowledged answers lost", 0, hub.lost, "answers", how)
    yield Result(f"{what}all connections break, all are back", BACK, hub.back, "s")
    for told, one, other in (
        ("the question shown, p99", hub.opened(), floor.opened()),
        ("everybody joins", hub.joined, floor.joined),
        ("processor time a question", hub.cpu, floor.cpu),
    ):
        yield Result(what + told, None, one / other, how=_against(one, other))
    how = f"{hub.memory:.0f} MB against {floor.memory:.0f} MB"
    yield Result(f"{what}memory, at the most", None, hub.memory / floor.memory, how=how)


def _against(ours: float, floor: float) -> str:
    return f"{ms(ours)} against {ms(floor)}"
