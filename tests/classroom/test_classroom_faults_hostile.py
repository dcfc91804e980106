"""What strangers and cheats send: it is answered and counted, and nobody else notices."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import AsyncExitStack, suppress
from urllib.parse import urlsplit

import pytest
from class_lesson import KEYS, host
from class_lines import line
from websockets.exceptions import ConnectionClosed

from quizgame.classroom.wire.message import MOST_BYTES, PROTOCOL

ANSWER = {
    "kind": "answer",
    "question": 1,
    "vote": 1,
    "choice": KEYS[0],
    "confidence": "sure",
    "submission": "s-1",
}
FRAMES = {
    "random bytes": bytes(range(256)),
    "no UTF-8": b'{"kind": "answer\xff"}',
    "nothing": "",
    "no JSON": "GET / HTTP/1.1",
    "half of it": json.dumps(ANSWER)[:40],
    "no object": "[]",
    "a number": "7",
    "null": "null",
    "no kind": "{}",
    "another kind": json.dumps({**ANSWER, "kind": "welcome"}),
    "deep": "[" * 2000 + "]" * 2000,
    "deep in an object": '{"a":' * 600 + "1" + "}" * 600,
    "NaN": json.dumps({**ANSWER, "vote": float("nan")}),
    "infinity": json.dumps({**ANSWER, "question": float("inf")}),
    "a huge number": '{"kind":"answer","question":' + "9" * 3000 + "}",
    "below zero": json.dumps({**ANSWER, "question": -1}),
    "a text for a number": json.dumps({**ANSWER, "question": "one"}),
    "a list for a text": json.dumps({**ANSWER, "choice": [KEYS[0]]}),
    "a time of its own": json.dumps({**ANSWER, "elapsed": -1000}),
    "right by its own word": json.dumps({**ANSWER, "right": True}),
    "for somebody else": json.dumps({**ANSWER, "student": 2}),
    "controls": json.dumps({**ANSWER, "submission": "\x1b[2J\x00\x9b"}),
    "a path": json.dumps({**ANSWER, "submission": "../../x"}),
    "surrogates": '{"kind":"answer","choice":"\\ud800"}',
    "a verb": json.dumps({"kind": "verb", "ref": "r", "verb": "end"}),
    "a join again": json.dumps({"kind": "join", "protocol": PROTOCOL, "name": "Al"}),
    "a host's hello": json.dumps({"kind": "host", "protocol": PROTOCOL, "token": "0" * 32}),
}
"""What a student sends and must not, each within the length of a frame."""


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """One hub for all that is done to it: whatever it was, it lives on."""
    made = host(tmp_path_factory.mktemp("hostile"), "--seconds", "none")
    yield made
    made.kill()


async def test_hostile_frames_are_answered_and_counted_and_change_nothing(hub):
    async with AsyncExitStack() as lines:
        enter = lines.enter_async_context
        teacher = await enter(line(hub.uri, kind="host", token=hub.token))
        good = await enter(line(hub.uri, kind="join", name="Ida"))
        bad = await enter(line(hub.uri, kind="join", name="Bo"))
        await good.until("view")
        await bad.until("view")
        await teacher.do("begin")
        await teacher.do("open")
        await bad.phase("open")
        before = said(hub)
        for some in batched(FRAMES.items(), 9):
            # Whoever goes on like that is sent away, and may come back.
            async with line(hub.uri, kind="return", token=bad.token) as bad_again:
                await bad_again.phase("open")
                for name, frame in some:
                    await bad_again.send(frame)
                    reply = await bad_again.until("refused")
                    assert reply["why"] in {"malformed", "not-allowed"}, (name, reply)
                    assert reply["text"].isprintable(), name
        assert said(hub) == before
        await teacher.sees(lambda view: view["bad_frames"] >= len(FRAMES))
        await good.phase("open")
        assert (await good.answer(KEYS[0]))["kind"] == "stored"
    assert "Traceback" not in hub.log.read_text("utf-8")


async def test_whoever_sends_nothing_but_nonsense_is_sent_away_and_may_come_back(hub):
    async with line(hub.uri, kind="join", name="Bo") as bad:
        await bad.until("view")
        with suppress(ConnectionClosed):
            for _ in range(200):
                await bad.send("nonsense")
        await bad.ends()
        assert len(bad.heard) < 60
    async with line(hub.uri, kind="return", token=bad.token) as again:
        await again.until("view")


def said(hub):
    """Who is here and what was answered, by the journal."""
    state = hub.state()
    return {*state.students}, [vote.ballots for asking in state.asked for vote in asking.votes]


def batched(items, size):
    """The items in lists of at most so many."""
    every = list(items)
    return [every[begin : begin + size] for begin in range(0, len(every), size)]


HELLOS = {
    **FRAMES,
    "an answer first": json.dumps(ANSWER),
    "another protocol": json.dumps({"kind": "join", "protocol": PROTOCOL + 1, "name": "Al"}),
    "a token guessed": json.dumps({"kind": "return", "protocol": PROTOCOL, "token": "0" * 32}),
    "a host's token guessed": json.dumps({"kind": "host", "protocol": PROTOCOL, "token": "0" * 32}),
    "the wall's token guessed": json.dumps(
        {"kind": "projector", "protocol": PROTOCOL, "token": "0" * 32}
    ),
}
del HELLOS["a join again"]


async def test_hostile_hellos_are_refused_and_let_nobody_in(hub):
    async with line(hub.uri, kind="join", name="Ida") as student:
        await student.until("view")
    before = hub.state()
    for name, frame in HELLOS.items():
        async with line(hub.uri) as stranger:
            await stranger.send(frame)
            assert (await stranger.hear())["kind"] == "refused", name
    async with line(hub.uri, kind="return", token=student.token) as student:
        await student.until("view")
    assert hub.state().students.keys() == before.students.keys()
    assert "Traceback" not in hub.log.read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("size", [MOST_BYTES + 1, 3_000_000])
async def test_a_frame_that_is_too_long_ends_at_most_its_own_connection(hub, size):
    async with (
        line(hub.uri, kind="join", name="Ida") as good,
        line(hub.uri, kind="join", name="Bo") as bad,
    ):
        await good.until("view")
        await bad.until("view")
        memory = hub.memory()
        with suppress(ConnectionClosed):
            await bad.send("x" * size)
        await bad.ends()
        assert hub.memory() - memory < 2
        pong = await good.connection.ping()
        await asyncio.wait_for(pong, 5)
    async with line(hub.uri, kind="return", token=bad.token) as again:
        await again.until("view")


async def test_connections_that_never_finish_their_greeting_keep_nobody_out(hub):
    address = urlsplit(hub.uri)
    slow = [await asyncio.open_connection(address.hostname, address.port) for _ in range(120)]
    for _, writer in slow:
        writer.write(b"GET / HTTP/1.1\r\nHost: ")
    async with line(hub.uri, kind="join", name="Ida") as student:
        await asyncio.wait_for(student.until("view"), 4.5)
    silent = [await asyncio.open_connection(address.hostname, address.port) for _ in range(20)]
    async with line(hub.uri) as wordless, line(hub.uri, kind="join", name="Bo") as student:
        await asyncio.wait_for(student.until("view"), 4.5)
        assert wordless.connection.close_code is None
    for _, writer in (*slow, *silent):
        writer.close()


async def test_a_flood_of_joins_fills_the_class_and_no_more(hosting):
    hub = hosting("--most", "30")
    async with AsyncExitStack() as lines:

        async def join(number):
            opened = await lines.enter_async_context(
                line(hub.uri, kind="join", name=f"Bot {number}")
            )
            while True:
                message = await opened.hear()
                if message["kind"] in {"view", "refused"}:
                    return message

        heard = await asyncio.gather(*(join(number) for number in range(120)))
        refused = [message["why"] for message in heard if message["kind"] == "refused"]
        assert len(heard) - len(refused) == 30
        assert set(refused) <= {"full", "closed", "too-fast"}
    assert len(hub.state().students) == 30
