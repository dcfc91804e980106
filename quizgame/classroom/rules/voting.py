"""Votes: what can be chosen, which vote counts, and what a majority decides."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quizgame.classroom.remembering import remembered
from quizgame.game import marking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizgame.classroom.lesson import Question
    from quizgame.classroom.state import Asking, Ballot, State, Student, Vote


def is_decided(question: Question) -> bool:
    """Whether nothing is right or wrong, and the majority decides: a scene of a scenario."""
    return not question.answers


def is_option(question: Question, choice: str) -> bool:
    """Whether the question can be answered so: by one of its options, or by whole words of it."""
    if question.options:
        return any(option.id == choice for option in question.options)
    span = marking.span_of(question.passage, choice)
    if span is None or marking.written(question.passage, span) != choice:
        return False
    begins, ends = _edges(question.passage)
    return span[0] in begins and span[1] in ends


@lru_cache(maxsize=64)
def _edges(passage: str) -> tuple[frozenset[int], frozenset[int]]:
    """Where the words of a passage begin and end."""
    words = marking.words(passage)
    return frozenset(begin for begin, _ in words), frozenset(end for _, end in words)


def counts(state: State, asking: Asking) -> bool:
    """Whether answers to a question count by now.

    Where the class goes on together they do once the key is told; at their own pace, where it is
    told to each student with the answer, they do at once.
    """
    told = asking.told is not None or state.lesson.settings.pace == "own"
    return told and not asking.skipped


def scored(asking: Asking) -> tuple[Vote, ...]:
    """The votes before the key was told: a student's last ballot among them is the one that scores.

    Whoever does not vote again keeps the first vote.
    """
    return asking.votes[: asking.told]


def number_of(asking: Asking, student: int) -> int:
    """Which of a student's votes scores, from 1; 0 if there is none."""
    votes = scored(asking)
    for number in range(len(votes), 0, -1):
        if student in votes[number - 1].ballots:
            return number
    return 0


def ballot(asking: Asking, student: int) -> Ballot | None:
    """The ballot of a student that scores; None if there is none."""
    for vote in reversed(scored(asking)):
        if given := vote.ballots.get(student):
            return given
    return None


@remembered
def last_ballots(asking: Asking) -> Mapping[int, Ballot]:
    """The ballots that score, by student."""
    last: dict[int, Ballot] = {}
    for vote in scored(asking):
        last.update(vote.ballots)
    return last


def ballots(state: State, vote: Vote) -> Iterator[tuple[Student, Ballot]]:
    """The ballots of a vote, without those of students who were sent out."""
    for student, given in vote.ballots.items():
        who = state.students[student]
        if not who.out:
            yield who, given


def people(state: State, vote: Vote) -> Mapping[str, int]:
    """How many people chose what, pairs as two, raised hands among them."""
    numbers = dict(vote.hands)
    for student, given in ballots(state, vote):
        numbers[given.choice] = numbers.get(given.choice, 0) + student.people
    return numbers


def majority(state: State, asking: Asking) -> str:
    """What most people chose in the last vote; empty for a tie, or without votes."""
    numbers = people(state, asking.votes[-1]) if asking.votes else {}
    most = max(numbers.values(), default=0)
    leading = [choice for choice, number in numbers.items() if number == most > 0]
    return leading[0] if len(leading) == 1 else ""
