"""The noun phrase that begins somewhere, with what identifies its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.lexicon import verb_forms
from quizgame.drafting.parts import DASHES, is_finite_verb, low, opens_apposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.parts import Run
    from quizgame.drafting.tokens import Token

_LINKS = frozenset(["of", "for", "at", "from", "in", "with", "on"])
_INSIDE = frozenset(["'s", "'", "’", "/", "-", "&"])
_STOPS = frozenset([";", ":", ".", "!", "?"])
_OCCASIONS = frozenset(["an", "a", "response", "his", "her"])
"""What follows “in”, “on” or “at” where an occasion is told: “said the mayor in an interview”."""


def phrase_after(tokens: Sequence[Token], first: int, *, apposed: bool = True) -> Run | None:
    """The noun phrase that begins with the token `first`, with what identifies its head.

    `apposed` tells whether “, a lawyer from Exampletown” may belong to it.
    """
    last = _simple(tokens, first)
    while last is not None:
        further = _further(tokens, last, apposed=apposed)
        if further is None:
            return (first, last)
        last = further
    return None


def _simple(tokens: Sequence[Token], first: int) -> int | None:
    """The last token of a phrase without its “of …”; None if there is no phrase."""
    place = first
    while place < len(tokens) and _in_phrase(tokens, place, first):
        place += 1
    return place - 1 if place > first else None


def _in_phrase(tokens: Sequence[Token], place: int, first: int) -> bool:
    token = tokens[place]
    form = token.low
    if token.quoted or (form in words.DAYS and low(tokens, place - 1) != "the"):
        return False
    if form in ("and", "or", "&"):
        return place > first and _joins(tokens, place)
    if not token.is_word:
        return form in _INSIDE
    if form in words.PREPOSITIONS or form in words.CONJUNCTIONS or form in words.AUXILIARIES:
        return False
    if place == first:
        return True
    if form in words.SUBJECTS:
        return False
    if words.is_adverb(form) and form not in ("most", "more"):
        return False
    return not (_is_participle(form) or is_finite_verb(tokens, place))


def _is_participle(form: str) -> bool:
    return form.endswith("ing") and form in verb_forms()


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Whether “and” joins two nouns here, and not two clauses."""
    if place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    return (
        (after.is_capital or not tokens[place - 1].is_capital)
        and after.low not in words.SUBJECTS
        and not is_finite_verb(tokens, place + 1)
    )


def _further(tokens: Sequence[Token], last: int, *, apposed: bool) -> int | None:
    """The end of one more part of the phrase after `last`, if there is one."""
    place = last + 1
    if place + 1 >= len(tokens) or tokens[place].quoted:
        return None
    sign = tokens[place].low
    if sign == "(":
        return next((i for i in range(place, len(tokens)) if tokens[i].low == ")"), None)
    if sign in _LINKS:
        return _linked(tokens, last)
    if sign == "who":
        return _clause_end(tokens, place)
    if sign == "," and apposed and not tokens[place + 1].quoted and opens_apposition(tokens, place):
        return _clause_end(tokens, place + 1)
    return None


def _linked(tokens: Sequence[Token], last: int) -> int | None:
    """The end of “of the town council”, if that tells who the phrase is about."""
    link, after = low(tokens, last + 1), tokens[last + 2]
    if after.quoted or after.low in words.DAYS or _is_participle(after.low):
        return None
    if tokens[last].is_capital and link != "of" and not (link == "for" and after.is_capital):
        return None
    if link in ("in", "on", "at") and after.low in _OCCASIONS:
        return None
    return _simple(tokens, last + 2)


def _clause_end(tokens: Sequence[Token], first: int) -> int:
    """The last token of an apposition or of “who …” that begins at `first`."""
    place = first
    while place < len(tokens):
        token = tokens[place]
        if token.quoted or token.low in _STOPS or token.low in DASHES:
            break
        if token.low == "," and _goes_on_after(low(tokens, place + 1)):
            break
        if token.low == "on" and low(tokens, place + 1) in words.DAYS:
            break
        place += 1
    return place - 1


def _goes_on_after(form: str) -> bool:
    """Whether the sentence, and not the aside, goes on with this word after a comma."""
    return (
        form.endswith("ing")
        or form in words.CONJUNCTIONS
        or form in words.SUBJECTS - {"who"}
        or form in words.AUXILIARIES
        or form in words.PREPOSITIONS
    )
