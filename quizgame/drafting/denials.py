"""Denials in an article, and the statements that they reject."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quizgame.drafting import signs
from quizgame.drafting.likeness import content_words
from quizgame.drafting.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.attributions import Attribution

_DENIES = listed("denials")
_REFERS_BACK = re.compile(
    r"\b(?:this|it|that|them|these|those|(?:the|such|those|these|all|any) "
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|n['’]t|never)\b", re.IGNORECASE)
_FEWEST_SHARED = 2
_NEXT = 80
_OFTEN = 0.15
_OFTEN_LEAST = 3
"""A word of more statements than these says nothing about what a denial is about."""


def is_denial(text: str, one: Attribution) -> bool:
    """Whether the statement rejects another; “did not deny” does not."""
    return one.word in _DENIES and not _NEGATED.search(signs.cue(text, one))


class Denials:
    """The denials of one article."""

    def __init__(self, text: str, found: Sequence[Attribution]) -> None:
        self._text = text
        self._denials = [one for one in found if is_denial(text, one)]
        counted = Counter(word for one in found for word in content_words(signs.content(text, one)))
        often = max(_OFTEN_LEAST, len(found) * _OFTEN)
        self._common = {word for word, count in counted.items() if count > often}

    def rejecting(self, one: Attribution) -> Attribution | None:
        """The denial that rejects this statement, if there is one."""
        ours = content_words(signs.content(self._text, one)) - self._common
        for denial in self._denials:
            if denial.sentence == one.sentence or self._source(denial) == self._source(one):
                continue
            rejected = signs.content(self._text, denial)
            shared = ours & content_words(rejected)
            back = _REFERS_BACK.match(rejected) or not rejected
            if len(shared) >= _FEWEST_SHARED or (back and self._is_next(one, denial)):
                return denial
        return None

    def _source(self, one: Attribution) -> str:
        return signs.source(self._text, one)

    def _is_next(self, one: Attribution, denial: Attribution) -> bool:
        """Whether the denial stands in the sentence after the statement."""
        between = denial.sentence[0] - one.sentence[1]
        if not 0 <= between < _NEXT:
            return False
        return not any(map(str.isalnum, self._text[one.sentence[1] : denial.sentence[0]]))
