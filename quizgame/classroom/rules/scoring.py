"""Points for being right and for knowing how sure one is; for speed only if a teacher wants it."""

from __future__ import annotations

from functools import cache, lru_cache
from math import floor
from typing import TYPE_CHECKING

from quizgame.classroom.lesson import MOST_SPEED
from quizgame.classroom.remembering import remembered
from quizgame.classroom.rules import voting
from quizgame.game import confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quizgame.classroom.lesson import Question
    from quizgame.classroom.state import Asking, Ballot, State

RIGHT = 10
"""The points of a right answer."""

_ALMOST = 1e-9
"""What a sum of floats may miss of a whole point."""


def points(question: Question, ballot: Ballot, speed: float) -> int:
    """The points of an answer, whole ones, so that sums are what they look like; 0 for no key.

    A right one gets `RIGHT`. A stated confidence adds or takes the points of `game.confidence`, so
    that a guess, or leaving it out, is neutral, and honesty pays. A right answer that takes no time
    gets as much more as makes speed the given share of `RIGHT` and it, and less the more of the
    student's own time it took; a wrong one loses nothing by speed. Speed is rounded down: it never
    makes up more than its share.

    Args:
        question: what was asked.
        ballot: the answer.
        speed: the share of the points that speed makes up, at most `MOST_SPEED`.
    """
    if ballot.right is None:
        return 0
    stated = _stated(ballot.confidence, max(2, question.guesses), ballot.right)
    if not ballot.right:
        return stated
    share = max(0.0, min(speed, MOST_SPEED))
    fast = RIGHT * share / (1 - share) * ballot.spare
    return RIGHT + stated + floor(fast + _ALMOST)


@lru_cache(maxsize=256)
def _stated(said: str, guesses: int, right: bool) -> int:
    """What saying how sure one is adds; exactly nothing for a guess."""
    if said not in {"fairly", "sure"}:
        return 0
    return round(confidence.points(confidence.Stated(said, guesses, right)))


def score(state: State, asking: Asking, student: int) -> int | None:
    """A student's points for one question; None without an answer, or as long as none counts."""
    ballot = voting.ballot(asking, student) if voting.counts(state, asking) else None
    if ballot is None:
        return None
    return points(asking.question, ballot, state.lesson.settings.speed)


def total(state: State, student: int) -> int:
    """A student's points so far."""
    return sum(score(state, asking, student) or 0 for asking in state.asked)


def totals(state: State) -> dict[int, int]:
    """The points so far of everybody who has joined, by student."""
    sums = dict.fromkeys(state.students, 0)
    worth = _worth(state.lesson.settings.speed)
    for asking in state.asked:
        if voting.counts(state, asking):
            for student, own in worth(asking).items():
                sums[student] += own
    return sums


@cache
def _worth(speed: float) -> Callable[[Asking], Mapping[int, int]]:
    """What tells the points for a question by student, where speed makes up that share."""

    @remembered
    def of(asking: Asking) -> Mapping[int, int]:
        last = voting.last_ballots(asking)
        return {student: points(asking.question, given, speed) for student, given in last.items()}

    return of


def team_means(state: State, sums: Mapping[int, int] | None = None) -> dict[str, float]:
    """For each team the mean of its students' points so far; empty without teams.

    Whoever was sent out, or has not answered anything that counts, is left out: a late student is
    no burden.

    Args:
        state: the session.
        sums: the `totals`, if they are at hand.
    """
    if not state.lesson.settings.teams:
        return {}
    sums = totals(state) if sums is None else sums
    taking_part = {
        student
        for asking in state.asked
        if voting.counts(state, asking)
        for vote in voting.scored(asking)
        for student in vote.ballots
    }
    each: dict[str, list[int]] = {team: [] for team in state.lesson.settings.teams}
    for student in state.students.values():
        if student.team in each and not student.out and student.id in taking_part:
            each[student.team].append(sums[student.id])
    return {team: sum(own) / len(own) if own else 0.0 for team, own in each.items()}
