"""Words and signs of a text, with their places, and which of them stand inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.drafting.paragraphs import paragraphs

if TYPE_CHECKING:
    from quizgame.drafting.segmentation import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|Sens|Reps|[A-Z])\.(?=,|\s[\w(“\"])"
    r"|[@#]\w+"
    r"|[$€£]?\d[\d.,:/]*\d|[$€£]?\d"
    r"|n[’']t\b|[’'](?:s|re|ve|d|ll|m)\b"
    r"|[^\W\d_]+?(?=n[’']t\b)"
    r"|[^\W_]+(?:[-’'&][^\W_]+)*?(?=[’'](?:s|re|ve|d|ll|m)\b)"
    r"|[^\W_]+(?:[-’'&][^\W_]+)*"
    r"|\.{2,}|--+|''|``|’’|‘‘|\S"
)
_MARK = re.compile(r"[“„«”»\"]|''|``|’’|‘‘")
_CONTRACTED = frozenset(["he", "she", "it", "that", "there", "who", "what", "here", "where", "how"])
"""Where “'s” is short for “is” or “has”; after other words it marks an owner."""
_OPENERS = "“„«"
_CLOSERS = "”»"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign.

    Attributes:
        low: the lower-case form with straight apostrophes; for “'s” short for “is”, that is `is`.
        quoted: whether it stands inside quotation marks, or is one.
    """

    begin: int
    end: int
    text: str
    low: str
    quoted: bool

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits, and is no sign."""
        return self.text[-1].isalnum() or self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokens(text: str, span: Span, quoted: Quotations) -> list[Token]:
    """The words and signs of one sentence."""
    made: list[Token] = []
    for found in _TOKEN.finditer(text, *span):
        low = found.group().lower().replace("’", "'")
        if low == "'s" and made and made[-1].low in _CONTRACTED:
            low = "is"
        made.append(Token(*found.span(), found.group(), low, quoted.holds(found.start())))
    return made


class Quotations:
    """The passages between quotation marks, the marks included, in order."""

    def __init__(self, text: str) -> None:
        self.spans = [span for whole in paragraphs(text) for span in _quoted(text, *whole)]
        self._begins = [begin for begin, _ in self.spans]

    def holds(self, place: int) -> bool:
        """Whether the character at `place` stands in a quotation."""
        return self.at(place) is not None

    def at(self, place: int) -> Span | None:
        """The quotation in which `place` stands."""
        index = bisect_right(self._begins, place) - 1
        if index >= 0 and place < self.spans[index][1]:
            return self.spans[index]
        return None

    def within(self, span: Span) -> list[Span]:
        """The quotations, or parts of them, that lie in the span."""
        begin, end = span
        first = max(0, bisect_right(self._begins, begin) - 1)
        found: list[Span] = []
        for one in self.spans[first:]:
            if one[0] >= end:
                break
            if one[1] > begin:
                found.append((max(begin, one[0]), min(end, one[1])))
        return found


def _quoted(text: str, begin: int, end: int) -> list[Span]:
    """The quotations of one paragraph; one that is never closed reaches to its end."""
    found: list[Span] = []
    start = -1
    for mark in _MARK.finditer(text, begin, end):
        sign = mark.group()
        if start < 0 and sign not in _CLOSERS:
            start = mark.start()
        elif start >= 0 and sign not in _OPENERS:
            found.append((start, mark.end()))
            start = -1
    if start >= 0:
        found.append((start, end))
    return found
