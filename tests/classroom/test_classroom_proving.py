"""What could go wrong between the rules and the connections, tried on a hub without a network."""

import asyncio
import json
from contextlib import asynccontextmanager
from random import Random

import pytest
from lesson_samples import ITEMS, PACK, lesson_of

from quizgame.classroom import hub as hubs
from quizgame.classroom.clock import Clock
from quizgame.classroom.events import Answered, Begun
from quizgame.classroom.hub import Hub
from quizgame.classroom.material import material
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.staff import Staff
from quizgame.classroom.wire.incoming import Join, Submit, Verb
from quizgame.classroom.wire.message import PROTOCOL
from quizgame.saves.errors import NotSaved

PATIENCE = 10.0


class Peer:
    """A connection that keeps what it is told."""

    def __init__(self):
        self.said = []
        self.views = []
        self.counts = []
        self.dismissed = None

    def say(self, message):
        self.said.append(message)

    def show(self, frame):
        self.views.append(json.loads(frame))

    def glance(self, message):
        self.counts.append(message)

    def dismiss(self, message, reason=""):
        self.dismissed = message or reason

    def of(self, kind):
        return [message for message in self.said if message.kind == kind]


class Disk:
    """A journal in memory that can refuse, and wait."""

    def __init__(self):
        self.events = []
        self.refuses = False

    def append(self, group):
        self.probe()
        self.events += group

    def probe(self):
        if self.refuses:
            raise NotSaved("Not saved", "The disk is full.", "Make room.")


class Room:
    """A hub that runs, with a teacher."""

    def __init__(self, **settings):
        lesson = lesson_of(PACK, ITEMS, **settings)
        self.disk = Disk()
        self.disk.events.append(Begun(0.0, lesson))
        self.hub = Hub(
            apply(None, self.disk.events[0])[0],
            material(PACK, lesson),
            self.disk,
            clock=Clock(0.0),
            secret="secret",
            staff=Staff(),
            tell=lambda events: None,
        )
        self.teacher = Peer()
        self.hub.add_host(self.teacher)

    async def until(self, condition):
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await asyncio.sleep(0.002)

    async def join(self, name=""):
        peer = Peer()
        student = await self.hub.join(peer, Join(protocol=PROTOCOL, name=name))
        return student, peer, peer.of("welcome")[0].token

    async def do(self, verb, **fields):
        asked = Verb(ref=f"r{len(self.teacher.said)}", verb=verb, **fields)
        self.hub.order(self.teacher, asked)
        await self.until(lambda: any(said.ref == asked.ref for said in self.teacher.said))
        return self.teacher.said[-1]

    def answer(self, student, peer, choice, submission):
        self.hub.answer(
            peer, student, Submit(question=1, vote=1, choice=choice, submission=submission)
        )

    @property
    def ballots(self):
        return self.hub.state.asked[0].votes[-1].ballots


@asynccontextmanager
async def running(**settings):
    room = Room(**settings)
    task = asyncio.create_task(room.hub.run())
    try:
        yield room
    finally:
        room.hub.stop("test")
        await task


async def test_what_an_older_connection_still_says_replaces_nothing():
    """A click that was stuck in a lost connection arrives after a newer one."""
    async with running() as room:
        student, old, token = await room.join()
        await room.join()
        await room.do("begin")
        await room.do("open")
        new = Peer()
        assert room.hub.come_back(new, token) == student
        assert old.dismissed.kind == "replaced"
        room.answer(student, new, "alleged", "second")
        await room.until(lambda: new.of("stored"))
        room.answer(student, old, "confirmed", "first")
        await room.do("lock")
        assert room.ballots[student].choice == "alleged"
        assert not old.of("stored")


async def test_the_list_of_students_learns_who_has_answered():
    async with running() as room:
        student, peer, _ = await room.join()
        await room.join()
        await room.do("begin")
        await room.do("open")
        await room.until(lambda: room.teacher.views[-1]["common"]["phase"] == "open")
        room.answer(student, peer, "confirmed", "a")
        await room.until(lambda: any(c.answered == 1 for c in room.teacher.counts))
        await room.until(lambda: room.teacher.views[-1]["seats"][0]["answered"])
        assert not room.teacher.views[-1]["seats"][1]["answered"]


async def test_what_is_done_without_changing_anything_is_shown_too():
    """A command waits for the view after what it has asked for."""
    async with running() as room:
        await room.do("begin")
        await room.do("open")
        for _ in range(2):
            await room.do("hands", counts={"confirmed": 3})
            seen = len(room.teacher.views)
            await room.until(lambda seen=seen: len(room.teacher.views) > seen)


async def test_who_gave_up_while_joining_holds_up_nobody():
    async with running() as room:
        student, _, _ = await room.join()
        given_up = asyncio.create_task(room.hub.join(Peer(), Join(protocol=PROTOCOL)))
        await asyncio.sleep(0)
        given_up.cancel()
        await room.until(lambda: len(room.hub.state.students) == 2)
        await room.until(lambda: not room.hub.state.students[2].present)
        assert room.hub.audience.students() == {student}


async def test_an_answer_in_a_pause_may_be_sent_again():
    async with running() as room:
        student, peer, _ = await room.join()
        for verb in ("begin", "open", "pause"):
            await room.do(verb)
        room.answer(student, peer, "confirmed", "a")
        await room.until(lambda: peer.of("refused"))
        (refused,) = peer.of("refused")
        assert (refused.why, refused.again, refused.ref) == ("paused", True, "a")
        await room.do("continue")
        room.answer(student, peer, "confirmed", "a")
        await room.until(lambda: peer.of("stored"))


async def test_nothing_is_acknowledged_that_the_disk_has_not():
    async with running() as room:
        student, peer, _ = await room.join()
        await room.do("begin")
        await room.do("open")
        room.disk.refuses = True
        room.answer(student, peer, "confirmed", "a")
        await room.until(lambda: peer.of("refused"))
        assert peer.of("refused")[0].again
        assert not peer.of("stored")
        assert room.ballots == {}
        room.disk.refuses = False
        room.answer(student, peer, "confirmed", "a")
        await room.until(lambda: peer.of("stored"))
        kept = [event for event in room.disk.events if isinstance(event, Answered)]
        assert [event.submission for event in kept] == ["a"]


async def test_who_was_sent_out_hears_that_once_and_is_not_seated_again():
    async with running() as room:
        student, peer, token = await room.join()
        await room.do("kick", student=student)
        assert peer.dismissed.kind == "out"
        assert room.hub.come_back(Peer(), token).why == "kicked"
        await room.do("readmit", student=student)
        again = Peer()
        assert room.hub.come_back(again, token) == student
        await room.until(lambda: again.views)
        assert room.hub.state.students[student].present


async def test_the_journal_of_a_lesson_is_its_state():
    async with running(teams=("A", "B")) as room:
        seats = [await room.join() for _ in range(3)]
        for verb in ("begin", "open"):
            await room.do(verb)
        for number, (student, peer, _) in enumerate(seats):
            room.answer(student, peer, ("confirmed", "alleged")[number % 2], f"s{student}")
            room.answer(student, peer, "maybe", f"x{student}")
        room.hub.leave(*seats[0][:2])
        for verb in ("lock", "reveal", "lock", "board"):
            await room.do(verb)
        state = None
        for event in room.disk.events:
            state, _ = apply(state, event)
        assert state == room.hub.state
        assert len(room.ballots) == 3


class Churn:
    """Students who answer, drop, come back and take their own seat again, all by one seed."""

    def __init__(self, room, seed):
        self.room = room
        self.chance = Random(seed)
        self.seats = {}
        self.peers = []

    async def join(self):
        student, peer, token = await self.room.join()
        self.seats[student] = (peer, token)
        self.peers.append((student, peer))

    def step(self, number):
        student = self.chance.choice([*self.seats])
        peer, token = self.seats[student]
        match self.chance.choice(
            ("answer", "answer", "answer", "drop", "return", "return", "disk")
        ):
            case "answer":
                choice = self.chance.choice(("confirmed", "alleged", "maybe"))
                submission = f"s{self.chance.choice((number, number - 2))}"
                self.room.answer(student, peer, choice, submission)
            case "drop":
                self.room.hub.leave(student, peer)
            case "return":
                again = Peer()
                assert self.room.hub.come_back(again, token) == student
                self.seats[student] = (again, token)
                self.peers.append((student, again))
            case "disk":
                self.room.disk.refuses = self.chance.random() < 0.2


@pytest.mark.parametrize("seed", range(6))
async def test_what_was_stored_is_there_whatever_came_between(seed, monkeypatch):
    monkeypatch.setattr(hubs, "RETRY", 0.01)
    async with running(seconds=None, confidence=False) as room:
        churn = Churn(room, seed)
        for _ in range(4):
            await churn.join()
        # Somebody who says nothing keeps the question open.
        silent, _, _ = await room.join()
        await room.do("begin")
        await room.do("open")
        for number in range(120):
            churn.step(number)
            if churn.chance.random() < 0.3:
                await asyncio.sleep(0.004)
        room.disk.refuses = False
        await room.until(lambda: not room.hub.unsaved)
        # Whatever was asked for before it has been carried out then.
        await room.do("lock")
        stored = {(s, m.submission) for s, peer in churn.peers for m in peer.of("stored")}
        written = [event for event in room.disk.events if isinstance(event, Answered)]
        assert stored
        assert stored <= {(event.student, event.submission) for event in written}
        assert len(written) == len({(event.student, event.submission) for event in written})
        last = {event.student: event.choice for event in written}
        assert {student: ballot.choice for student, ballot in room.ballots.items()} == last
        there = room.hub.audience.students()
        assert silent in there
        assert {s.id for s in room.hub.state.students.values() if s.present} == there
