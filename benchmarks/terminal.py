"""A program in a pseudo-terminal, timed from outside: when it shows what.

What comes is only noted with its time; the pictures are made from it afterwards, so that making
them delays nothing.
"""

from __future__ import annotations

import os
import select
import signal
import struct
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.measure import ROOT, Skip

if sys.platform != "win32":
    import fcntl
    import pty
    import termios

    import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

PATIENCE = 30.0
QUIET = 0.2
"""Seconds without a byte after which a program has painted what a key asked for."""

COLUMNS, ROWS = 80, 24
DOWN, UP, RIGHT, ENTER, ESCAPE = "\x1b[B", "\x1b[A", "\x1b[C", "\r", "\x1b"
# Frames are painted whole in terminals that say, like this one, that they can do it.
_ASKS_FOR_FRAMES, _HAS_FRAMES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"


class Ended(AssertionError):
    """The program has ended, which no key asked for."""


class Picture(NamedTuple):
    """What the screen showed from a moment on.

    Attributes:
        at: the moment, as `perf_counter` tells it.
        rows: the screen's text.
        caret: the row that is pointed at; -1 if none is.
    """

    at: float
    rows: tuple[str, ...]
    caret: int

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def body(self) -> tuple[str, ...]:
        """The rows without the first, in which "saving" becomes "saved" when that is done."""
        return self.rows[1:]


class Terminal:
    """Starts a command in a pseudo-terminal of 80 by 24."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        if sys.platform == "win32":
            raise Skip("there is no pseudo-terminal here")
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._came: list[tuple[float, bytes]] = []
        self._last: Picture | None = None
        self.begun = perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            try:
                os.chdir(ROOT)
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
                os.execvpe(command[0], list(command), dict(env))
            finally:
                os._exit(127)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def press(self, keys: str) -> float:
        """Types keys, and gives the moment; what is asked afterwards is about later pictures."""
        self.pictures()
        self._last = None
        now = perf_counter()
        os.write(self._fd, keys.encode())
        return now

    def rests(self, quiet: float = QUIET) -> None:
        """Waits until nothing has come for a while."""
        while self._read(quiet):
            pass

    def shows(self, *words: str) -> Picture:
        """Waits until the screen shows the words."""
        return self.until(lambda picture: all(word in picture.text for word in words), str(words))

    def points_at(self, row: int) -> Picture:
        """Waits until the caret stands on a row."""
        return self.until(lambda picture: picture.caret == row, f"a caret on row {row}")

    @property
    def shown(self) -> Picture:
        """What the screen shows now."""
        self.pictures()
        return self._picture(perf_counter())

    def until(self, condition: Callable[[Picture], bool], what: str) -> Picture:
        """Waits for a picture; gives the first of its kind."""
        deadline = perf_counter() + PATIENCE
        while perf_counter() < deadline:
            last = [self._last] if self._last else []
            for picture in (*last, *self.pictures()):
                if condition(picture):
                    return picture
            self._read(deadline - perf_counter())
        raise AssertionError(f"{what} never came:\n{self._picture(0.0).text}")

    def settles(self) -> float:
        """Waits until the screen rests; gives when its body first showed what it shows then."""
        self._read(PATIENCE)
        self.rests()
        shown = self.pictures()
        if not shown:
            raise AssertionError(f"nothing was painted over:\n{self._picture(0.0).text}")
        settled = shown[-1]
        for picture in reversed(shown):
            if picture.body != settled.body or picture.caret != settled.caret:
                break
            settled = picture
        return settled.at

    def pictures(self) -> list[Picture]:
        """What was shown since this was last asked, in order."""
        came, self._came = self._came, []
        shown = []
        for at, data in came:
            self._stream.feed(data)
            self._last = self._picture(at)
            shown.append(self._last)
        return shown

    def _picture(self, at: float) -> Picture:
        return Picture(at, tuple(self._screen.display), self._caret())

    def _caret(self) -> int:
        """The row with the game's caret, or the entry of the floor that has a colour of its own."""
        entries = []
        for number, row in enumerate(self._screen.display):
            if "›" in row:
                return number
            if "Entry" in row:
                entries.append((number, self._screen.buffer[number][row.index("Entry")].bg))
        colours = [colour for _, colour in entries]
        return next((number for number, colour in entries if colours.count(colour) == 1), -1)

    def _read(self, patience: float) -> bool:
        """Notes what comes next; False if nothing does."""
        if not select.select([self._fd], [], [], max(0.0, patience))[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError as error:
            self.pictures()
            raise Ended(f"the program ended:\n{self._picture(0.0).text}") from error
        self._came.append((perf_counter(), data))
        if _ASKS_FOR_FRAMES in data:
            os.write(self._fd, _HAS_FRAMES)
        return True


def floor() -> list[str]:
    """The command that starts the floor."""
    return [sys.executable, str(Path(__file__).with_name("floor.py"))]
