"""The lines at the foot of the screen: how many, how long, and what is wrong."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from quizgame.classroom.limits import MOST_BAD
from quizgame.classroom.state import Phase
from quizgame.tui.classroom.host.room import HEADING
from quizgame.tui.classroom.host.told_ink import DIVIDED
from quizgame.tui.widgets.paper import Para, para

if TYPE_CHECKING:
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.wire.outgoing import HostView, Progress, ProjectorView
    from quizgame.text import Typography

_DOT = " · "
_WORDS = {
    Phase.LOBBY: "",
    Phase.READ: "everybody reads",
    Phase.OPEN: "",
    Phase.LOCKED: "locked",
    Phase.REVEALED: "",
    Phase.DISCUSS: "talk it over with a neighbour, then vote again",
    Phase.BOARD: "",
    Phase.OWN: "",
    Phase.ENDED: "",
}
_LOST = (
    "The connection to the hub is lost. The lesson goes on; trying again. "
    "If it stays so: q, then `quizgame host --resume`."
)
STOPPED = (
    "The lesson has stopped: its hub no longer runs. Everything stored is there, and students come "
    "back by themselves."
)
_VOTING = {Phase.OPEN, Phase.LOCKED, Phase.REVEALED}


def of_host(
    view: HostView, progress: Progress | None, left: float | None, below: str, type: Typography
) -> list[Para]:
    """How many have answered, are there and are on disk; the time; what promises most.

    Args:
        view: what the hub told last.
        progress: what it has counted since; None if nothing.
        left: seconds; None where no clock runs.
        below: a word on what the window has no room for.
        type: how text may be shown.
    """
    phase = view.common.phase
    parts = [_WORDS[phase]]
    if "settle" in view.verbs and "reveal" not in view.verbs:
        parts.append("a tie")
    if phase == Phase.OWN:
        parts.append(_through(view, progress))
    elif phase != Phase.ENDED and not view.tallies:
        parts.append(_here(view))
    elif phase in _VOTING:
        parts.append(_counts(view, progress))
    line = _line([*parts, time(view, left), below], type)
    divided = phase == Phase.LOCKED and view.tallies[-1].discuss
    return [*([para(DIVIDED, HEADING)] if divided else ()), line]


def _through(view: HostView, progress: Progress | None) -> str:
    """How far the class is at everybody's own pace."""
    here = [seat for seat in view.seats if seat.present and not seat.out]
    through = sum(seat.people for seat in here if seat.answered)
    present = sum(seat.people for seat in here)
    if progress is None or progress.question:
        return f"{through} of {present} are through"
    counts = f"{progress.answered} of {progress.present} are through"
    return _DOT.join((counts, f"stored {progress.stored}"))


def _here(view: HostView) -> str:
    if view.hands:
        return ""
    people = sum(seat.people for seat in view.seats if seat.present and not seat.out)
    return "nobody is here yet" if not people else f"{people} here"


def _counts(view: HostView, progress: Progress | None) -> str:
    tally = view.tallies[-1]
    if view.hands:
        return f"{tally.stored} hands counted" if tally.stored else "no hands counted yet"
    now: Progress | None = None
    if progress and (progress.question, progress.vote) == (view.common.number, tally.vote):
        now = progress
    counted = now or tally
    return _DOT.join(
        (f"answered {counted.answered}", f"present {counted.present}", f"stored {counted.stored}")
    )


def of_wall(view: ProjectorView, left: float | None, type: Typography) -> Para:
    """How many are there or have answered, and the time."""
    phase = view.common.phase
    parts = [_WORDS[phase]]
    if not view.code:
        return _line([*parts, time(view, left)], type)
    if phase == Phase.LOBBY:
        parts.append("nobody is here yet" if not view.present else f"{view.present} here")
    elif phase in {Phase.OPEN, Phase.LOCKED}:
        parts.append(f"{view.answered} of {view.present} have answered")
    return _line([*parts, time(view, left)], type)


def time(view: HostView | ProjectorView, left: float | None) -> str:
    """The seconds left in words; empty where no clock runs."""
    if view.common.paused:
        return "PAUSED"
    if view.common.phase not in {Phase.READ, Phase.OPEN, Phase.OWN}:
        return ""
    if left is None:
        return "" if view.common.phase == Phase.OWN else "no time limit"
    return f"{seconds(left)} s left"


def seconds(left: float) -> int:
    """Whole seconds: 0 only when none is left."""
    return max(0, ceil(left))


def _line(parts: list[str], type: Typography) -> Para:
    return para(type.line(_DOT.join(part for part in parts if part)), "bold")


def problems(view: HostView, link: LinkState, type: Typography, *, stopped: str = "") -> list[Para]:
    """What the teacher must know, the worst first, each with its cure.

    Args:
        view: what the hub told last.
        link: how the connection stands.
        type: how text may be shown.
        stopped: what is to be told of a hub that no longer runs; empty while it does.
    """
    told = []
    if view.unsaved:
        told.append(f"NOT SAVED: {view.unsaved}")
    if stopped:
        told.append(stopped)
    elif view.common.phase != Phase.ENDED and link in {"lost", "connecting"}:
        told.append(_LOST)
    elif link == "ended" and view.common.phase != Phase.ENDED:
        told.append("Another screen runs the lesson now. q leaves this one.")
    if view.notice:
        told.append(view.notice)
    elif view.closed and view.common.phase not in {Phase.LOBBY, Phase.ENDED}:
        told.append("The door is closed: nobody new can join. w opens it.")
    if view.bad_frames > MOST_BAD and view.common.phase != Phase.ENDED:
        told.append(
            f"{view.bad_frames} messages were refused that no student's screen sends: somebody "
            "tries something. It changes nothing."
        )
    return [para(type.line(words), "bold $accent") for words in told]
