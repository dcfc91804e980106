"""What time or completeness brings about."""

from __future__ import annotations

from math import inf, isinf
from typing import TYPE_CHECKING

from quizgame.classroom.events import Locked, Opened
from quizgame.classroom.rules import personal
from quizgame.classroom.state import GRACE, RETURNING, SAYING, Phase

if TYPE_CHECKING:
    from quizgame.classroom.events import Event
    from quizgame.classroom.state import State


def due(state: State, t: float) -> Event | None:
    """What has to happen by now: the opening after reading, or the lock; None if nothing has."""
    if state.paused is not None:
        return None
    if state.phase is Phase.READ:
        return Opened(t) if t >= _read(state) else None
    if state.phase is not Phase.OPEN:
        return None
    if t >= _complete(state):
        return Locked(t, "everybody")
    return Locked(t, "time") if t >= _over(state) else None


def wakes(state: State) -> float | None:
    """When `due` has to be asked again if nothing happens before; None if it need not be."""
    if state.paused is not None:
        return None
    if state.phase is Phase.READ:
        return _read(state)
    if state.phase is not Phase.OPEN:
        return None
    when = min(_complete(state), _over(state))
    return None if isinf(when) else when


def _read(state: State) -> float:
    return state.since + personal.reading(state.asked[-1].question)


def _complete(state: State) -> float:
    """When everybody who is here has answered; `inf` while somebody has not, or nobody is here.

    Who is absent is not waited for, but who was lost a moment ago gets the time to come back: else
    the first of a class whose network failed for a second would end the question for the others.
    Whoever is being asked how sure they are gets the time to say it.
    """
    vote = state.asked[-1].votes[-1]
    given = vote.ballots
    anybody, lost, saying = False, state.since - RETURNING, -inf
    # Whoever has not answered ends the search. In most classes that is soon found; no list is made
    # of the students, because this is asked before every answer.
    for student in state.students.values():
        if student.out:
            continue
        if student.id in given:
            anybody = anybody or student.present
            ballot = given[student.id]
            if ballot.more and student.present:
                saying = max(saying, vote.opened + ballot.seconds + SAYING)
        elif student.present:
            return inf
        else:
            lost = max(lost, student.gone)
    return max(lost + RETURNING, saying) if anybody else inf


def _over(state: State) -> float:
    """When the time of the last student who is here and has not answered is over."""
    given = state.asked[-1].votes[-1].ballots
    waiting = (
        student.allowance
        for student in map(state.students.__getitem__, state.slow)
        if student.present and not student.out and student.id not in given
    )
    return personal.deadline(state, max(waiting, default=1.0)) + GRACE
