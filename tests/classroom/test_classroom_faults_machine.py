"""What the hub's own machine does to it: a full disk, a wall clock that jumps."""

from __future__ import annotations

import resource
import sys
from contextlib import AsyncExitStack

import pytest
from class_lesson import KEYS, host
from class_lines import line

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits another process's files")

JUMPING = """
import itertools, sys, time
wall = time.time
jumps = itertools.cycle([0, 7200, -86400, 1e9, -1e9])
time.time = lambda: max(0.0, wall() + next(jumps))
time.time_ns = lambda: int(time.time() * 1e9)
from quizgame.cli import main
sys.exit(main(sys.argv[1:]))
"""


async def test_on_a_full_disk_nothing_is_acknowledged_and_it_goes_on_when_there_is_room(hosting):
    hub = hosting("--seconds", "none")
    journal = hub.folder / "journal.jsonl"
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        student = await enter(line(hub.uri, kind="join", name="Bo"))
        await enter(line(hub.uri, kind="join", name="Ida"))
        await teacher.do("begin")
        await teacher.do("open")
        await student.phase("open")
        full = journal.stat().st_size + 20
        _, most = resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (full, most))
        reply = await student.answer(KEYS[0])
        assert (reply["kind"], reply["why"]) == ("refused", "not-saved")
        assert (await teacher.sees(lambda view: view["unsaved"]))["unsaved"]
        assert journal.stat().st_size <= full
        assert not hub.state().asked[0].votes[0].ballots
        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (most, most))
        assert (await student.answer(KEYS[0]))["kind"] == "stored"
        await teacher.sees(lambda view: not view["unsaved"])
    assert [ballot.choice for ballot in hub.state().asked[0].votes[0].ballots.values()] == [KEYS[0]]


async def test_a_wall_clock_that_jumps_moves_no_deadline(tmp_path, monkeypatch):
    monkeypatch.setattr("benchmarks.classroom_servers.game", jumping)
    hub = host(tmp_path, "--seconds", "30")
    try:
        async with AsyncExitStack() as lines:
            enter = lines.enter_async_context
            teacher = await enter(line(hub.uri, kind="host", token=hub.token))
            student = await enter(line(hub.uri, kind="join", name="Bo"))
            await enter(line(hub.uri, kind="join", name="Ida"))
            await teacher.do("begin")
            await teacher.do("open")
            assert 25 < (await student.phase("open"))["common"]["left"] <= 30
            assert (await student.answer(KEYS[0]))["kind"] == "stored"
            await teacher.do("extend", amount=30.0)
            await student.sees(lambda view: 50 < view["common"]["left"] <= 60)
        ballot = hub.state().asked[0].votes[0].ballots[1]
        assert 0 <= ballot.seconds < 10
    finally:
        hub.kill()


def jumping(*arguments):
    """The command of the game, on a machine whose clock is set again and again."""
    return [sys.executable, "-c", JUMPING, *arguments]
