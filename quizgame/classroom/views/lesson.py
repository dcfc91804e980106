"""What the answers of a whole lesson tell so far, for the teacher. Only what was told counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.rules import voting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.classroom.state import Asking, State

_FEW = 3

Share = tuple[str, int, int]
"""A statement, how many people answered, and how many of them were right."""


def shares(state: State) -> tuple[Share, ...]:
    """How every question that was told was answered, in people; without those nobody answered."""
    told = (one for one in state.asked if voting.counts(state, one) and one.question.answers)
    found = ((one.question.statement, list(_people(state, one))) for one in told)
    return tuple(
        (statement, sum(people for people, _ in given), sum(p for p, right in given if right))
        for statement, given in found
        if given
    )


def hardest(every: Sequence[Share]) -> tuple[tuple[str, float], ...]:
    """The few statements with the lowest shares of right answers, where not all were right."""
    missed = [(statement, right / people) for statement, people, right in every if right < people]
    return tuple(sorted(missed, key=lambda one: one[1])[:_FEW])


def mean(every: Sequence[Share]) -> float | None:
    """The share of all answers that are right; None before the first."""
    people = sum(people for _, people, _ in every)
    return sum(right for _, _, right in every) / people if people else None


def _people(state: State, asking: Asking) -> Iterator[tuple[int, bool]]:
    """Students, and counted hands, with whether they were right in the vote that scores."""
    for student, ballot in voting.last_ballots(asking).items():
        who = state.students[student]
        if not who.out:
            yield who.people, bool(ballot.right)
    hands = [vote.hands for vote in voting.scored(asking) if vote.hands]
    for option, people in hands[-1].items() if hands else ():
        if people:
            yield people, option in asking.question.answers
