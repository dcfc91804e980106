"""How a rule gives its result: the state after an event, and what the hub does about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quizgame.classroom.effects import Effect, Refuse
from quizgame.classroom.state import State

if TYPE_CHECKING:
    from quizgame.classroom.state import Student
    from quizgame.classroom.wire.outgoing import RefusedWhy

Result = tuple[State, tuple[Effect, ...]]
"""The very same state if nothing has changed."""


def refused(state: State, why: RefusedWhy, text: str, ref: str = "") -> Result:
    """Nothing changes, and whoever caused the event is told why."""
    return state, (Refuse(why, text, ref),)


def with_student(state: State, student: Student) -> State:
    """The state with a student as they are now."""
    return replace(state, students={**state.students, student.id: student})


def with_current(state: State, **changes: Any) -> State:
    """The state with changes in the question before the class."""
    return replace(state, asked=(*state.asked[:-1], replace(state.asked[-1], **changes)))
