"""The passage of an article that an inexact quote was probably copied from.

All work is bounded, however long or repetitive the texts are: only a part of the article is
searched, and only a window of it is compared word by word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Span

_SEARCHED = 1_000_000
_ANCHORS = 16
_WORDS_IN_ANCHOR = 3
_OCCURRENCES = 4
_DRIFT = 120
_COMPARED = 600
_BEFORE = 80
_ALIKE = 0.5
_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Near:
    """The first difference between a quote and the passage nearest to it.

    Attributes:
        quoted: the characters of the quote that differ; empty where something is left out.
        printed: the characters of the article that stand in their place.
    """

    quoted: Span
    printed: Span


def nearest(quote: str, article: str) -> Near | None:
    """Compares a quote that is not in the article; both are folded. None if nothing is alike."""
    article = article[:_SEARCHED]
    if near := _but_for_capitals(quote, article):
        return near
    start = _start(quote, article)
    if start is None:
        return None
    # Up to here both are equal, so that a long quote is compared where it begins to differ.
    equal = alike(quote, article[start : start + len(quote)]) if start >= 0 else 0
    begin = max(0, equal - _BEFORE)
    window = max(0, start + begin - (0 if equal else _BEFORE))
    return _difference(quote[begin:][:_COMPARED], begin, article[window:][: 2 * _COMPARED], window)


def alike(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _but_for_capitals(quote: str, article: str) -> Near | None:
    """The first word that differs, where the quote stands there but for small letters."""
    small, other = quote.lower(), article.lower()
    # Some letters are two when they are small; then offsets would not hold.
    if len(small) != len(quote) or len(other) != len(article):
        return None
    start = other.find(small)
    if start < 0 or not quote:
        return None
    first = alike(quote, article[start : start + len(quote)])
    word = next((match for match in _TOKEN.finditer(quote) if match.end() > first), None)
    return Near(word.span(), (start + word.start(), start + word.end())) if word else None


def _start(quote: str, article: str) -> int | None:
    """Where the quote would begin if it were there; the best guess of several word groups."""
    votes: dict[int, list[int]] = defaultdict(list)
    for at, anchor in _anchors(quote):
        found = article.find(anchor)
        for _ in range(_OCCURRENCES):
            if found < 0:
                break
            votes[(found - at) // _DRIFT].append(found - at)
            found = article.find(anchor, found + 1)
    if not votes:
        return None
    best = max(votes, key=lambda drift: len(votes[drift]))
    # The first word group's guess: what differs later has not shifted it yet.
    return votes[best][0]


def _anchors(quote: str) -> Iterator[tuple[int, str]]:
    words = [match.span() for match in _WORD.finditer(quote[:20_000])]
    last = max(min(1, len(words)), len(words) - _WORDS_IN_ANCHOR + 1)
    for index in range(0, last, max(1, last // _ANCHORS)):
        begin = words[index][0]
        end = words[min(index + _WORDS_IN_ANCHOR, len(words)) - 1][1]
        yield begin, quote[begin:end]


def _difference(quote: str, quote_at: int, window: str, window_at: int) -> Near | None:
    ours, theirs = _TOKEN.findall(quote), _TOKEN.findall(window)
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    alike = sum(len("".join(ours[a:b])) for kind, a, b, _, _ in steps if kind == "equal")
    if alike < _ALIKE * len(quote):
        return None
    for kind, a, a_end, b, b_end in steps:
        # The window shows more than the quote, before it and behind it.
        around = a_end == 0 or a == len(ours)
        if kind == "equal" or (kind == "insert" and around):
            continue
        if a == 0:
            b = max(b, b_end - a_end)
        elif a_end == len(ours):
            b_end = min(b_end, b + a_end - a)
        return Near(_span(ours, a, a_end, quote_at), _span(theirs, b, b_end, window_at))
    return None


def _span(tokens: list[str], first: int, last: int, shift: int) -> Span:
    begin = shift + sum(map(len, tokens[:first]))
    return (begin, begin + sum(map(len, tokens[first:last])))
