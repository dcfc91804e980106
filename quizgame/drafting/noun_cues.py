"""Nouns, adjectives, adverbs and phrases that attribute: “criticism of”, “according to”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.cue import Cue
from quizgame.drafting.lexicon import adjectives, nouns
from quizgame.drafting.lists import listed
from quizgame.drafting.parts import group_begin, low

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.drafting.tokens import Token

_ADVERBS = frozenset(["reportedly", "allegedly", "supposedly", "purportedly"])
_VIEWS = listed("points of view")
_MAKE = frozenset(["make", "makes", "made", "making"])
_IN_THE_OF = ["in", "the", "of"]


def phrases(tokens: Sequence[Token]) -> Iterator[Cue]:
    """“According to”, “in the words of” and adverbs such as “reportedly”."""
    for place, token in enumerate(tokens):
        cue = None if token.quoted else _phrase(tokens, place)
        if cue:
            yield cue


def _phrase(tokens: Sequence[Token], place: int) -> Cue | None:
    word, after = tokens[place].low, low(tokens, place + 1)
    if word == "according" and after == "to":
        return Cue(place, place + 1, place, word, "speech", "phrase")
    if word in _ADVERBS:
        return Cue(place, place, place, word, "speech", "adverb")
    if word == "clear":
        return _made_clear(tokens, place)
    if word in _VIEWS:
        return _view(tokens, place)
    return None


def _made_clear(tokens: Sequence[Token], place: int) -> Cue | None:
    """“Has made it clear”, which ends here."""
    made = place - 1 - (low(tokens, place - 1) == "it")
    if low(tokens, made) not in _MAKE:
        return None
    return Cue(group_begin(tokens, made), place, place, "make clear", "speech", "finite")


def _view(tokens: Sequence[Token], place: int) -> Cue | None:
    """“In the view of” or “in her view”, whose noun stands here."""
    word = tokens[place].low
    if [low(tokens, place - 2), low(tokens, place - 1), low(tokens, place + 1)] == _IN_THE_OF:
        return Cue(place - 2, place + 1, place, word, "thought", "phrase")
    if low(tokens, place - 1) not in words.POSSESSIVES or low(tokens, place + 1) not in (",", "."):
        return None
    begin = place - 1
    while begin and tokens[begin - 1].is_word and tokens[begin - 1].low not in words.PREPOSITIONS:
        begin -= 1
    if low(tokens, begin - 1) != "in":
        return None
    return Cue(place, place, place, word, "thought", "phrase")


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
            last = place if after in words.CLAUSE_OPENERS else place + 1
            first = group_begin(tokens, place)
            yield Cue(first, last, place, token.low, "thought", "adjective")
