"""The subject of a verb: the noun phrase that ends before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.lexicon import verb_forms
from quizgame.drafting.lists import listed
from quizgame.drafting.parts import (
    DASHES,
    is_finite_verb,
    is_noun_like,
    is_verb_or_auxiliary,
    low,
    may_precede_name,
    opens_apposition,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.parts import Run
    from quizgame.drafting.tokens import Token

_TIMES = listed("times")
_SELVES = listed("selves")
_ASIDES = listed("asides")
_BEFORE_TIMES = frozenset(["on", "in", "at", "this", "last", "late", "early"])
_INSIDE = frozenset(["'s", "'", "’", ".", "/", "-"])
_MOST_ASIDES = 4


def subject_before(tokens: Sequence[Token], first: int, asides: int = _MOST_ASIDES) -> Run | None:
    """The noun phrase that ends just before the token `first`.

    `asides` is how many “, a lawyer,” may stand between.
    """
    last = _before_adverbs(tokens, first) - 1
    if low(tokens, last) == "," and low(tokens, last - 1) in _ASIDES:
        # “Ms Example, however, said”.
        last -= 3 if low(tokens, last - 2) == "," else 1
    if last < 0 or tokens[last].quoted:
        return None
    sign = tokens[last].low
    if sign == "," or sign in DASHES or sign == ")":
        return _before_aside(tokens, last, asides - 1) if asides else None
    if not is_noun_like(tokens[last]):
        return None
    if sign in words.SUBJECTS or sign in ("which", "that"):
        return (last, last)
    last = _without_day(tokens, last)
    begin = phrase_begin(tokens, last)
    return (begin, last) if begin <= last else None


def _before_adverbs(tokens: Sequence[Token], place: int) -> int:
    while place and (
        words.is_adverb(tokens[place - 1].low)
        or (
            # “The two sides both said”.
            tokens[place - 1].low in ("both", "all", "each")
            and place > 1
            and is_noun_like(tokens[place - 2])
        )
    ):
        place -= 1
    return place


def _before_aside(tokens: Sequence[Token], last: int, asides: int) -> Run | None:
    """The subject of “Ms Example, a lawyer, said”: with the aside where that identifies it."""
    opening = _opening(tokens, last)
    if opening is None:
        return None
    head = _with_apposed(tokens, subject_before(tokens, opening, asides), asides)
    if head is None:
        return None
    following = low(tokens, opening + 1)
    if tokens[last].low == ",":
        # A bare surname has been introduced before; “who …” only adds to it.
        if following == "who" and head[0] == head[1]:
            return head
        named = tokens[opening + 1].is_capital
        if not named and (following in words.PREPOSITIONS or following.endswith(("ing", "ed"))):
            return head
    return (head[0], last)


def _opening(tokens: Sequence[Token], last: int) -> int | None:
    """What opens the aside that the sign `last` closes."""
    sign = tokens[last].low
    if sign == ",":
        return _opening_comma(tokens, last)
    opens = DASHES if sign in DASHES else {"("}
    return next((i for i in range(last - 1, 0, -1) if tokens[i].low in opens), None)


def _opening_comma(tokens: Sequence[Token], comma: int) -> int | None:
    for place in range(comma - 1, 0, -1):
        if tokens[place].quoted or tokens[place].low in (";", ":"):
            return None
        if tokens[place].low == ",":
            fits = opens_apposition(tokens, place) or is_noun_like(tokens[place - 1])
            return place if fits and place + 1 < comma else None
    return None


def _with_apposed(tokens: Sequence[Token], head: Run | None, asides: int) -> Run | None:
    """Goes back to “The mayor” in “The mayor, Ms Example, a lawyer, said”."""
    if not head or not asides or low(tokens, head[0] - 1) != ",":
        return head
    comma = head[0] - 1
    before = subject_before(tokens, comma, asides - 1) if opens_apposition(tokens, comma) else None
    if not before or _is_told_of(tokens, before[0]):
        return head
    return (before[0], head[1])


def _is_told_of(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a verb governs the phrase: “its cup” in “It lost its cup, the mayor, Reed, said”."""
    while begin and (words.is_adverb(low(tokens, begin - 1)) or low(tokens, begin - 1) == "not"):
        begin -= 1
    return begin > 0 and is_verb_or_auxiliary(tokens, begin - 1)


def _without_day(tokens: Sequence[Token], last: int) -> int:
    """Drops “on Tuesday”, “this week” and “himself” from the end of a subject."""
    end = last
    while end and tokens[end].low in words.DAYS | _TIMES | _SELVES:
        end -= 1
    if 0 < end < last and tokens[end].low in _BEFORE_TIMES:
        return end - 1
    return end if tokens[last].low not in _TIMES else last


def phrase_begin(tokens: Sequence[Token], last: int) -> int:
    """Where the noun phrase begins that ends with the token `last`; after it if there is none."""
    begin = last
    while begin and _continues(tokens, begin - 1):
        begin -= 1
    return _without_opening(tokens, begin, last)


def _continues(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token belongs to a noun phrase that goes on to its right."""
    token, after = tokens[place], tokens[place + 1]
    form = token.low
    if token.quoted and not after.quoted:
        return False
    if form in ("and", "or", "nor", "&"):
        return _joins(tokens, place)
    if not token.is_word:
        return form in _INSIDE
    if form in words.CONJUNCTIONS or form in words.AUXILIARIES or form in words.SUBJECTS:
        return False
    if form in ("which", "what", "whom"):
        return False
    if after.is_capital and not token.is_capital and not may_precede_name(form):
        return form == "'s"
    return not is_finite_verb(tokens, place)


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Whether “and” joins two nouns here, and not two clauses."""
    if not place or not is_noun_like(tokens[place - 1]):
        return False
    if tokens[place - 1].is_capital:
        return tokens[place + 1].is_capital or tokens[place + 1].low in words.DETERMINERS
    for before in range(place - 1, -1, -1):
        token = tokens[before]
        if token.quoted or token.low in (",", ";", ":") or token.low in DASHES:
            return True
        if is_verb_or_auxiliary(tokens, before):
            return False
    return True


def _without_opening(tokens: Sequence[Token], begin: int, last: int) -> int:
    """Drops “On Tuesday”, “But” and the like from the front of a clause."""
    while begin < last and (
        not tokens[begin].is_word
        or tokens[begin].low in words.CONJUNCTIONS
        or words.is_adverb(tokens[begin].low)
        or tokens[begin].low == "'s"
    ):
        begin += 1
    if tokens[begin].low not in words.PREPOSITIONS:
        return begin
    # “In an interview the mayor said”: what “in” governs is not the subject.
    starts = [place for place in range(begin + 2, last + 1) if _starts_anew(tokens, place)]
    return starts[-1] if starts else begin + 1


def _starts_anew(tokens: Sequence[Token], place: int) -> bool:
    """Whether a second noun phrase begins here, right behind a first."""
    before, token = tokens[place - 1], tokens[place]
    if not is_noun_like(before):
        return False
    if token.low in words.DETERMINERS and token.low != "'s":
        return True
    return token.is_capital and not before.is_capital and before.low not in words.DETERMINERS


def main_subject(tokens: Sequence[Token], before: int) -> Run | None:
    """The subject of the main clause, if that begins before the token `before`."""
    for place in range(_main_begin(tokens, before), before):
        if tokens[place].quoted:
            continue
        if is_verb_or_auxiliary(tokens, place) or _is_third_person(tokens, place):
            found = subject_before(tokens, place)
            if found:
                return found
    return None


def _main_begin(tokens: Sequence[Token], before: int) -> int:
    """Where the main clause begins: after the comma that ends “While …,” or “On Tuesday,”."""
    form = low(tokens, 0)
    if form in words.CONJUNCTIONS or form in words.PREPOSITIONS or form in verb_forms():
        for place in range(1, before - 2):
            if tokens[place].low == ",":
                return place + 1
    return 0


def _is_third_person(tokens: Sequence[Token], place: int) -> bool:
    """Whether this is “plans” in “Example plans”."""
    form = verb_forms().get(tokens[place].low)
    return form is not None and form.part == "s" and place > 0 and tokens[place - 1].is_capital
