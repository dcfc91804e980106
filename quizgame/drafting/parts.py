"""What a word may be in its sentence: guesses from its ending and the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.lexicon import verb_forms
from quizgame.drafting.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.tokens import Token

Run = tuple[int, int]
"""The first and the last token of a phrase, both included."""

DASHES = frozenset(["—", "–", "-", "--"])

_ROLES = listed("roles")
_ROLE_ENDINGS = (
    "er", "or", "ist", "man", "men", "woman", "women", "ee", "ian", "ary", "ant", "ent",
    "ers", "ors", "ists", "ican",
)  # fmt: skip
_ADJECTIVE_ENDINGS = ("ic", "al", "ive", "can", "based", "ed", "ne", "st", "ous")
_NAME_PREFIXES = ("then-", "ex-", "co-", "vice-", "pro-", "anti-")
_APPOSED = frozenset(
    ["who", "whose", "which", "the", "a", "an", "one", "another", "himself", "herself"]
)
_OBJECTS = frozenset(["me", "him", "us", "them"])
_COMMON_VERBS = listed("common verbs")
_SHORTEST_PAST = 5


def low(tokens: Sequence[Token], place: int) -> str:
    """The form of a token; empty where there is none."""
    return tokens[place].low if 0 <= place < len(tokens) else ""


def _is_small(form: str) -> bool:
    return (
        form in words.PREPOSITIONS
        or form in words.CONJUNCTIONS
        or form in words.AUXILIARIES
        or words.is_adverb(form)
    )


def is_noun_like(token: Token) -> bool:
    """Whether a noun phrase may end with this token."""
    form = token.low
    return (token.is_word or form in (")", "'s")) and not (
        token.quoted or _is_small(form) or form in words.DETERMINERS - words.PRONOUNS
    )


def is_plain_noun(token: Token) -> bool:
    """Whether the token may begin a noun phrase that has no article."""
    return token.is_word and not (
        _is_small(token.low) or token.low in words.DAYS or token.low in _OBJECTS
    )


def is_finite_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word may be a verb with a subject of its own."""
    token = tokens[place]
    if token.is_capital or token.low in words.PREPOSITIONS:
        return False
    if token.low in _COMMON_VERBS:
        return True
    if low(tokens, place - 1) in words.DETERMINERS:
        return False
    form = verb_forms().get(token.low)
    if form is not None:
        return form.part != "ing" and not form.may_be_noun
    return token.low.endswith("ed") and len(token.low) >= _SHORTEST_PAST and place > 0


def is_verb_or_auxiliary(tokens: Sequence[Token], place: int) -> bool:
    """Whether a clause may have its verb here."""
    return tokens[place].low in words.AUXILIARIES or is_finite_verb(tokens, place)


def group_begin(tokens: Sequence[Token], place: int, *extra: str) -> int:
    """Where the auxiliaries and adverbs begin that belong to the word at `place`.

    `extra` are further words that may stand among them.
    """
    first = place
    while first and not tokens[first - 1].quoted:
        form = tokens[first - 1].low
        if not (form in words.AUXILIARIES or words.is_adverb(form) or form in extra):
            break
        first -= 1
    return first


def is_role(form: str) -> bool:
    """Whether the word tells what somebody is: “spokeswoman”, “mayor”, “economist”."""
    return form in _ROLES or form.endswith(_ROLE_ENDINGS)


def may_precede_name(form: str) -> bool:
    """Whether the word may stand before a name: “the”, “of”, “spokeswoman”, but not “campaign”."""
    return (
        form in words.DETERMINERS
        or form in words.PREPOSITIONS
        or is_role(form)
        or form.endswith(_ADJECTIVE_ENDINGS)
        or form[0].isdigit()
        or form.startswith(_NAME_PREFIXES)
    )


def opens_apposition(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a second name for the noun before it follows the comma: “Ms Example, a lawyer”."""
    if not 0 < comma < len(tokens) - 1 or not is_noun_like(tokens[comma - 1]):
        return False
    before, after = tokens[comma - 1], tokens[comma + 1]
    if after.low in _APPOSED or after.low in words.POSSESSIVES:
        return True
    # An age, or a party and a state as in “R-Texas”.
    if after.low[0].isdigit() or after.low[:2] in ("r-", "d-", "i-"):
        return True
    if before.is_capital == after.is_capital:
        return False
    if after.is_capital:
        return is_role(before.low)
    return is_plain_noun(after) and after.low not in words.SUBJECTS
