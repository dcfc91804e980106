"""What is a student's own: time by allowance, and at their own pace the order of the questions."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from math import inf, isinf
from typing import TYPE_CHECKING

from quizgame.classroom.state import LEAST_READING, WORDS_A_SECOND, Phase

if TYPE_CHECKING:
    from quizgame.classroom.lesson import Question
    from quizgame.classroom.state import State


def reading(question: Question) -> float:
    """How many seconds the class reads a question before it opens."""
    return max(LEAST_READING, question.words / WORDS_A_SECOND)


def limit(state: State, allowance: float) -> float:
    """The seconds for the vote before the class, without an extension; `inf` without a limit.

    Reading ends for all at once. What somebody with more time misses of it is added here.
    """
    seconds = state.lesson.settings.seconds
    if seconds is None or isinf(allowance) or not state.asked:
        return inf
    asking = state.asked[-1]
    if len(asking.votes) > 1:
        return allowance * seconds
    read = reading(asking.question)
    return allowance * (seconds + read) - read


def deadline(state: State, allowance: float) -> float:
    """When answers end on the session's clock, without the grace; `inf` if nothing is open."""
    if state.phase is not Phase.OPEN:
        return inf
    return state.asked[-1].votes[-1].opened + state.extra + limit(state, allowance)


def left(state: State, allowance: float, t: float) -> float | None:
    """The seconds left of reading or answering; None without a limit, or during a pause."""
    if state.paused is not None:
        return None
    if state.phase is Phase.READ:
        end = state.since + reading(state.asked[-1].question)
    else:
        end = deadline(state, allowance)
    return None if isinf(end) else max(0.0, end - t)


def order(state: State, student: int) -> tuple[int, ...]:
    """The numbers of the questions, from 1, in the order in which a student gets them.

    It follows from the lesson's seed and the student's number, so that it is the same again.
    """
    if state.lesson.settings.pace == "class":
        return tuple(range(1, len(state.asked) + 1))
    return _drawn(state.lesson.seed, student, tuple(one.question.id for one in state.asked))


@lru_cache(maxsize=4096)
def _drawn(seed: int, student: int, questions: tuple[str, ...]) -> tuple[int, ...]:
    """The numbers of questions, sorted by a hash that nobody chooses."""
    lots = [
        blake2b(f"{seed}/{student}/{question}".encode(), digest_size=8).digest()
        for question in questions
    ]
    return tuple(sorted(range(1, len(lots) + 1), key=lambda number: lots[number - 1]))


def current(state: State, student: int) -> int | None:
    """The number of the question before a student; None before the first, and after the last."""
    if state.lesson.settings.pace == "class":
        return len(state.asked) or None
    if state.phase is not Phase.OWN:
        return None
    asked = state.asked
    return next(
        (n for n in order(state, student) if student not in asked[n - 1].votes[0].ballots), None
    )
