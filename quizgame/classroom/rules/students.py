"""Who is here: joining, coming and leaving, and what the teacher does about students."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.classroom.effects import Dismiss, ShowStaff, ShowStudent
from quizgame.classroom.rules.changing import refused, with_student
from quizgame.classroom.state import Phase, State, Student

if TYPE_CHECKING:
    from quizgame.classroom.events import (
        Allowed,
        Came,
        DoorSet,
        Joined,
        Kicked,
        Left,
        Readmitted,
        Renamed,
    )
    from quizgame.classroom.rules.changing import Result


def joined(state: State, event: Joined) -> Result:
    """A newcomer, if there is a place and the name is free."""
    barred = _barred(state, event)
    if barred:
        return barred
    student = Student(
        id=event.student,
        name=event.name,
        token=event.token,
        people=event.people,
        team=_team(state, event.team),
        allowance=event.allowance,
        turned=event.t,
    )
    return _slowness(with_student(state, student)), (ShowStudent(student.id), ShowStaff())


def _barred(state: State, event: Joined) -> Result | None:
    settings = state.lesson.settings
    if state.phase is Phase.ENDED:
        return refused(state, "ended", "The lesson is over.")
    if settings.hands:
        return refused(state, "closed", "This class answers by raising hands; nobody joins.")
    if state.closed:
        return refused(
            state, "closed", "The lesson is closed to newcomers. Ask your teacher to let you in."
        )
    if len(state.students) >= settings.most and _places_taken(state) >= settings.most:
        return refused(
            state, "full", f"All {settings.most} places are taken. Ask your teacher for one."
        )
    if settings.names == "roster" and event.name not in {p.name for p in settings.roster}:
        return refused(
            state, "not-on-roster", f"{event.name} is not on the teacher's list. Check the name."
        )
    if event.student in state.students or not _is_free(state, event.name):
        text = f"Somebody is called {event.name} already. Take another name."
        if settings.names == "roster":
            text = f"{event.name} has joined already. If that was not you, tell your teacher."
        return refused(state, "name-taken", text)
    return None


def _places_taken(state: State) -> int:
    return sum(not student.out for student in state.students.values())


def _is_free(state: State, name: str, but: int = 0) -> bool:
    folded = name.casefold()
    return all(s.name.casefold() != folded or s.id == but for s in state.students.values())


def _team(state: State, wished: str) -> str:
    """The wished team, else the one with the fewest people; of several the first."""
    teams = state.lesson.settings.teams
    if not teams or wished in teams:
        return wished
    sizes = dict.fromkeys(teams, 0)
    for student in state.students.values():
        if student.team in sizes and not student.out:
            sizes[student.team] += student.people
    return min(sizes, key=sizes.__getitem__)


def _slowness(state: State) -> State:
    slow = tuple(s.id for s in state.students.values() if s.allowance > 1)
    return state if slow == state.slow else replace(state, slow=slow)


def came(state: State, event: Came) -> Result:
    """A student is connected again."""
    student = state.students.get(event.student)
    if student is None:
        return _unknown(state)
    if student.out:
        return refused(state, "kicked", "Your teacher has sent you out, and can let you back in.")
    if student.present:
        return state, (ShowStudent(student.id),)
    return with_student(state, replace(student, present=True)), (
        ShowStudent(student.id),
        ShowStaff(),
    )


def left(state: State, event: Left) -> Result:
    """A student's last connection is gone."""
    student = state.students.get(event.student)
    if student is None or not student.present:
        return state, ()
    return with_student(state, replace(student, present=False, gone=event.t)), (ShowStaff(),)


def kicked(state: State, event: Kicked) -> Result:
    """A student is out until the teacher readmits them."""
    student = state.students.get(event.student)
    if student is None:
        return _unknown(state)
    if student.out:
        return state, ()
    out = replace(student, out=True, present=False, gone=event.t)
    return with_student(state, out), (Dismiss(student.id), ShowStaff())


def readmitted(state: State, event: Readmitted) -> Result:
    """A student may come back, and what they answered counts again."""
    student = state.students.get(event.student)
    if student is None:
        return _unknown(state)
    if not student.out:
        return state, ()
    return with_student(state, replace(student, out=False)), (ShowStaff(),)


def renamed(state: State, event: Renamed) -> Result:
    """Another name, if it is free."""
    student = state.students.get(event.student)
    if student is None:
        return _unknown(state)
    if not _is_free(state, event.name, but=student.id):
        return refused(state, "name-taken", f"Somebody else is called {event.name} already.")
    return _changed(state, student, replace(student, name=event.name))


def allowed(state: State, event: Allowed) -> Result:
    """Another allowance, or another team."""
    student = state.students.get(event.student)
    if student is None:
        return _unknown(state)
    after = replace(student, allowance=event.allowance, team=event.team)
    changed, effects = _changed(state, student, after)
    return _slowness(changed), effects


def door_set(state: State, event: DoorSet) -> Result:
    """Open or closed to newcomers."""
    if state.closed == event.closed:
        return state, ()
    return replace(state, closed=event.closed), (ShowStaff(),)


def _changed(state: State, before: Student, after: Student) -> Result:
    if before == after:
        return state, ()
    return with_student(state, after), (ShowStudent(after.id), ShowStaff())


def _unknown(state: State) -> Result:
    return refused(state, "unknown-token", "Nobody with this number has joined.")
