"""How much two passages share: their words without the small ones, ends of words ignored."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgame.drafting import words

_WORD = re.compile(r"[^\W_][\w'’-]*")
_ENDINGS = ("ings", "ing", "ies", "ied", "edly", "ers", "ed", "es", "er", "ly", "s")
_SHORTEST_STEM = 4


def content_words(passage: str) -> frozenset[str]:
    """The words that tell what a passage is about, as stems."""
    found = (match.group().lower().replace("’", "'") for match in _WORD.finditer(passage))
    return frozenset(stem(word.removesuffix("'s")) for word in found if word not in words.SMALL)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without an ending, so that “soldiers” and “soldier” agree."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
