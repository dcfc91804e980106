"""Nouns, adjectives, adverbs and phrases that attribute: “criticism of”, “according to”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.cue import Cue
from quizgame.drafting.lexicon import adjectives, nouns
from quizgame.drafting.lists import listed
from quizgame.drafting.parts import low

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.drafting.tokens import Token

_ADVERBS = frozenset(["reportedly", "allegedly", "supposedly", "purportedly"])
_OF = listed("points of view")


def phrases(tokens: Sequence[Token]) -> Iterator[Cue]:
    """“According to”, “in the words of” and adverbs such as “reportedly”."""
    for place, token in enumerate(tokens):
        if token.quoted:
            continue
        if token.low == "according" and low(tokens, place + 1) == "to":
            yield Cue(place, place + 1, place, "according", "speech", "phrase")
        elif token.low == "clear" and (made := _made(tokens, place)) is not None:
            yield Cue(made, place, place, "make clear", "speech", "finite")
        elif token.low in _ADVERBS:
            yield Cue(place, place, place, token.low, "speech", "adverb")
        elif (
            token.low == "in" and low(tokens, place + 1) == "the" and low(tokens, place + 3) == "of"
        ):
            if low(tokens, place + 2) in _OF:
                yield Cue(place, place + 3, place + 2, low(tokens, place + 2), "thought", "phrase")
        elif (
            token.low in _OF
            and _owner_begin(tokens, place)
            and low(tokens, place + 1) in (",", ".")
        ):
            begin = _owner_begin(tokens, place)
            if low(tokens, begin - 1) == "in":
                yield Cue(place, place, place, token.low, "thought", "phrase")


def _made(tokens: Sequence[Token], place: int) -> int | None:
    """Where “has made it clear” begins that ends with “clear” here."""
    first = place - 1 - (low(tokens, place - 1) == "it")
    if low(tokens, first) not in ("make", "makes", "made", "making"):
        return None
    while first and (
        tokens[first - 1].low in words.AUXILIARIES or words.is_adverb(tokens[first - 1].low)
    ):
        first -= 1
    return first


def _owner_begin(tokens: Sequence[Token], place: int) -> int:
    """Where “her” or “the mayor's” begins that stands before the noun; 0 if nothing does."""
    if low(tokens, place - 1) not in words.POSSESSIVES:
        return 0
    begin = place - 1
    while begin and tokens[begin - 1].is_word and tokens[begin - 1].low not in words.PREPOSITIONS:
        begin -= 1
    return begin


def with_links(tokens: Sequence[Token]) -> Iterator[Cue]:
    """Nouns and adjectives that are tied to what they are about."""
    for place, token in enumerate(tokens):
        if token.quoted:
            continue
        after = low(tokens, place + 1)
        if after in nouns().get(token.low, ()):
            last = place if after == "that" else place + 1
            yield Cue(place, last, place, token.low, "speech", "noun")
        elif after in adjectives().get(token.low, ()):
            first = place
            while first and (
                tokens[first - 1].low in words.AUXILIARIES or words.is_adverb(tokens[first - 1].low)
            ):
                first -= 1
            last = place if after in words.CLAUSE_OPENERS else place + 1
            yield Cue(first, last, place, token.low, "thought", "adjective")
