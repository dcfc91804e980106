"""What can happen in which phase. Everything that moves the class on is looked up here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.effects import Refuse
from quizgame.classroom.events import (
    Boarded,
    Continued,
    Discussed,
    Ended,
    Extended,
    Hands,
    Locked,
    Opened,
    Paused,
    Posed,
    Revealed,
    Skipped,
)
from quizgame.classroom.rules import voting
from quizgame.classroom.state import Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quizgame.classroom.events import Event
    from quizgame.classroom.state import State
    from quizgame.classroom.wire.outgoing import RefusedWhy

_ASKED = frozenset(
    {Phase.READ, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.REVEALED, Phase.BOARD}
)
_RUNNING = frozenset(Phase) - {Phase.ENDED}

TOGETHER: Mapping[type[Event], frozenset[Phase]] = {
    Posed: frozenset({Phase.LOBBY, Phase.REVEALED, Phase.BOARD}),
    Opened: frozenset({Phase.READ, Phase.DISCUSS}),
    Hands: frozenset({Phase.OPEN, Phase.LOCKED}),
    Extended: frozenset({Phase.OPEN}),
    Locked: frozenset({Phase.OPEN}),
    Discussed: frozenset({Phase.LOCKED, Phase.REVEALED}),
    Revealed: frozenset({Phase.LOCKED, Phase.DISCUSS}),
    Boarded: frozenset({Phase.REVEALED}),
    Skipped: _ASKED,
    Paused: _RUNNING,
    Continued: _RUNNING,
    Ended: _RUNNING,
}
"""In which phases what can happen where the class goes on together."""

AT_OWN_PACE: Mapping[type[Event], frozenset[Phase]] = {
    Posed: frozenset({Phase.LOBBY}),
    Opened: frozenset({Phase.LOBBY}),
    Paused: _RUNNING,
    Continued: _RUNNING,
    Ended: _RUNNING,
}
"""The same where everybody has a pace of their own."""

_DURING_A_PAUSE = frozenset({Continued, Extended, Ended})

_STANDS = {
    Phase.LOBBY: "the lesson has not begun",
    Phase.READ: "the class is reading the question",
    Phase.OPEN: "answers are being taken",
    Phase.LOCKED: "the answers are locked, and the key is not told yet",
    Phase.REVEALED: "the key has been told",
    Phase.DISCUSS: "the class is discussing",
    Phase.BOARD: "the page is shown",
    Phase.OWN: "everybody works at their own pace",
    Phase.ENDED: "the lesson is over",
}


def hindrance(state: State, kind: type[Event]) -> str:
    """Why something cannot happen now, as half a sentence; empty if it can."""
    if state.paused is None and kind is Continued:
        return "the lesson is not paused"
    if state.paused is not None and kind not in _DURING_A_PAUSE:
        return "the lesson is paused; continue first"
    together = state.lesson.settings.pace == "class"
    phases = (TOGETHER if together else AT_OWN_PACE).get(kind, frozenset())
    if state.phase not in phases:
        return _STANDS[state.phase]
    particular = _PARTICULAR.get(kind)
    return particular(state) if particular else ""


def refusal(state: State, kind: type[Event]) -> Refuse | None:
    """The refusal of something that cannot happen now; None if it can."""
    why = hindrance(state, kind)
    if not why:
        return None
    return Refuse(refusal_code(state), f"Not possible now: {why}.")


def refusal_code(state: State) -> RefusedWhy:
    """What a refusal of something that cannot happen now is."""
    return "ended" if state.phase is Phase.ENDED else "not-now"


def _opening(state: State) -> str:
    return "" if state.asked else "no question has been posed"


def _extending(state: State) -> str:
    unlimited = state.lesson.settings.seconds is None
    return "the question has no time limit" if unlimited else ""


def _counting(state: State) -> str:
    options = state.asked[-1].question.options
    return "" if options else "words are marked here, which hands cannot say"


def _discussing(state: State) -> str:
    asking = state.asked[-1]
    if len(asking.votes) > 1:
        return "the class has voted twice on this question"
    if voting.is_decided(asking.question) and asking.told is not None:
        return "the story has gone on from this vote"
    return ""


def _skipping(state: State) -> str:
    return "the question has been skipped" if state.asked[-1].skipped else ""


_PARTICULAR: Mapping[type[Event], Callable[[State], str]] = {
    Opened: _opening,
    Extended: _extending,
    Hands: _counting,
    Discussed: _discussing,
    Skipped: _skipping,
}
"""What hinders something that the phase allows."""
