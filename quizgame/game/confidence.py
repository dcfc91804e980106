"""Points for saying honestly how sure one is.

An answer is a forecast over its options: the chosen one gets the stated probability, the others
share the rest. It is scored by the rule of G. W. Brier, "Verification of forecasts expressed in
terms of probability", Monthly Weather Review 78 (1950): BS = sum over the options of (forecast -
outcome)², where the outcome is 1 for the right option and 0 for the others. Points are its skill
against guessing, 1 - BS / BS of the guess, times `MOST`. So a guess (1 / options each) earns and
costs nothing, whatever comes of it, and the expected points are highest for whoever states the
probability with which they really are right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgame.game.history import kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.history import Answered

MOST = 10
"""The points of a right answer that was certain; "sure" comes close to it."""

_FIXED = {"two-way": 2, "pair": 2, "five-way": 5}
_USUAL = 4
"""How many options an item is taken to have had where neither its answer nor its kind tells."""

_STATED = {"fairly": 0.75, "sure": 0.95}


class Stated(NamedTuple):
    """How sure somebody was of one answer, among how many options, and whether they were right."""

    confidence: str
    options: int
    right: bool


def options_of(answer: Answered) -> int:
    """Among how many options an answer was given, at least 2."""
    if answer.options > 1:
        return answer.options
    return _FIXED.get(kind(answer.item), _USUAL)


def probability(confidence: str, options: int) -> float:
    """What a statement says: of a guess 1 / options, of "fairly sure" .75, of "sure" .95."""
    return _STATED.get(confidence, 1 / options)


def points(stated: Stated) -> float:
    """The points of one answer: 0 for a guess, at most `MOST`, below 0 for a confident miss."""
    chosen = probability(stated.confidence, stated.options)
    other = (1 - chosen) / (stated.options - 1)
    if stated.right:
        brier = (1 - chosen) ** 2 + (stated.options - 1) * other**2
    else:
        brier = chosen**2 + (1 - other) ** 2 + (stated.options - 2) * other**2
    guessing = 1 - 1 / stated.options
    return MOST * (1 - brier / guessing)


class Tally(NamedTuple):
    """What the statements of a round add up to.

    Attributes:
        points: rounded to whole ones.
        most: what they could have been.
    """

    points: int
    most: int


def tally(every: Iterable[Stated]) -> Tally:
    """The points of several answers."""
    each = [points(stated) for stated in every]
    return Tally(round(sum(each)), MOST * len(each))


def in_words(given: Sequence[Answered]) -> str:
    """How being sure and being right went together, in one sentence; empty if nothing was said.

    It speaks of the answers that were "sure" if there are any, else of "fairly sure", else of the
    guesses.
    """
    for said, words in (("sure", "sure"), ("fairly", "fairly sure")):
        right = [answer.right for answer in given if answer.confidence == said]
        if right and all(right):
            return f"Whenever you were {words}, you were right: {_times(len(right))}."
        if right:
            which = f"right in {sum(right)} of them" if any(right) else "not right"
            return f"You were {words} {_times(len(right))}, and {which}."
    guesses = [answer.right for answer in given if answer.confidence == "guess"]
    if guesses:
        return f"You called every answer a guess; {sum(guesses)} of {len(guesses)} were right."
    return ""


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
