"""The teacher's screen and the wall as pictures, so that a change of the look is seen and meant."""

from __future__ import annotations

import pytest
from class_host_samples import (
    AFTER,
    BARS,
    ENDED,
    NUMBERED,
    PAGE,
    SEATS,
    FakeHub,
    host_view,
    told,
    wall_view,
)
from pytest_textual_snapshot import SVGImageExtension
from tui_samples import send, still, until

from quizgame.classroom.state import Phase
from quizgame.tui.classroom.host.host_app import HostApp
from quizgame.tui.classroom.host.lesson_page import LessonPage
from quizgame.tui.classroom.host.wall import WallApp

TIMED = {"left": 41.0, "page": PAGE}


@pytest.fixture
def looks(snapshot, monkeypatch):
    """Whether an app looks as it did; its clock stands still."""
    monkeypatch.setattr(LessonPage, "left", 41.0)

    async def photograph(app, word, *keys, size=(80, 24)) -> bool:
        app.animation_level = "none"
        async with app.run_test(size=size):
            await until(app, "The ferry")
            send(app, *keys)
            await until(app, word)
            text = await still(app)
            while text != (text := await still(app)):
                pass
            picture = app.export_screenshot(simplify=True)
            app.exit()
        return picture == snapshot(extension_class=SVGImageExtension)

    return photograph


async def test_lobby(looks):
    assert await looks(HostApp(FakeHub(host_view(Phase.LOBBY))), "Enter: begin")


async def test_open_question_where_there_is_room(looks):
    hub = FakeHub(host_view(Phase.OPEN, of=TIMED))
    assert await looks(HostApp(hub), "seconds left", size=(120, 36))


async def test_open_question_in_ascii_where_there_is_little_room(looks):
    hub = FakeHub(host_view(Phase.OPEN, of={**TIMED, "asked": NUMBERED}))
    assert await looks(HostApp(hub, ascii=True), "41 s left", size=(60, 20))


async def test_two_votes_beside_each_other(looks):
    hub = FakeHub(host_view(Phase.REVEALED, tallies=told(BARS, AFTER)))
    assert await looks(HostApp(hub), "second vote")


async def test_names(looks):
    hub = FakeHub(host_view(Phase.LOBBY, seats=SEATS))
    assert await looks(HostApp(hub), "Odd Pier", "n")


async def test_summary(looks):
    assert await looks(HostApp(FakeHub(ENDED)), "quizgame report")


async def test_wall_where_there_is_much_room(looks):
    hub = FakeHub(wall_view(Phase.REVEALED, of={"page": PAGE}))
    assert await looks(WallApp(hub), "57 %", size=(160, 45))
