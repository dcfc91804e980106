"""A program in a terminal of its own, played by keys and read as a person reads it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE = 30.0


class Terminal:
    """Runs a command in a pseudo-terminal and keeps what its screen shows."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        folder: Path | None = None,
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.sent = b""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            try:
                os.chdir(folder or Path.cwd())
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.execvpe(command[0], list(command), {"TERM": "xterm-256color", **env})
            finally:
                os._exit(127)

    @property
    def text(self) -> str:
        """The rows of the screen."""
        return "\n".join(row.rstrip() for row in self._screen.display)

    def press(self, keys: str) -> None:
        """Types keys, as bytes that a terminal sends."""
        os.write(self._fd, keys.encode())

    def wait(self, *words: str) -> None:
        """Reads until the screen shows all the words."""
        if not self._shows(words, time.monotonic() + PATIENCE):
            raise AssertionError(f"{words} never came:\n{self.text}")

    def insist(self, keys: str, *words: str) -> None:
        """Types keys again and again until the screen shows all the words.

        A question that has just come up takes no key for a moment.
        """
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self.press(keys)
            if self._shows(words, time.monotonic() + 1):
                return
        raise AssertionError(f"{keys!r} brought no {words}:\n{self.text}")

    def _shows(self, words: Sequence[str], deadline: float) -> bool:
        """Reads until the screen shows all the words; False if it does not by then."""
        while not all(word in self.text for word in words):
            if time.monotonic() > deadline or not self._read(deadline):
                return False
        return True

    def end(self) -> int:
        """Reads until the program ends, and gives its exit code (negative: a signal)."""
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline):
            if time.monotonic() > deadline:
                raise AssertionError(f"it does not end:\n{self.text}")
        os.close(self._fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self, deadline: float) -> bool:
        """Takes what the program has written; False when it has closed the terminal."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # how Linux tells that nobody writes any more
            return False
        self.sent += data
        self._stream.feed(data)
        return bool(data)
