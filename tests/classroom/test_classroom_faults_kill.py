"""The hub is killed without warning, and takes the session up from its journal."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from random import Random
from time import monotonic
from urllib.parse import urlsplit

from class_lesson import KEYS
from class_lines import line
from websockets.exceptions import ConnectionClosed

from benchmarks.classroom_servers import digest
from quizgame.classroom.client import HostClient, StudentClient
from quizgame.classroom.events import Answered
from quizgame.classroom.journal import read
from quizgame.classroom.results import held
from quizgame.classroom.targets import Target
from quizgame.classroom.wire.incoming import Join
from quizgame.classroom.wire.message import PROTOCOL
from quizgame.classroom.wire.outgoing import StudentView

STEPS = (
    ("begin", "read"),
    ("open", "open"),
    ("lock", "locked"),
    ("discuss", "discuss"),
    ("open", "open"),
    ("reveal", "revealed"),
    ("board", "board"),
)
"""A question that passes through every phase: the verb, and where it leads."""

GIVEN = "question", "vote", "choice", "confidence"
SAME = "phase", "number", "vote", "asked", "page"
"""What a student must see again."""


async def test_killed_in_every_phase_it_stands_there_paused(hosting):
    hub = hosting()
    async with (
        line(hub.uri, kind="join", name="Bo") as one,
        line(hub.uri, kind="join", name="Ida") as other,
    ):
        await one.phase("lobby")
        await other.phase("lobby")
    for verb, phase in STEPS:
        async with (
            line(hub.uri, kind="host", token=hub.token) as teacher,
            line(hub.uri, kind="return", token=one.token) as student,
            # She never answers, so that questions stay open.
            line(hub.uri, kind="return", token=other.token),
        ):
            if verb == "reveal":
                await teacher.do("lock")
            assert (await teacher.do(verb))["kind"] == "done", verb
            before = await student.phase(phase)
            since = monotonic()
            if phase == "open":
                given = student.answering(KEYS[0])
                await student.send(given)
                await student.until("stored")
                # Her client knows what she said; the hub tells it at the next view.
                before["own"]["given"] = {key: given[key] for key in GIVEN}
                before["own"]["answered"] = 1
            hub.kill()
            lived = monotonic() - since
        was = hub.state()
        hub.resume()
        async with (
            line(hub.uri, kind="host", token=hub.token) as teacher,
            line(hub.uri, kind="return", token=one.token) as student,
        ):
            after = await student.until("view")
            assert {key: after["common"][key] for key in SAME} == {
                key: before["common"][key] for key in SAME
            }
            assert after["own"] == before["own"]
            assert after["explained"] == before["explained"]
            assert after["common"]["paused"], phase
            since = monotonic()
            assert (await teacher.do("continue"))["kind"] == "done"
            after = await student.sees(lambda view: not view["common"]["paused"])
            lived += monotonic() - since
            if phase in ("read", "open"):
                # Nothing is taken off for the time between, in which a process started.
                assert before["common"]["left"] - after["common"]["left"] < lived + 0.1
        assert said(hub.state()) == said(was)


def said(state):
    """What the class has said, without the times, which move on by the pause."""
    votes = [[vote.ballots for vote in asking.votes] for asking in state.asked]
    return votes, [(asking.told, asking.boarded) for asking in state.asked]


async def test_clients_come_back_by_themselves_and_bring_the_answer_that_was_on_its_way(hosting):
    hub = hosting()
    address = urlsplit(hub.uri)
    target = Target(address.hostname, address.port)
    heard, links = [], []
    hello = Join(protocol=PROTOCOL, name="Bo")
    student = StudentClient(target, hello=hello, on_message=heard.append, on_link=links.append)
    teacher = HostClient(target, hub.token, on_message=ignore, on_link=ignore)
    running = [asyncio.create_task(client.run()) for client in (student, teacher)]
    # She never answers, so that the question stays open.
    async with line(hub.uri, kind="join", name="Ida"):
        await until(lambda: links[-1:] == ["connected"] and teacher.state == "connected")
        await teacher.do("begin")
        await teacher.do("open")
        first = await student.submit(1, 1, KEYS[0], "sure")
        await until(lambda: not student.waiting)
        hub.kill()
    await until(lambda: links[-1] == "lost")
    second = await student.submit(1, 1, KEYS[1], "guess")
    hub.resume()
    await until(lambda: links[-1] == teacher.state == "connected")
    view = next(one for one in reversed(heard) if isinstance(one, StudentView))
    assert (view.common.paused, view.own.given.choice) == (True, KEYS[0])
    async with line(hub.uri, kind="join", name="Ada"):
        assert (await teacher.do("continue")).kind == "done"
        if not student.waiting:
            second = await student.submit(1, 1, KEYS[1], "guess")
        await until(lambda: not student.waiting)
    for client in (student, teacher):
        client.close()
    await asyncio.gather(*running)
    assert links[-1] == "ended"
    kept = [event for event in read(hub.folder / "journal.jsonl") if isinstance(event, Answered)]
    assert [event.submission for event in kept] == [first, second]


def ignore(_):
    """Heard, and not needed here."""


async def until(condition):
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.01)


class Restless:
    """A student who changes an answer again and again, and notes what was acknowledged."""

    def __init__(self, number):
        self.hello = {"kind": "join", "name": f"Student {number}"}
        self.sent = []
        self.stored = []

    async def votes(self, uri, began):
        """Votes until the connection breaks."""
        with suppress(ConnectionClosed):
            async with line(uri, **self.hello) as student:
                await self.settles(student, began)
                while True:
                    choice = KEYS[len(self.sent) % 2]
                    submission = f"s-{len(self.sent)}"
                    self.sent.append((submission, choice))
                    reply = await student.answer(choice, submission=submission)
                    assert reply["kind"] == "stored", reply
                    self.stored.append(submission)
                    await asyncio.sleep(0.1)

    async def settles(self, student, began):
        await student.until("view")
        self.hello = {"kind": "return", "token": student.token or self.hello.get("token")}
        began.release()
        await student.sees(lambda v: v["common"]["phase"] == "open" and not v["common"]["paused"])


async def test_killed_at_random_moments_every_acknowledged_answer_is_there_once(hosting):
    rng = Random(7)
    hub = hosting("--seconds", "none")
    students = [Restless(number) for number in range(40)]
    async with line(hub.uri, kind="join", name="Ida") as undecided:
        await undecided.phase("lobby")
    for start in (["begin", "open"], ["continue"], ["continue"]):
        # As long as somebody who is here has not answered, the question stays open.
        async with line(hub.uri, kind="return", token=undecided.token):
            await vote_until_killed(hub, students, start, after=0.2 + rng.random() / 4)
        hub.resume()
    kept = [event for event in read(hub.folder / "journal.jsonl") if isinstance(event, Answered)]
    state = hub.state()
    number_of = {joined.token: joined.id for joined in state.students.values()}
    ballots = state.asked[0].votes[0].ballots
    for student in students:
        number = number_of[digest(student.hello["token"])]
        ours = [(e.submission, e.choice) for e in kept if e.student == number]
        assert len(ours) == len(set(ours)), "an answer is there twice"
        assert set(student.stored) <= {submission for submission, _ in ours}
        assert set(ours) <= set(student.sent)
        assert (ballots[number].submission, ballots[number].choice) == ours[-1]
    assert sum(len(student.stored) for student in students) > len(students)
    results = held(read(hub.folder / "journal.jsonl")).given
    assert sorted((one.student, one.chosen) for one in results) == sorted(
        (state.students[number].name, ballot.choice) for number, ballot in ballots.items()
    )


async def vote_until_killed(hub, students, start, after):
    """Everybody comes and votes; the hub dies in the middle of it."""
    ready = asyncio.Semaphore(0)
    voting = [asyncio.create_task(student.votes(hub.uri, ready)) for student in students]
    for _ in students:
        await ready.acquire()
    async with line(hub.uri, kind="host", token=hub.token) as teacher:
        for verb in start:
            assert (await teacher.do(verb))["kind"] == "done"
        await asyncio.sleep(after)
        hub.kill()
    await asyncio.gather(*voting)
