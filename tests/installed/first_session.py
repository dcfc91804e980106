"""Plays a first session by keys, from an installed command: `first_session.py COMMAND`.

Not a test that pytest collects: `.ci/run` runs it against a wheel in an empty environment.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from terminal import Terminal

ENTER = "\r"


def play(command: str, folder: Path) -> None:
    """A first session, a name, and home at the second start."""
    saves = folder / "saves"
    env = {**os.environ, "HOME": str(folder), "QUIZGAME_SAVES": str(saves)}
    game = Terminal([command], env=env, folder=folder)
    game.wait("CONFIRMED", "ALLEGED", "Enter begins")
    game.press(ENTER)
    for number, key in enumerate("caca", 1):
        game.wait(f"{number} of 4", "how do you print this?")
        game.press(key)
        game.wait(f"{number} of 4", "next")
        game.press(ENTER)
    game.wait("A nickname is enough")
    game.press("Ana")
    game.wait("  Ana")
    game.press(ENTER)
    game.wait(" of 4", "saved")
    game.press("q")
    assert game.end() == 0
    assert b"\x1b[?1049l" in game.sent, "the terminal is left on its second screen"
    kept = "".join(path.read_text(encoding="utf-8") for path in saves.glob("ana-*.toml"))
    assert kept.count("[[answer]]") == 4, kept
    game = Terminal([command], env=env, folder=folder)
    game.wait("Ana, day 1", "New round")
    game.press("q")
    assert game.end() == 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as given:
        play(sys.argv[1], Path(given))
    sys.stdout.write("A first session was played, saved and found again.\n")
