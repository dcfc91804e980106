"""What a student has been told: with the class, or at their own pace with each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.rules import personal, voting
from quizgame.classroom.state import Phase
from quizgame.classroom.views.moment import before_class

if TYPE_CHECKING:
    from quizgame.classroom.state import Ballot, State

_CATCHING_UP = frozenset({Phase.READ, Phase.ENDED})


def is_told(state: State, number: int, student: int) -> bool:
    """Whether a student has been told the key of the question with that number, from 1."""
    asking = state.asked[number - 1]
    if asking.skipped:
        return False
    own = state.lesson.settings.pace == "own" and voting.ballot(asking, student) is not None
    return asking.told is not None or own


def last(state: State, student: int) -> int:
    """The number of the question before the class, or at their own pace of the last answered.

    0 where there is none.
    """
    if state.phase is not Phase.OWN:
        return len(state.asked) if before_class(state) else 0
    order = personal.order(state, student)
    return next((n for n in reversed(order) if voting.ballot(state.asked[n - 1], student)), 0)


def reviewed(state: State, student: int) -> tuple[int, ...]:
    """The numbers of what a student can look at again: all that was told, once they are through."""
    own = state.phase is Phase.OWN and personal.current(state, student) is None
    if not own and state.phase is not Phase.ENDED:
        return ()
    order = personal.order(state, student)
    return tuple(number for number in order if is_told(state, number, student))


def kept(state: State, student: int, last: int) -> tuple[int, ...]:
    """The numbers of what a student's own save is told now: as a rule what was told just now.

    Before each question, and at the end, it is everything that was told so far: whoever was away
    in the moment of the reveal, or was shown the next one too soon after it, misses nothing.

    Args:
        state: the session.
        student: whose.
        last: the number of the question that is told now; 0 for none.
    """
    if state.phase not in _CATCHING_UP:
        return (last,) if last else ()
    order = personal.order(state, student)
    return tuple(number for number in order if is_told(state, number, student))


def given(state: State, number: int, student: int) -> tuple[int, Ballot] | None:
    """The last vote in which a student answered a question, from 1, and how."""
    votes = state.asked[number - 1].votes
    return next(
        (
            (vote, votes[vote - 1].ballots[student])
            for vote in range(len(votes), 0, -1)
            if student in votes[vote - 1].ballots
        ),
        None,
    )
