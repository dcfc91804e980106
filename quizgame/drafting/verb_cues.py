"""The verbs of a sentence that hand something over to a source: “said”, “wants to”, “was told”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.cue import Cue
from quizgame.drafting.lexicon import Form, links, verb_forms
from quizgame.drafting.parts import group_begin, low

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.drafting.cue import Shape
    from quizgame.drafting.tokens import Token

_SELDOM = frozenset(
    [("act", "ing"), ("act", "reduced"), ("wish", "reduced"), ("thought", "infinitive")]
)
"""Shapes in which the verbs of a group mostly tell of doings, not of words or thoughts."""


def verbs(tokens: Sequence[Token]) -> Iterator[Cue]:
    """The verbs that are cues, in order; a word inside quotation marks is none."""
    forms = verb_forms()
    for place, token in enumerate(tokens):
        form = forms.get(token.low)
        if form is None or token.quoted or (place and token.is_capital and form.part == "base"):
            continue
        first, shape = _shape(tokens, place, form)
        if shape and (form.group, shape) not in _SELDOM:
            last = place + (low(tokens, place + 1) in links().get(form.verb, ()))
            yield Cue(first, last, place, form.verb, form.group, shape)


def _shape(tokens: Sequence[Token], place: int, form: Form) -> tuple[int, Shape | None]:
    first = group_begin(tokens, place, "to")
    group = {token.low for token in tokens[first:place]}
    if "to" in group:
        return first, "infinitive"
    before = low(tokens, first - 1)
    if form.part == "ing":
        if words.BE & group:
            return first, "finite"
        return first, None if before in words.DETERMINERS else "ing"
    if form.part in ("either", "participle"):
        if words.BE & group:
            return first, "passive"
        if not group & words.AUXILIARIES:
            if low(tokens, place + 1) == "by":
                return first, "reduced"
            if form.part == "participle" or before in words.DETERMINERS:
                return first, None
            if form.group in ("wish", "act") and low(tokens, place + 1) in ("", "."):
                return first, None
    elif form.may_be_noun and form.part in ("base", "s") and not _is_verb(tokens, first, place):
        return first, None
    return first, "finite"


def _is_verb(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Whether a form that may be a noun too, such as “claims”, is a verb here."""
    if first < place and {token.low for token in tokens[first:place]} & words.AUXILIARIES:
        return True
    if not first:
        return False
    before = tokens[first - 1]
    if before.low in words.SUBJECTS or before.low in ("which", "that"):
        return True
    if (
        before.low in words.DETERMINERS
        or before.low in words.PREPOSITIONS
        or before.low[0].isdigit()
    ):
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is not None and (
        after.quoted
        or after.is_capital
        or after.low in words.DETERMINERS
        or after.low in words.PRONOUNS
        or after.low in words.CLAUSE_OPENERS
        or after.low in ("to", ":")
    )
