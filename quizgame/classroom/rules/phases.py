"""The way of a question through the class: read, open, lock, discuss, reveal, print, and on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.classroom.effects import ShowEverybody, ShowStaff
from quizgame.classroom.rules import voting
from quizgame.classroom.rules.changing import refused, with_current
from quizgame.classroom.state import Asking, Phase, State, Vote

if TYPE_CHECKING:
    from quizgame.classroom.events import (
        Boarded,
        Discussed,
        Ended,
        Locked,
        Opened,
        Posed,
        Revealed,
        Skipped,
    )
    from quizgame.classroom.rules.changing import Result


def posed(state: State, event: Posed) -> Result:
    """The class reads the next question; at their own pace it is laid ready for the opening."""
    # A scene comes again where the class goes on from it with more to know.
    known = {a.question.id for a in state.asked if not voting.is_decided(a.question)}
    if event.question.id in known:
        return refused(state, "not-now", "This question has been posed already.")
    asked = (*state.asked, Asking(event.question))
    if state.lesson.settings.pace == "own":
        return replace(state, asked=asked), (ShowStaff(),)
    return _moved(replace(state, asked=asked, extra=0.0), Phase.READ, event.t)


def opened(state: State, event: Opened) -> Result:
    """A vote begins; at their own pace, one on every question."""
    fresh = Vote(event.t)
    if state.lesson.settings.pace == "own":
        asked = tuple(replace(asking, votes=(fresh,)) for asking in state.asked)
        students = {s.id: replace(s, turned=event.t) for s in state.students.values()}
        return _moved(replace(state, asked=asked, students=students), Phase.OWN, event.t)
    state = with_current(state, votes=(*state.asked[-1].votes, fresh))
    return _moved(replace(state, extra=0.0), Phase.OPEN, event.t)


def locked(state: State, event: Locked) -> Result:
    """No more answers are taken."""
    votes = state.asked[-1].votes
    state = with_current(state, votes=(*votes[:-1], replace(votes[-1], locked=event.why)))
    return _moved(state, Phase.LOCKED, event.t)


def discussed(state: State, event: Discussed) -> Result:
    """The class talks before it votes again."""
    return _moved(state, Phase.DISCUSS, event.t)


def revealed(state: State, event: Revealed) -> Result:
    """The key is told once; votes after that do not count."""
    asking = state.asked[-1]
    if voting.is_decided(asking.question) != bool(event.settled):
        return refused(state, "not-now", "A scene needs a decision, and only a scene takes one.")
    if event.settled and not voting.is_option(asking.question, event.settled):
        return refused(state, "not-an-option", "This is not one of the ways on from here.")
    told = len(asking.votes) if asking.told is None else asking.told
    state = with_current(state, told=told, settled=event.settled)
    return _moved(state, Phase.REVEALED, event.t)


def boarded(state: State, event: Boarded) -> Result:
    """The line is printed."""
    return _moved(with_current(state, boarded=True), Phase.BOARD, event.t)


def skipped(state: State, event: Skipped) -> Result:
    """The question counts nowhere, whatever was said to it; the page is shown meanwhile."""
    return _moved(with_current(state, skipped=True, boarded=False), Phase.BOARD, event.t)


def ended(state: State, event: Ended) -> Result:
    """The lesson is over. At their own pace everybody may see all keys now."""
    if state.phase is Phase.OPEN:
        votes = state.asked[-1].votes
        state = with_current(state, votes=(*votes[:-1], replace(votes[-1], locked="teacher")))
    if state.phase is Phase.OWN:
        state = replace(state, asked=tuple(replace(asking, told=1) for asking in state.asked))
    return _moved(replace(state, paused=None), Phase.ENDED, event.t)


def _moved(state: State, phase: Phase, t: float) -> Result:
    return replace(state, phase=phase, since=t), (ShowEverybody(),)
