"""Prompts that something else may interrupt: a lesson goes on while somebody types.

What is said meanwhile begins on a line of its own, and the prompt comes again below it. Where a
prompt is over, what was half typed for it at a terminal is dropped: it answers nothing else.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.plain.prompts import Way, explain, found, not_understood

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizgame.plain.ears import Ears
    from quizgame.plain.voice import Voice

EVERYWHERE = "? help, again, quit"
_TOLD = "Always: ? helps, again says it once more, quit leaves; you can come back."


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something that is asked.

    Attributes:
        text: what stands before the input.
        take: called with the key of the way that was typed, or with the line where there are none.
        ways: what can be typed; empty for any line.
        about: what help says first.
    """

    text: str
    take: Callable[[str], None]
    ways: Sequence[Way] = ()
    about: str = ""


class Dialogue:
    """A voice and the prompt that is open.

    Attributes:
        prompt: what is asked now; None while nothing is.
    """

    def __init__(self, voice: Voice, ears: Ears) -> None:
        """A dialogue in which nothing is asked yet."""
        self.voice = voice
        self.prompt: Prompt | None = None
        self._ears = ears
        self._visible = False

    def ask(self, prompt: Prompt) -> None:
        """Opens a prompt; it is shown by `show`."""
        self.prompt = prompt

    def set_aside(self) -> Prompt | None:
        """Asks nothing for a while; gives the prompt that was open."""
        self.interrupt()
        open_, self.prompt = self.prompt, None
        return open_

    def close(self) -> None:
        """Asks nothing any more: what was open is over."""
        if self.set_aside() and self.voice.typed:
            self._ears.forget()
            _drop_half_typed()

    def interrupt(self) -> None:
        """Begins a line of its own for what is to be said."""
        if self._visible:
            self.voice.end_line()
            self._visible = False

    def show(self) -> None:
        """Shows the open prompt if it is not before the player's eyes, and hands everything on."""
        if self.prompt and not self._visible:
            self.voice.prompt(self.prompt.text)
            self._visible = True
        else:
            self.voice.flush()

    def heard(self, line: str) -> str:
        """A line that was typed, at the prompt or where none is."""
        self._visible = False
        return self.voice.heard(line)

    def answer(self, heard: str) -> None:
        """Takes a line for the open prompt, or says what could be typed."""
        prompt = self.prompt
        if prompt is None:
            return
        key = found(heard, prompt.ways) if prompt.ways else heard
        if key is None:
            not_understood(self.voice, heard, prompt.ways, EVERYWHERE)
        else:
            self.prompt = None
            prompt.take(key)

    def help(self, ways: Sequence[Way], about: str = "") -> None:
        """Says what can be typed now, and always."""
        here = self.prompt
        explain(self.voice, [*(here.ways if here else ()), *ways], about, _TOLD)


def _drop_half_typed() -> None:
    if sys.platform == "win32":
        return
    import termios

    # A stream that is no terminal after all has nothing half typed.
    with suppress(termios.error, OSError, ValueError):
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
