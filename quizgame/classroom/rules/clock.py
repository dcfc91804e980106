"""Pausing, going on with the time that was left, extending, and what a crash does to the clock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.classroom.effects import ShowEverybody
from quizgame.classroom.rules.changing import with_current
from quizgame.classroom.state import Phase, State

if TYPE_CHECKING:
    from quizgame.classroom.events import Continued, Extended, Paused, Resumed
    from quizgame.classroom.rules.changing import Result


def paused(state: State, event: Paused) -> Result:
    """The clock of the question stands still."""
    return replace(state, paused=event.t), (ShowEverybody(),)


def continued(state: State, event: Continued) -> Result:
    """The clock goes on: what began before the pause counts as begun later by as much."""
    began = event.t if state.paused is None else state.paused
    stood = event.t - began
    state = replace(state, paused=None, since=state.since + stood)
    if state.phase is Phase.OPEN:
        votes = state.asked[-1].votes
        later = replace(votes[-1], opened=votes[-1].opened + stood)
        state = with_current(state, votes=(*votes[:-1], later))
    if state.phase is Phase.OWN:
        state = _turned_later(state, began, event.t)
    return state, (ShowEverybody(),)


def _turned_later(state: State, began: float, t: float) -> State:
    """Students' own times without the pause; who joined during it begins now."""
    students = {
        student.id: replace(student, turned=student.turned + t - max(began, student.turned))
        for student in state.students.values()
    }
    return replace(state, students=students)


def extended(state: State, event: Extended) -> Result:
    """Everybody's deadline is later."""
    return replace(state, extra=state.extra + event.seconds), (ShowEverybody(),)


def resumed(state: State, event: Resumed) -> Result:
    """Everybody has to come back first, so that the session stands paused."""
    students = {
        student.id: replace(student, present=False, gone=event.t) if student.present else student
        for student in state.students.values()
    }
    state = replace(state, students=students)
    if state.paused is None and state.phase is not Phase.ENDED:
        state = replace(state, paused=event.t)
    return state, (ShowEverybody(),)
