"""What a vote, and the lesson so far, come to in numbers of people; pairs count as two."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.classroom.rules import voting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.classroom.lesson import Question
    from quizgame.classroom.state import Asking, Ballot, State, Student, Vote

_TWO_WAY = 2
_BAND = (1 / 3, 2 / 3)
_BAND_OF_TWO = (0.5, 0.8)


@dataclass(frozen=True, slots=True)
class Count:
    """How many people gave one answer, and how many of them were sure of it.

    Attributes:
        right: None where nothing is right or wrong.
    """

    option: str
    people: int
    sure: int
    right: bool | None
    because: str


@dataclass(frozen=True, slots=True)
class Answering:
    """Who has answered the vote before the class, in people.

    Attributes:
        answered: of those who are here.
        present: who is here.
        stored: of everybody, hands among them.
    """

    answered: int
    present: int
    stored: int


def counts(state: State, question: Question, vote: Vote) -> tuple[Count, ...]:
    """The answers of a vote: every option in the order shown; marks, the most frequent first."""
    people = voting.people(state, vote)
    sure: Counter[str] = Counter()
    right = dict.fromkeys(question.answers, True)
    for student, ballot in voting.ballots(state, vote):
        if ballot.confidence == "sure":
            sure[ballot.choice] += student.people
        right[ballot.choice] = bool(ballot.right)
    because = {option.id: option.because for option in question.options}
    shown = list(because) or sorted(people, key=lambda choice: (-people[choice], choice))
    decided = voting.is_decided(question)
    return tuple(
        Count(
            option=choice,
            people=people.get(choice, 0),
            sure=sure[choice],
            right=None if decided else right.get(choice, False),
            because=because.get(choice, ""),
        )
        for choice in shown
    )


def share_right(state: State, question: Question, vote: Vote) -> float | None:
    """The share of the people who answered that is right; None where nothing is, or nobody did."""
    every = counts(state, question, vote)
    answered = sum(count.people for count in every)
    if voting.is_decided(question) or not answered:
        return None
    return sum(count.people for count in every if count.right) / answered


def answering(state: State, vote: Vote) -> Answering:
    """Who has answered a vote."""
    stored = sum(vote.hands.values())
    answered = present = 0
    for student in state.students.values():
        if student.out:
            continue
        given = student.people if student.id in vote.ballots else 0
        stored += given
        if student.present:
            present += student.people
            answered += given
    return Answering(answered, present, stored)


def worth_discussing(question: Question, share: float | None) -> bool:
    """Whether talking it over promises most: a third to two thirds right, of two ways 50 to 80 %.

    Of two ways half a class is right by guessing alone.
    """
    if share is None:
        return False
    low, high = _BAND_OF_TWO if question.guesses == _TWO_WAY else _BAND
    return low <= share <= high


def promises_most(state: State) -> bool:
    """Whether the vote before the class is the first, and worth being talked over."""
    asking = state.asked[-1]
    if len(asking.votes) != 1:
        return False
    return worth_discussing(asking.question, share_right(state, asking.question, asking.votes[0]))


def misconceptions(state: State) -> tuple[tuple[str, int], ...]:
    """What is behind wrong answers so far, and of how many people; the most frequent first."""
    found: Counter[str] = Counter()
    for asking in _told(state):
        because = {option.id: option.because for option in asking.question.options}
        for student, ballot in _scoring(state, asking):
            if ballot.right is False:
                found[because.get(ballot.choice, "")] += student.people
        for option, hands in _hands(asking):
            if option not in asking.question.answers:
                found[because.get(option, "")] += hands
    del found[""]
    return tuple((words, people) for words, people in found.most_common() if people)


def confidently_wrong(state: State) -> tuple[tuple[str, int], ...]:
    """Of which statements people were sure and wrong, and how many; the most frequent first."""
    found: Counter[str] = Counter()
    for asking in _told(state):
        for student, ballot in _scoring(state, asking):
            if ballot.right is False and ballot.confidence == "sure":
                found[asking.question.statement] += student.people
    return tuple(found.most_common())


def _told(state: State) -> Iterator[Asking]:
    """The questions that count by now and have something right or wrong in them."""
    for asking in state.asked:
        if voting.counts(state, asking) and not voting.is_decided(asking.question):
            yield asking


def _scoring(state: State, asking: Asking) -> Iterator[tuple[Student, Ballot]]:
    """The ballots that score, without those of students who were sent out."""
    for student, ballot in voting.last_ballots(asking).items():
        who = state.students[student]
        if not who.out:
            yield who, ballot


def _hands(asking: Asking) -> Iterator[tuple[str, int]]:
    """The hands of the last count before the key was told."""
    counted = [vote.hands for vote in voting.scored(asking) if vote.hands]
    if counted:
        yield from counted[-1].items()
