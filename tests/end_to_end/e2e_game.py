"""The game as it is installed in this environment, in a terminal of its own."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import struct
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

from terminal import PATIENCE, Terminal

from quizgame.saves.reading import read
from quizgame.saves.records import Answer

COMMAND = (sys.executable, "-m", "quizgame")
LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
"""What a terminal must have been told in the end: first screen, cursor, no mouse."""
ESCAPES = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^X][^\x1b]*\x1b\\"
    rb"|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]"
)
FORCED = {"NO_COLOR", "COLUMNS", "LINES"}
"""What would tell the game another colour or size than its terminal does."""
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")


class Game(Terminal):
    """The game at its keys and signals."""

    def __init__(self, folder: Path, options, env, **terminal) -> None:
        self.saves = folder / "saves"
        keep = {name: value for name, value in os.environ.items() if name not in FORCED}
        env = {**keep, "QUIZGAME_SAVES": str(self.saves), "LANG": "C.UTF-8", **env}
        env.setdefault("TERM", "xterm-256color")
        env["COLORTERM"] = "truecolor"
        command = terminal.pop("command", COMMAND)
        super().__init__([*command, *options], env=env, folder=folder, **terminal)

    @property
    def text(self) -> str:
        """The rows of the screen; pyte itself stumbles over a cell that joiners have emptied."""
        screen = self._screen
        cells = range(screen.columns)
        rows = (screen.buffer[row] for row in range(screen.lines))
        return "\n".join("".join(row[x].data or " " for x in cells).rstrip() for row in rows)

    def resize(self, columns: int, rows: int) -> None:
        """As a window manager does it."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)

    def back(self, gone: str, *words: str) -> None:
        """Presses Escape, and waits until the page of `gone` has made room for that of `words`.

        A key that came at once would make Alt of the Escape.
        """
        self.press("\x1b")
        deadline = time.monotonic() + PATIENCE
        while gone in self.text and time.monotonic() < deadline:
            self._read(deadline)
        assert gone not in self.text, self.text
        self.wait(*words)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        """Ends it without warning."""
        self.signal(signal.SIGKILL)
        os.waitpid(self.pid, 0)

    def close(self) -> None:
        """Closes the terminal's window."""
        with suppress(OSError):
            os.close(self._fd)

    def gone(self) -> int:
        """Waits for the end of a game whose terminal is closed; its exit code."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.01)
        raise AssertionError("it lives on")

    def is_restored(self) -> bool:
        """Whether the terminal was left as it was found."""
        ends = {code: (self.sent.rfind(code[:-1] + b"h"), self.sent.rfind(code[:-1] + b"l"))
                for code in LEFT}  # fmt: skip
        return all(
            code in self.sent and max(places) == places[code.endswith(b"l")]
            for code, places in ends.items()
        )

    def answers(self) -> list[Answer]:
        """What is on the disk."""
        files = [path for path in self.saves.glob("*.toml") if ".notes" not in path.name]
        return [r for path in files for r in read(path).records if isinstance(r, Answer)]
