"""What the teacher can do now. Every verb of the host is authorised here and nowhere else."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from quizgame.classroom import events
from quizgame.classroom.effects import Refuse
from quizgame.classroom.lesson import NAME_CELLS
from quizgame.classroom.rules import moves, tally, voting
from quizgame.classroom.state import Phase
from quizgame.errors import UsageError
from quizgame.nicknames import clean_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizgame.classroom.events import Event
    from quizgame.classroom.lesson import Question
    from quizgame.classroom.state import State, Student
    from quizgame.classroom.wire.incoming import Verb, VerbName

EXTENSION = 30.0
"""Seconds by which a question is extended if nothing else is said."""

_MOVES: Mapping[VerbName, type[Event]] = {
    "begin": events.Posed,
    "next": events.Posed,
    "open": events.Opened,
    "lock": events.Locked,
    "reveal": events.Revealed,
    "settle": events.Revealed,
    "discuss": events.Discussed,
    "board": events.Boarded,
    "extend": events.Extended,
    "pause": events.Paused,
    "hands": events.Hands,
    "skip": events.Skipped,
    "continue": events.Continued,
    "end": events.Ended,
}


def allowed(state: State) -> tuple[VerbName, ...]:
    """What the teacher can do now, the most likely first."""
    return tuple(dict.fromkeys((*_steps(state), *_about_students(state))))


def _steps(state: State) -> Iterator[VerbName]:
    """The verbs that move the class."""
    for verb in _by_likelihood(state):
        if moves.hindrance(state, _MOVES[verb]):
            continue
        if verb == "settle" and not voting.is_decided(state.asked[-1].question):
            continue
        if verb == "reveal" and _waits_for_settling(state):
            continue
        # In the lobby `begin` opens what was laid ready for own paces, once it is complete.
        if verb in ({"next", "open"} if state.phase is Phase.LOBBY else {"begin"}):
            continue
        yield verb


def _by_likelihood(state: State) -> tuple[VerbName, ...]:
    usual: tuple[VerbName, ...] = tuple(_MOVES)
    first: list[VerbName] = ["continue"]
    if state.phase is Phase.LOCKED and tally.promises_most(state):
        first.append("discuss")
    if state.phase is Phase.REVEALED:
        first += ["board", "next"] if state.asked[-1].question.line else ["next", "board"]
    return (*first, *usual)


def _waits_for_settling(state: State) -> bool:
    asking = state.asked[-1]
    return voting.is_decided(asking.question) and not voting.majority(state, asking)


def _about_students(state: State) -> Iterator[VerbName]:
    """The verbs about those who are here, and the door."""
    if not state.lesson.settings.hands and state.phase is not Phase.ENDED:
        yield "admit" if state.closed else "close"
    if not state.students:
        return
    yield "rename"
    if state.phase is Phase.ENDED:
        return
    if any(not student.out for student in state.students.values()):
        yield "kick"
    if any(student.out for student in state.students.values()):
        yield "readmit"
    yield "allow"
    if state.lesson.settings.teams:
        yield "team"


def event_of(state: State, verb: Verb, t: float, following: Question | None) -> Event | Refuse:
    """What a verb makes happen, or why it cannot.

    Where everybody has a pace of their own, `begin` lays one question ready each time, and opens
    them all once none is left: it is carried out again until the phase is `OWN`.

    Args:
        state: the session.
        verb: what the host sent.
        t: the time of the session's clock.
        following: the question to pose next; None if none is left.
    """
    name: VerbName = verb.verb
    if name in {"begin", "next"}:
        name = "begin" if state.phase is Phase.LOBBY else "next"
    if name not in allowed(state):
        return _refused(state, verb)
    found = _move(state, verb, t, following) if name in _MOVES else _about(state, verb, t)
    return Refuse(found.why, found.text, verb.ref) if isinstance(found, Refuse) else found


def _refused(state: State, verb: Verb) -> Refuse:
    possible = ", ".join(allowed(state)) or "nothing"
    why = moves.hindrance(state, _MOVES[verb.verb]) if verb.verb in _MOVES else ""
    if verb.verb == "reveal" and not why:
        why = "no option has the most votes; settle it with one of them"
    if not why:
        why = "it would change nothing"
    return Refuse(
        moves.refusal_code(state),
        f'"{verb.verb}" is not possible now: {why}. Possible: {possible}.',
        verb.ref,
    )


def _move(state: State, verb: Verb, t: float, following: Question | None) -> Event | Refuse:
    """The event of a verb that moves the class, which is possible now."""
    match verb.verb:
        case "begin" | "next":
            return _next(state, t, following)
        case "lock":
            return events.Locked(t, "teacher")
        case "reveal":
            asking = state.asked[-1]
            decided = voting.is_decided(asking.question)
            return events.Revealed(t, voting.majority(state, asking) if decided else "")
        case "settle":
            return _settled(state, verb.text, t)
        case "hands":
            return _hands(state, verb.counts, t)
        case "extend":
            return events.Extended(t, verb.amount or EXTENSION)
        case name:
            return _MOVES[name](t)


def _next(state: State, t: float, following: Question | None) -> Event | Refuse:
    if following is not None:
        return events.Posed(t, following)
    if state.lesson.settings.pace == "own" and state.asked:
        return events.Opened(t)
    return Refuse("not-now", "There is no further question. End the lesson when you are done.")


def _settled(state: State, option: str, t: float) -> Event | Refuse:
    question = state.asked[-1].question
    if voting.is_option(question, option):
        return events.Revealed(t, option)
    return Refuse("not-an-option", f"Settle it with one of these: {_options(question)}.")


def _hands(state: State, counted: Mapping[str, int], t: float) -> Event | Refuse:
    asking = state.asked[-1]
    if counted and all(voting.is_option(asking.question, option) for option in counted):
        return events.Hands(t, len(state.asked), len(asking.votes), dict(counted))
    return Refuse("not-an-option", f"Count hands for these: {_options(asking.question)}.")


def _options(question: Question) -> str:
    return ", ".join(option.id for option in question.options)


def _about(state: State, verb: Verb, t: float) -> Event | Refuse:
    """The event of a verb about a student or the door, which is possible now."""
    if verb.verb in {"close", "admit"}:
        return events.DoorSet(t, verb.verb == "close")
    student = state.students.get(verb.student or 0)
    if student is None:
        numbers = f"1 to {len(state.students)}"
        return Refuse("not-allowed", f"Say which student, by number: {numbers}.")
    match verb.verb:
        case "kick":
            return events.Kicked(t, student.id)
        case "readmit":
            return events.Readmitted(t, student.id)
        case "rename":
            return _renamed(student, verb.text, t)
        case "team":
            return _teamed(state, student, verb.text, t)
        case _:
            return _allowed(student, verb.amount, t)


def _renamed(student: Student, text: str, t: float) -> Event | Refuse:
    try:
        return events.Renamed(t, student.id, clean_name(text, NAME_CELLS))
    except UsageError as error:
        return Refuse("name", f"{error.message} {error.hint}")


def _teamed(state: State, student: Student, team: str, t: float) -> Event | Refuse:
    teams = state.lesson.settings.teams
    if team in teams:
        return events.Allowed(t, student.id, student.allowance, team)
    return Refuse("not-allowed", f"Name one of the teams: {', '.join(teams)}.")


def _allowed(student: Student, amount: float | None, t: float) -> Event | Refuse:
    if amount == 0:
        return events.Allowed(t, student.id, inf, student.team)
    if amount is None or amount < 1:
        return Refuse("not-allowed", "Say how much of the usual time: from 1 on, 0 for no limit.")
    return events.Allowed(t, student.id, amount, student.team)
