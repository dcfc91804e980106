"""Cues that a quotation makes: “he continued”, “Brook:”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.cue import Cue
from quizgame.drafting.lexicon import verb_forms
from quizgame.drafting.lists import listed
from quizgame.drafting.parts import is_finite_verb, is_noun_like, low

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.drafting.tokens import Token

_LABELS = listed("labels before a colon")
_LONGEST_NAME = 5
_FEWEST_SAID = 3
_PARTICLES = frozenset(["out", "back", "on", "in", "it"])


def beside_quotations(tokens: Sequence[Token]) -> Iterator[Cue]:
    """Verbs that no list has, between their subject and a quotation."""
    for place in range(1, len(tokens)):
        token = tokens[place]
        if token.quoted or token.low in verb_forms() or not is_finite_verb(tokens, place):
            continue
        last = place + (low(tokens, place + 1) in _PARTICLES)
        if _opens(tokens, last + 1) or _follows(tokens, place, last):
            yield Cue(place, last, place, token.low, "speech", "finite")


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Whether a quotation begins here, behind a comma or a colon."""
    return low(tokens, place) in (",", ":") and place + 1 < len(tokens) and tokens[place + 1].quoted


def _follows(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Whether the verb ends “…,” Ms Brook deadpanned."""
    if low(tokens, last + 1) not in ("", ".", ","):
        return False
    first = place - 1
    while first >= 0 and place - first <= _LONGEST_NAME and not tokens[first].quoted:
        if not (is_noun_like(tokens[first]) or words.is_adverb(tokens[first].low)):
            return False
        first -= 1
    return 0 <= first < place - 1 and tokens[first].quoted


def before_colons(tokens: Sequence[Token]) -> Iterator[Cue]:
    """The colon behind a name at the beginning, as in a transcript or a headline."""
    for place, token in enumerate(tokens[: _LONGEST_NAME + 1]):
        if token.low == ":" and not token.quoted:
            if _names(tokens[:place]) and _says(tokens[place + 1 :]):
                yield Cue(place, place, place, ":", "speech", "colon")
            return


def _names(before: Sequence[Token]) -> bool:
    """Whether the words before a colon may be a speaker, and not a label such as “Photo”."""
    return bool(before) and all(
        one.is_capital and not one.quoted and one.low not in _LABELS for one in before
    )


def _says(after: Sequence[Token]) -> bool:
    said = [token for token in after if token.is_word]
    return len(said) >= _FEWEST_SAID and not said[0].low[0].isdigit()
