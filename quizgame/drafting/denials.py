"""Denials in an article, and the statements that they reject."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quizgame.drafting import signs
from quizgame.drafting.likeness import content_words
from quizgame.drafting.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.drafting.attributions import Attribution

_DENIES = listed("denials")
_REFERS_BACK = re.compile(
    r"\b(?:this|it|that|them|these|those|(?:the|such|those|these|all|any) "
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|n['’]t|never)\b", re.IGNORECASE)
_FEWEST_SHARED = 2
_NEAR = 12
_OFTEN = 0.15
_OFTEN_LEAST = 3
"""A word of more statements than these says nothing about what a denial is about."""


def is_denial(text: str, one: Attribution) -> bool:
    """Whether the statement rejects another; “did not deny” does not."""
    return one.word in _DENIES and not _NEGATED.search(signs.cue(text, one))


class Denials:
    """The denials of one article; a statement is known by its number."""

    def __init__(self, text: str, found: Sequence[Attribution]) -> None:
        self._text = text
        self._found = found
        self._sources = [signs.source(text, one) for one in found]
        self._words = [content_words(signs.content(text, one)) for one in found]
        counted = Counter(word for words in self._words for word in words)
        often = max(_OFTEN_LEAST, len(found) * _OFTEN)
        self._rare = {word for word, count in counted.items() if count <= often}
        self._by_word: dict[str, list[int]] = {}
        self._back: set[int] = set()
        for number, one in enumerate(found):
            if is_denial(text, one):
                self._enter(number, one)

    def _enter(self, number: int, denial: Attribution) -> None:
        for word in self._words[number] & self._rare:
            self._by_word.setdefault(word, []).append(number)
        rejected = signs.content(self._text, denial)
        if not rejected or _REFERS_BACK.match(rejected):
            self._back.add(number)

    def rejecting(self, number: int) -> int | None:
        """The number of the denial that rejects a statement, if there is one."""
        shared = Counter(
            denial
            for word in self._words[number] & self._rare
            for denial in self._by_word.get(word, ())
        )
        candidates = {denial for denial, count in shared.items() if count >= _FEWEST_SHARED}
        candidates |= {denial for denial in self._next(number) if denial in self._back}
        fit = (denial for denial in sorted(candidates) if self._may_reject(denial, number))
        return next(fit, None)

    def _may_reject(self, denial: int, number: int) -> bool:
        """Whether somebody else denies, in another sentence."""
        return (
            self._found[denial].sentence != self._found[number].sentence
            and self._sources[denial] != self._sources[number]
        )

    def _next(self, number: int) -> Iterator[int]:
        """The statements of the sentence after the statement's own."""
        end = self._found[number].sentence[1]
        for other in range(number + 1, min(number + _NEAR, len(self._found))):
            begin = self._found[other].sentence[0]
            if begin >= end and not any(map(str.isalnum, self._text[end:begin][:_NEAR])):
                yield other
