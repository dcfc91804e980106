from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest
from tui_samples import game, until, write_packs, write_save


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def packs(tmp_path):
    """A folder with the small pack."""
    return write_packs(tmp_path)


@pytest.fixture
def saves(tmp_path):
    """A folder for saves; it is not there yet."""
    return tmp_path / "saves"


@pytest.fixture
def ana(saves):
    """The save of somebody who has played a first session and a round."""
    saves.mkdir()
    return write_save(saves)


@pytest.fixture
def playing(packs, saves):
    """Opens the game; what it gives is the running app, its desk open."""

    @asynccontextmanager
    async def play(size=(80, 24), folder=packs, **options):
        app = game(folder, saves, **options)
        async with app.run_test(size=size, notifications=True):
            try:
                await until(app, lambda: app.desk is not None)
                yield app
            finally:
                app.exit()
                while app.is_running:
                    await asyncio.sleep(0.002)
        assert app._exception is None

    return play
