"""What is said and heard: lines wrapped to the terminal, and one line of input at a time."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from quizgame.text import ASCII, UNICODE
from quizgame.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

_NARROWEST, _WIDEST, _USUAL = 20, 100, 80


class QuitError(Exception):
    """The player leaves the game, or its input has come to an end."""


class HomeError(Exception):
    """The player goes home; what was begun waits there."""


class Voice:
    """Prints and reads lines.

    Attributes:
        type: how text may be shown.
        typed: whether somebody types at a terminal; a script is echoed, and is not timed.
    """

    def __init__(self, given: TextIO, out: TextIO, *, ascii: bool = False) -> None:
        """A voice on two streams; ASCII signs where the output takes no others."""
        self._in = given
        self._out = out
        self._put_back: list[str] = []
        takes_unicode = "utf" in (getattr(out, "encoding", None) or "utf-8").lower()
        self.type = UNICODE if takes_unicode and not ascii else ASCII
        self.typed = given.isatty()

    @property
    def width(self) -> int:
        """How many columns a line may take now."""
        try:
            columns = os.get_terminal_size(self._out.fileno()).columns
        except (OSError, ValueError):
            given = os.environ.get("COLUMNS", "")
            columns = int(given) if given.isdecimal() and len(given) < 5 else _USUAL
        return max(_NARROWEST, min(columns or _USUAL, _WIDEST))

    def say(self, text: str = "", indent: int = 0) -> None:
        """Prints a text, wrapped; whatever is foreign in it is cleaned here."""
        clean = self.type.clean(text)
        margin = " " * indent
        for begin, end in wrap(clean, max(1, self.width - indent)):
            self._out.write(f"{margin}{clean[begin:end]}".rstrip() + "\n")

    def tell(self, texts: Iterable[str]) -> None:
        """Prints texts one below the other."""
        for text in texts:
            self.say(text)

    def heading(self, text: str) -> None:
        """Prints a heading with a blank line above it."""
        self.say()
        self.say(text)

    def ask(self, prompt: str) -> str:
        """Asks for a line and gives it without the space around it.

        Raises:
            QuitError: the input has come to an end.
        """
        if self._put_back:
            return self._put_back.pop()
        self.prompt(prompt)
        line = self._in.readline()
        if not line:
            self.end_line()
            raise QuitError
        return self.heard(line)

    def prompt(self, text: str) -> None:
        """Says what is asked for; the input follows on the same line."""
        self._out.write(f"{self.type.line(text)}: ")
        self._out.flush()

    def heard(self, line: str) -> str:
        """A line of input without the space around it; a script's is echoed."""
        heard = line.strip()
        if not self.typed:
            self._out.write(f"{self.type.line(heard)}\n")
        return heard

    def end_line(self) -> None:
        """Ends the line of a prompt that gets no answer."""
        self._out.write("\n")

    def flush(self) -> None:
        """Hands on what was said: somebody waits for it, and nothing is asked."""
        self._out.flush()

    def put_back(self, line: str) -> None:
        """Gives a line to whatever asks next."""
        self._put_back.append(line)


def standard(*, ascii: bool) -> Voice:
    """A voice on standard input and output."""
    return Voice(standard_input(), sys.stdout, ascii=ascii)


def standard_input() -> TextIO:
    """Standard input, in which bytes that are no text are replaced; empty where it is closed."""
    # Its type does not say so, but it is None then.
    given: TextIO = sys.stdin or io.StringIO()
    reconfigure = getattr(given, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
    return given
