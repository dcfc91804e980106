"""Connections that drop, hang, stall or stutter: whoever comes back finds everything."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from contextlib import AsyncExitStack
from time import monotonic
from urllib.parse import urlsplit

import pytest
from class_lesson import KEYS, LONG
from class_lines import line

from benchmarks.classroom_servers import lost
from benchmarks.classroom_students import Crowd, Teacher
from quizgame.classroom.events import Answered
from quizgame.classroom.journal import read
from quizgame.classroom.link import PING_EVERY

CLASS = 150
STALLED, SHOWN = 12, 60


async def test_all_drop_at_once_and_are_back_within_seconds(hosting):
    hub = hosting("--most", str(CLASS), "--seconds", "none")
    crowd = Crowd(hub.uri, CLASS, spread=0.2)
    await crowd.join()
    teacher = await Teacher.connect(hub.uri, hub.token)
    await crowd.question(teacher)
    before = [student.view for student in crowd.students]
    for _ in range(2):
        await crowd.drop()
        assert await crowd.join() < 10
    after = [student.view for student in crowd.students]
    assert [view["own"] for view in after] == [view["own"] for view in before]
    assert not any(student.refused for student in crowd.students)
    await crowd.question(teacher)
    await teacher.leave()
    await crowd.drop()
    assert lost(crowd.students, hub.kept()) == 0
    assert len(hub.state().students) == CLASS


async def test_the_newest_connection_wins_at_once_over_one_that_hangs(hosting):
    hub = hosting()
    async with line(hub.uri, kind="join", name="Bo") as old:
        await old.phase("lobby")
        # The old one reads nothing any more, as if its Wi-Fi were gone.
        old.connection.transport.pause_reading()
        async with line(hub.uri, kind="return", token=old.token) as new:
            await asyncio.wait_for(new.phase("lobby"), PING_EVERY)
            old.connection.transport.resume_reading()
            await old.ends()
            assert old.heard[-1]["kind"] == "replaced"
            async with line(hub.uri, kind="host", token=hub.token) as teacher:
                view = await teacher.sees(lambda view: view["seats"])
                assert [seat["present"] for seat in view["seats"]] == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
async def test_whoever_reads_nothing_slows_nobody_and_fills_no_memory(hosting):
    hub = hosting("--set", "long", "--seconds", "none")
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        good = await enter(line(hub.uri, kind="join", name="Ida"))
        for number in range(STALLED):
            bad = await enter(line(hub.uri, sock=narrow(hub.uri), kind="join", name=f"Bo {number}"))
            await bad.phase("lobby")
            bad.connection.transport.pause_reading()
            lines.callback(bad.connection.transport.abort)
        await teacher.do("begin")
        await teacher.do("open")
        assert len(str(await good.phase("open"))) > LONG
        memory, slowest = hub.memory(), 0.0
        for number in range(SHOWN):
            since = monotonic()
            assert (await teacher.do("continue" if number % 2 else "pause"))["kind"] == "done"
            await good.sees(lambda view, n=number: view["common"]["paused"] is (n % 2 == 0))
            slowest = max(slowest, monotonic() - since)
        assert slowest < 5
        assert hub.memory() - memory < STALLED * SHOWN * LONG / 1e6 / 3
        assert (await good.answer(KEYS[0]))["kind"] == "stored"


def narrow(uri):
    """A socket that takes little before it has to be read."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    made.connect((urlsplit(uri).hostname, urlsplit(uri).port))
    return made


async def test_the_same_frame_again_is_the_same_answer(hosting):
    hub = hosting()
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        student = await enter(line(hub.uri, kind="join", name="Bo"))
        await enter(line(hub.uri, kind="join", name="Ida"))
        await teacher.do("begin")
        await teacher.do("open")
        await student.phase("open")
        first = student.answering(KEYS[0])
        second = student.answering(KEYS[1])
        for message in (first, second, first, second, first):
            await student.send(message)
        stored = [(await student.until("stored"))["submission"] for _ in range(5)]
        assert stored == [m["submission"] for m in (first, second, first, second, first)]
        kept = [e for e in read(hub.folder / "journal.jsonl") if isinstance(e, Answered)]
        assert [event.submission for event in kept] == [first["submission"], second["submission"]]
        ballot = hub.state().asked[0].votes[0].ballots[1]
        assert ballot.choice == KEYS[1]


async def test_frames_out_of_their_order_change_nothing(hosting):
    hub = hosting("--seconds", "none")
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        student = await enter(line(hub.uri, kind="join", name="Bo"))
        await enter(line(hub.uri, kind="join", name="Ida"))
        await student.phase("lobby")

        async def refused(**fields):
            reply = await student.answer(**{"choice": KEYS[0], **fields})
            assert reply["kind"] == "refused", reply
            return reply["why"]

        assert await refused(question=1, vote=1) in {"not-open", "other-question"}
        await teacher.do("begin")
        await student.phase("read")
        assert await refused(question=1, vote=1) == "not-open"
        await teacher.do("open")
        await student.phase("open")
        assert await refused(question=1, vote=2) in {"not-open", "other-question"}
        assert await refused(question=2, vote=1) == "other-question"
        assert await refused(choice="nobody") == "not-an-option"
        late = student.answering(KEYS[0])
        await teacher.do("lock")
        await student.phase("locked")
        assert await refused(**late) == "not-open"
        await teacher.do("reveal")
        await student.phase("revealed")
        assert await refused(**late) == "not-open"
        await teacher.do("next")
        await teacher.do("open")
        await student.sees(lambda v: v["common"]["phase"] == "open" and v["common"]["number"] == 2)
        assert await refused(**late) == "other-question"
        assert student.view["own"]["given"] is None
    assert not any(vote.ballots for asking in hub.state().asked for vote in asking.votes)


async def test_a_hub_that_was_stopped_for_a_while_goes_on_with_everybody(hosting):
    hub = hosting()
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        student = await enter(line(hub.uri, kind="join", name="Bo"))
        await enter(line(hub.uri, kind="join", name="Ida"))
        await teacher.do("begin")
        await teacher.do("open")
        await student.phase("open")
        os.kill(hub.process.pid, signal.SIGSTOP)
        answer = student.answering(KEYS[0])
        await student.send(answer)
        await asyncio.sleep(0.5)
        os.kill(hub.process.pid, signal.SIGCONT)
        assert (await student.until("stored"))["submission"] == answer["submission"]
        assert (await teacher.do("lock"))["kind"] == "done"
