"""Prompts: what can be typed, what is said of anything else, and the words that work everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.plain.voice import HomeError, QuitError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.plain.voice import Voice

_BEGINNING = 3
"""From so many letters on, the beginning of a text stands for it."""

EVERYWHERE = "? help, home, quit"
_EVERYWHERE_TOLD = (
    "At any prompt: ? helps, home goes home, quit leaves. Whatever you began waits there."
)


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that can be typed.

    Attributes:
        key: what picks it; compared without letter case. Empty for Enter alone.
        text: what it does, or the answer it stands for.
        note: a few words more.
        quiet: whether it is told by help alone.
    """

    key: str
    text: str
    note: str = ""
    quiet: bool = False


def show(voice: Voice, ways: Sequence[Way]) -> None:
    """Prints the ways, a line each."""
    for way in ways:
        if not way.quiet:
            voice.say(_line(way))


def pick(voice: Voice, prompt: str, ways: Sequence[Way], about: str = "") -> str:
    """Asks until one of the ways is typed, by its key or by its text, and gives its key.

    Args:
        voice: who asks.
        prompt: what stands before the input.
        ways: what can be typed beside the words that work everywhere.
        about: what help says first.

    Raises:
        HomeError: "home" was typed.
        QuitError: "quit" was typed, or the input has come to an end.
    """
    while True:
        heard = listen(voice, prompt, ways, about)
        key = found(heard, ways)
        if key is not None:
            return key
        not_understood(voice, heard, ways)


def listen(voice: Voice, prompt: str, ways: Sequence[Way] = (), about: str = "") -> str:
    """Asks for any line; the words that work everywhere are taken here.

    Raises:
        HomeError: "home" was typed.
        QuitError: "quit" was typed, or the input has come to an end.
    """
    while True:
        heard = voice.ask(prompt)
        match heard.casefold():
            case "quit":
                raise QuitError
            case "home":
                raise HomeError
            case "?" | "help":
                explain(voice, ways, about)
            case _:
                return heard


def explain(
    voice: Voice, ways: Sequence[Way], about: str = "", everywhere: str = _EVERYWHERE_TOLD
) -> None:
    """Says what can be typed here, and everywhere."""
    voice.say()
    if about:
        voice.say(about)
    if ways:
        voice.say("Type one of these, and Enter:")
    for way in ways:
        voice.say(_line(way), indent=2)
    voice.say(everywhere)
    voice.say()


def _line(way: Way) -> str:
    note = f": {way.note}" if way.note else ""
    return f"{way.key or 'Enter'}  {way.text}{note}"


def found(heard: str, ways: Sequence[Way]) -> str | None:
    """The key of the way that is meant, by its key or by its text; None if none is."""
    said = heard.casefold()
    for way in ways:
        if said == way.key.casefold():
            return way.key
    named = [way.key for way in ways if way.text.casefold() == said]
    if not named and len(said) >= _BEGINNING:
        named = [way.key for way in ways if way.text.casefold().startswith(said)]
    return named[0] if len(named) == 1 else None


def not_understood(
    voice: Voice, heard: str, ways: Sequence[Way], everywhere: str = EVERYWHERE
) -> None:
    """Says that a line means nothing here, and what would."""
    keys = ", ".join(way.key or "Enter alone" for way in ways)
    shown = heard if len(heard) <= 40 else f"{heard[:40]}..."
    what = f'"{shown}" means nothing here.' if heard else "Enter alone means nothing here."
    voice.say(f"{what} Type {keys}; or {everywhere}.")
