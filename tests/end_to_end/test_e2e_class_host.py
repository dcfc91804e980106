"""The teacher's screen in a terminal of its own: it comes and goes, and the lesson stays."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

import pytest
from e2e_game import Game

from quizgame.classroom import folder

ENTER = "\r"


@pytest.fixture
def host(tmp_path, packs):
    """Opens a screen of a lesson on this machine; the lesson's hub ends with the test."""
    screens = []

    def begin(*options):
        screen = Game(tmp_path, ("host", "--packs", str(packs), *options), {})
        screens.append(screen)
        return screen

    yield begin
    for session in folder.every(tmp_path / "saves"):
        if running := session.running():
            os.kill(running.pid, signal.SIGKILL)
    for screen in screens:
        with suppress(OSError):
            os.kill(screen.pid, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(screen.pid, 0)
        screen.close()


def test_a_screen_comes_and_goes_and_the_lesson_stays(host):
    first = host("--address", "127.0.0.1", "--port", "0")
    first.wait("quizgame join", "nobody is here yet", "Enter: begin")
    first.press(ENTER)
    first.wait("everybody reads")
    first.kill()
    second = host("--resume")
    second.wait("everybody reads", "Enter: take answers now")
    second.press("o")
    second.wait("answered 0", "s left")
    wall = host("--wall")
    wall.wait("0 of 0 have answered")
    wall.signal(signal.SIGHUP)
    wall.end()
    assert wall.is_restored()
    second.press("q")
    assert second.end() == 0
    assert second.is_restored()
    assert b"quizgame host --resume" in second.sent
