"""Lines that are heard while other things happen."""

import asyncio
import io
import os
import threading
from contextlib import suppress

import pytest

from quizgame.plain import ears
from quizgame.plain.ears import Ears


class Pipe:
    """A stream, and the end that writes to it."""

    def __init__(self):
        given, self.into = os.pipe()
        self.stream = os.fdopen(given, "r", encoding="utf-8")

    def close(self):
        with suppress(OSError):
            os.close(self.into)


@pytest.fixture
def pipe():
    made = Pipe()
    yield made
    made.close()
    # The thread that hears it has its end before its number is another file's.
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and "_listen" in thread.name:
            thread.join()
    made.stream.close()


async def all_of(heard):
    lines = []
    while (line := await heard.line()) is not None:
        lines.append(line)
    return lines


async def test_lines_come_as_they_are_written_and_the_end_stays_the_end(pipe):
    heard = Ears(pipe.stream)
    os.write(pipe.into, "eins\r\nzwei €".encode()[:-1])
    assert await heard.line() == "eins"
    os.write(pipe.into, "€".encode()[-1:] + b"\n\n\xff three")
    os.close(pipe.into)
    assert await all_of(heard) == ["zwei €", "", "\ufffd three"]
    assert await heard.line() is None


async def test_a_stream_without_a_number_is_heard_too():
    assert await all_of(Ears(io.StringIO("a\nb"))) == ["a", "b"]


async def test_what_nobody_asked_for_can_be_forgotten_but_not_the_end():
    heard = Ears(io.StringIO("a\nb\nc\n"))
    assert await heard.line() == "a"
    while heard._heard.qsize() < 3:
        await asyncio.sleep(0)
    heard.forget()
    assert await heard.line() is None


async def test_an_endless_stream_waits_until_it_is_asked(pipe, monkeypatch):
    monkeypatch.setattr(ears, "_AHEAD", 3)
    heard = Ears(pipe.stream)
    os.write(pipe.into, b"y\n" * 1000)
    while heard._heard.qsize() < 3:
        await asyncio.sleep(0)
    for _ in range(50):
        await asyncio.sleep(0)
        assert heard._heard.qsize() == 3
    os.close(pipe.into)
    assert len(await all_of(heard)) == 1000


async def test_of_an_endless_line_only_the_beginning_is_heard(pipe):
    heard = Ears(pipe.stream)
    for _ in range(10):
        os.write(pipe.into, b"x" * 4000)
    os.write(pipe.into, b"\nnext\n")
    assert await heard.line() == "x" * 4096
    assert await heard.line() == "next"
    os.close(pipe.into)
    assert await heard.line() is None
