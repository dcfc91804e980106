"""The answer shape *mark a span*: the words of a passage that can be marked, and how a mark counts.

A mark is a stretch of whole words. It is saved as the words themselves and where they begin in the
raw text, such as `According to@0`: readable, and found again if the passage is quoted longer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from quizgame.packs.quotes import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.packs.pack import Quote, Span

Outcome = Literal["right", "source", "hedge", "part", "more", "elsewhere"]
"""What was marked: the cue, its source, a small word, too little, too much, or the claim itself."""

SPARE = 3
"""How many words that are neither cue nor source a right mark may hold."""

_RUN = re.compile(r"[^\s—–…]+")
_BARE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_WRITTEN = re.compile(r"(.+)@([0-9]{1,6})", re.DOTALL)


def words(text: str) -> tuple[Span, ...]:
    """The words of a passage as spans, without the punctuation around them."""
    return tuple(
        bare.span()
        for run in _RUN.finditer(text)
        if (bare := _BARE.search(text, run.start(), run.end()))
    )


def written(text: str, span: Span) -> str:
    """A mark as it is graded and saved."""
    begin, end = span
    return f"{text[begin:end]}@{begin}"


def span_of(text: str, chosen: str) -> Span | None:
    """Where a mark stands in a passage; None if it is no mark, or its words are not there."""
    match = _WRITTEN.fullmatch(chosen)
    if not match:
        return None
    marked, begin = match[1], int(match[2])
    if text.startswith(marked, begin):
        return begin, begin + len(marked)
    return find(marked, text)


def bare(chosen: str) -> str:
    """The words of a mark without the place, where the passage is not at hand."""
    match = _WRITTEN.fullmatch(chosen)
    return match[1] if match else chosen


def marked_words(text: str, chosen: str) -> str:
    """The words of a mark, to be read by people; empty if it is none."""
    span = span_of(text, chosen)
    return text[slice(*span)] if span else ""


def cue_of(quote: Quote) -> Span | None:
    """Where the words stand that give a quote away: not inside the words that name its source."""
    source = find(quote.source, quote.text)
    found = find(quote.cue, quote.text)
    while found and source and _meet(found, source):
        found = find(quote.cue, quote.text, found[0] + 1)
    return found


def outcome(quote: Quote, chosen: str) -> Outcome:
    """What of a quote was marked.

    Right is a mark that holds at least half of the words of the cue, and at most `SPARE` words that
    belong neither to the cue nor to the source.
    """
    every = words(quote.text)
    cue = _among(every, [cue_of(quote)])
    source = _among(every, [find(quote.source, quote.text)]) - cue
    marked = _among(every, [span_of(quote.text, chosen)])
    met = marked & cue
    if 2 * len(met) >= len(cue) > 0:
        return "more" if len(marked - cue - source) > SPARE else "right"
    if met:
        return "part"
    hedges = _among(every, (find(hedge, quote.text) for hedge in quote.hedges))
    for name, group in (("source", source), ("hedge", hedges)):
        if 2 * len(marked & group) >= len(marked) > 0:
            return "source" if name == "source" else "hedge"
    return "elsewhere"


def _among(every: Sequence[Span], spans: Iterable[Span | None]) -> set[Span]:
    """The words that spans touch."""
    return {word for span in spans if span for word in every if _meet(word, span)}


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Selection:
    """A mark in the making: the word that the caret is on, and where the mark began.

    Attributes:
        words: the words of the passage.
        caret: the number of a word.
        anchor: the number of the word that the mark began with; None before it has begun.
    """

    words: tuple[Span, ...]
    caret: int = 0
    anchor: int | None = None

    def at(self, word: int) -> Selection:
        """The caret on a word; past an end, on the last one there."""
        return replace(self, caret=max(0, min(word, len(self.words) - 1)))

    def toggled(self) -> Selection:
        """A mark begun at the caret, or let go."""
        return replace(self, anchor=self.caret if self.anchor is None else None)

    def begun(self) -> Selection:
        """A mark begun at the caret, unless one has begun already."""
        return self if self.anchor is not None else self.toggled()

    def single(self, word: int) -> Selection:
        """A new mark of one word."""
        there = self.at(word)
        return replace(there, anchor=there.caret)

    @property
    def span(self) -> Span:
        """The mark: from where it began to the caret, or the word under the caret alone."""
        other = self.caret if self.anchor is None else self.anchor
        first, last = sorted((self.caret, other))
        return self.words[first][0], self.words[last][1]
