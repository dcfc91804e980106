"""Marking words of a passage by typing them, or the numbers of the first and the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.game import marking
from quizgame.packs.quotes import fold
from quizgame.plain.prompts import Way, listen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.game.asking import Asked
    from quizgame.packs.pack import Span
    from quizgame.plain.voice import Voice

SKIP, AGAIN, WORDS = "s", "again", "w"
WAYS = (
    Way("w", "number the words of the passage"),
    Way("again", "hear it again"),
    Way("s", "skip it"),
)
ABOUT = (
    "Type the words that give it away, as they stand in the passage. Or type w, and then the "
    "number of the first word and of the last one, such as 3 5."
)
_NUMBERS = re.compile(r"([0-9]{1,4})(?:\s*[-, ]\s*([0-9]{1,4}))?")


def mark(voice: Voice, asked: Asked) -> str:
    """Asks for a mark; gives the answer, or `s` or `again`."""
    voice.say("Type the words, or w to number them; s skips.")
    while True:
        heard = listen(voice, "Your mark", WAYS, ABOUT)
        said = heard.casefold()
        if said in {SKIP, AGAIN}:
            return said
        if said == WORDS:
            number(voice, asked)
            continue
        span = found(asked, heard)
        if span:
            return marking.written(asked.passages[0].text, span)
        not_there(voice, heard)


def found(asked: Asked, heard: str) -> Span | None:
    """The stretch of whole words that was typed, or numbered; None if there is none."""
    numbers = _NUMBERS.fullmatch(heard)
    if numbers and int(numbers[1]) <= len(asked.words):
        first, last = int(numbers[1]), int(numbers[2] or numbers[1])
        if 1 <= first <= last <= len(asked.words):
            return asked.words[first - 1][0], asked.words[last - 1][1]
    text = asked.passages[0].text
    wanted = [_same(heard[slice(*span)]) for span in marking.words(heard)]
    return _stretch([_same(text[slice(*span)]) for span in asked.words], wanted, asked.words)


def _stretch(there: Sequence[str], wanted: Sequence[str], words: Sequence[Span]) -> Span | None:
    for first in range(len(there) - len(wanted) + 1 if wanted else 0):
        last = first + len(wanted)
        if there[first:last] == wanted:
            return words[first][0], words[last - 1][1]
    return None


def _same(word: str) -> str:
    return fold(word).casefold()


def number(voice: Voice, asked: Asked) -> None:
    """Says the words of the passage, each with its number."""
    text = asked.passages[0].text
    shown = (f"{n} {text[slice(*span)]}" for n, span in enumerate(asked.words, 1))
    voice.say("; ".join(shown) + ".", indent=2)
    voice.say("Type the number of the first word and of the last one, such as 3 5.")


def not_there(voice: Voice, heard: str) -> None:
    """Says that what was typed does not stand in the passage."""
    shown = heard if len(heard) <= 40 else f"{heard[:40]}..."
    said = f'"{shown}" does not stand in the passage like this.' if heard else "Nothing was typed."
    voice.say(f"{said} Type words as they follow each other there; or w, again, s, ? for help.")
