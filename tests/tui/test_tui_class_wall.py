"""The wall: nothing but what may be seen, and no key is ever needed."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from class_host_samples import CODE, EXPLAINED, PAGE, FakeHub, wall_view
from tui_samples import shown, until

from quizgame.classroom.state import Phase
from quizgame.tui.classroom.host import wall


@pytest.fixture
def watching():
    """Opens the wall on what a hub tells."""

    @asynccontextmanager
    async def watch(hub, size=(80, 24)):
        app = wall.WallApp(hub)
        app.animation_level = "none"
        async with app.run_test(size=size):
            try:
                yield app
            finally:
                app.exit()
                while app.is_running:
                    await asyncio.sleep(0.002)
        assert app._exception is None

    return watch


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_wall_follows_the_lesson(watching, size):
    hub = FakeHub(wall_view(Phase.LOBBY))
    async with watching(hub, size) as app:
        await until(app, f"quizgame join {CODE}", "28 here")
        hub.send(wall_view(Phase.OPEN, of={"left": 41.0}))
        await until(app, "The ferry carried 40 passengers.", "23 of 28 have answered", "s left")
        assert " %" not in shown(app)
        hub.send(wall_view(Phase.REVEALED))
        await until(app, "57 %", "On that day it was ALLEGED.")
        hub.send(wall_view(Phase.BOARD, of={"page": PAGE}))
        await until(app, "THE CLASS'S FRONT PAGE", "Wreck is the trawler Anna")
        hub.send(wall_view(Phase.ENDED, of={"page": PAGE}))
        await until(app, "The lesson is over.")


async def test_what_is_for_the_students_screens_alone_is_not_on_the_wall(watching):
    hidden = wall_view(Phase.OPEN, of={"asked": None})
    async with watching(FakeHub(hidden)) as app:
        await until(app, "Read it on your own screen.")


async def test_what_does_not_fit_comes_by_itself(watching, monkeypatch):
    monkeypatch.setattr(wall, "TURN", 0.1)
    long = replace(EXPLAINED, why="Only the harbour office counted them. " * 9)
    async with watching(FakeHub(wall_view(Phase.REVEALED, explained=long)), (60, 20)) as app:
        await until(app, "The ferry carried 40 passengers.", gone="Printed: ")
        await until(app, "Printed: Harbour office", gone="The ferry carried 40 passengers.")
        await until(app, "The ferry carried 40 passengers.", gone="Printed: ")


async def test_a_lost_hub_leaves_what_is_shown(watching):
    hub = FakeHub(wall_view(Phase.OPEN))
    async with watching(hub) as app:
        await until(app, "The ferry carried 40 passengers.")
        hub.tell_link("lost")
        hub.send(wall_view(Phase.LOCKED))
        await until(app, "locked", "The ferry carried 40 passengers.")
