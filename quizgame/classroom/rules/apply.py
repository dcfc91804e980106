"""The one place where a session's state changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.classroom import events
from quizgame.classroom.effects import ShowEverybody
from quizgame.classroom.rules import answers, clock, moves, phases, students
from quizgame.classroom.rules.changing import refused
from quizgame.classroom.state import State

if TYPE_CHECKING:
    from quizgame.classroom.events import Event
    from quizgame.classroom.rules.changing import Result


def apply(state: State | None, event: Event) -> Result:
    """The state after an event, and what the hub does about it once the event is on disk.

    What cannot happen where the session stands is refused, and the very same state comes back, as
    it does where nothing changes: such an event is not journalled. A time before that of the last
    event counts as that.

    Raises:
        ValueError: the first event is not `Begun`.
    """
    if state is None:
        if not isinstance(event, events.Begun):
            raise ValueError("a session starts with Begun")
        return State(event.lesson, since=event.t, at=event.t), (ShowEverybody(),)
    if not event.t >= state.at:
        event = replace(event, t=state.at)
    refusal = moves.refusal(state, type(event)) if type(event) in moves.TOGETHER else None
    after, effects = (state, (refusal,)) if refusal else _changed(state, event)
    if after is state or after.at == event.t:
        return after, effects
    return replace(after, at=event.t), effects


def _changed(state: State, event: Event) -> Result:  # one line for each kind of event
    match event:
        case events.Answered():
            return answers.answered(state, event)
        case events.Hands():
            return answers.hands(state, event)
        case events.Joined():
            return students.joined(state, event)
        case events.Came():
            return students.came(state, event)
        case events.Left():
            return students.left(state, event)
        case events.Kicked():
            return students.kicked(state, event)
        case events.Readmitted():
            return students.readmitted(state, event)
        case events.Renamed():
            return students.renamed(state, event)
        case events.Allowed():
            return students.allowed(state, event)
        case events.DoorSet():
            return students.door_set(state, event)
        case _:
            return _moved(state, event)


def _moved(state: State, event: Event) -> Result:
    match event:
        case events.Posed():
            return phases.posed(state, event)
        case events.Opened():
            return phases.opened(state, event)
        case events.Locked():
            return phases.locked(state, event)
        case events.Discussed():
            return phases.discussed(state, event)
        case events.Revealed():
            return phases.revealed(state, event)
        case events.Boarded():
            return phases.boarded(state, event)
        case events.Skipped():
            return phases.skipped(state, event)
        case events.Ended():
            return phases.ended(state, event)
        case events.Paused():
            return clock.paused(state, event)
        case events.Continued():
            return clock.continued(state, event)
        case events.Extended():
            return clock.extended(state, event)
        case events.Resumed():
            return clock.resumed(state, event)
        case _:
            return refused(state, "not-now", "The lesson has begun already.")
