from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

HERE = Path(__file__).parent
# The terminal that CI plays the installed wheel in, and the packs of the screens' tests.
for neighbour in ("installed", "tui"):
    sys.path.append(str(HERE.parent / neighbour))

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def packs(tmp_path):
    """A folder with the small pack."""
    from tui_samples import write_packs

    return write_packs(tmp_path)


@pytest.fixture
def start(tmp_path, packs):
    """Starts the game in a terminal of its own; whatever still runs afterwards is ended."""
    from e2e_game import Game

    running = []

    def begin(*options, env=None, **terminal):
        game = Game(tmp_path, ("--packs", str(packs), *options), env or {}, **terminal)
        running.append(game)
        return game

    yield begin
    for game in running:
        with suppress(OSError):
            os.kill(game.pid, 9)
        with suppress(OSError):
            os.waitpid(game.pid, 0)
        game.close()
