"""A test before and a test after, compared in words and figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import skills

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.history import Answered
    from quizgame.packs.pack import Skill

_CHANCE = 2
"""Of a dozen items, a difference of so many says little."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many answers, and how many of them were right; the same of those that were "sure"."""

    right: int
    answers: int
    sure_right: int
    sure: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two tests with parallel items.

    Attributes:
        gained: the skills with a larger share right after than before.
        lost: those with a smaller share.
        hard: those that were not all right either time.
    """

    before: Score
    after: Score
    gained: tuple[Skill, ...]
    lost: tuple[Skill, ...]
    hard: tuple[Skill, ...]


def compare(before: Sequence[Answered], after: Sequence[Answered]) -> Comparison:
    """Compares the answers to two tests; skills that only one of them asked are left out."""
    shares = [(skill, _share(before, skill), _share(after, skill)) for skill in skills.SKILLS]
    both = [(s, one, two) for s, one, two in shares if one is not None and two is not None]
    return Comparison(
        before=_score(before),
        after=_score(after),
        gained=tuple(s for s, one, two in both if two > one),
        lost=tuple(s for s, one, two in both if two < one),
        hard=tuple(s for s, one, two in both if two == one < 1),
    )


def _score(given: Iterable[Answered]) -> Score:
    every = [(answer.right, answer.confidence == "sure") for answer in given]
    return Score(
        right=sum(right for right, _ in every),
        answers=len(every),
        sure_right=sum(right and sure for right, sure in every),
        sure=sum(sure for _, sure in every),
    )


def _share(given: Iterable[Answered], skill: str) -> float | None:
    right = [answer.right for answer in given if answer.skill == skill]
    return sum(right) / len(right) if right else None


def sentences(made: Comparison) -> list[str]:
    """The comparison, sentence by sentence: the score, the rules, being sure, how much it says."""
    before, after = made.before, made.after
    told = [f"Before: {before.right} of {before.answers}. Now: {after.right} of {after.answers}."]
    for words, which in (
        ("Better now", made.gained),
        ("Better before", made.lost),
        ("Hard both times", made.hard),
    ):
        if which:
            told.append(f"{words}: {', '.join(skills.SKILLS[s].topic for s in which)}.")
    if before.sure and after.sure:
        told.append(
            f"When you were sure: {before.sure_right} of {before.sure} right before, "
            f"{after.sure_right} of {after.sure} now."
        )
    if before.answers == after.answers and abs(after.right - before.right) <= _CHANCE:
        told.append("A difference of one or two can be chance.")
    return told
