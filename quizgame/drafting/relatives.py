"""A speaker who is described first: “an engineer who asked not to be named said”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.lexicon import verb_forms
from quizgame.drafting.parts import DASHES, is_noun_like, is_verb_or_auxiliary, low
from quizgame.drafting.subjects import phrase_begin, subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.parts import Run
    from quizgame.drafting.tokens import Token

_BREAKS = DASHES | {",", ";", ":", "(", ")"}


def described_subject(tokens: Sequence[Token], verb: int) -> Run | None:
    """The subject of the verb at `verb` with the “who …” that describes it; None if there is none.

    Only a speaker that opens its clause is found, since a verb before it might be the main one.
    """
    who = _who_before(tokens, verb)
    if who is None or not is_noun_like(tokens[who - 1]):
        return None
    begin = phrase_begin(tokens, who - 1)
    if begin >= who or _has_verb(tokens, 0, begin):
        return None
    if not _tells_more(tokens, who + 1, verb) or _has_other_subject(tokens, who, verb):
        return None
    return (begin, verb - 1)


def _who_before(tokens: Sequence[Token], verb: int) -> int | None:
    for place in range(verb - 1, 0, -1):
        if tokens[place].quoted or tokens[place].low in _BREAKS:
            return None
        if tokens[place].low == "who":
            return place
    return None


def _has_verb(tokens: Sequence[Token], first: int, end: int) -> bool:
    return any(is_verb_or_auxiliary(tokens, place) for place in range(first, end))


def _tells_more(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether “who” is itself the subject of what follows, unlike in “who the police say”."""
    lives = tokens[first].low.endswith("s") and first + 1 < end
    return lives or _has_verb(tokens, first, end)


def _has_other_subject(tokens: Sequence[Token], who: int, verb: int) -> bool:
    """Whether the verb has a subject inside the description: “who believe the mayor said”."""
    found = subject_before(tokens, verb)
    if found is None or found[0] <= who + 1:
        return False
    before = low(tokens, found[0] - 1)
    return before not in words.PREPOSITIONS and (before == "that" or before in verb_forms())
