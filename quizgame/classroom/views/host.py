"""What the teacher may see: everybody's names, and how the class does; no key before it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.rules import scoring, tally, verbs
from quizgame.classroom.state import Phase
from quizgame.classroom.views import lesson
from quizgame.classroom.views.moment import before_class, common, explained
from quizgame.classroom.views.tallies import answering, tallies
from quizgame.classroom.wire.outgoing import HostView, Progress, Seat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgame.classroom.material import Material
    from quizgame.classroom.state import State


def host_view(
    state: State,
    material: Material,
    now: float,
    *,
    code: str,
    address: str,
    bad_frames: int,
    unsaved: str,
) -> HostView:
    """The teacher's view.

    Args:
        state: the session.
        material: what it asks.
        now: the time of the session's clock.
        code: what students type to join; not told where hands are counted.
        address: the same as `host:port`.
        bad_frames: how many frames were malformed.
        unsaved: why the journal cannot be written; empty while it can.
    """
    sums = scoring.totals(state)
    asking = before_class(state)
    # At everybody's own pace others still answer what some have been told.
    told = state.phase is not Phase.OWN
    every = lesson.shares(state) if told else ()
    return HostView(
        common=common(state, material, now, text=True, sums=sums),
        code="" if state.lesson.settings.hands else code,
        address=address,
        closed=state.closed,
        hands=state.lesson.settings.hands,
        explained=explained(state, material),
        tallies=tallies(state, material),
        options=tuple((o.id, o.text) for o in asking.question.options) if asking else (),
        verbs=verbs.allowed(state),
        seats=_seats(state, sums),
        misconceptions=tally.misconceptions(state) if told else (),
        confidently_wrong=tally.confidently_wrong(state) if told else (),
        hardest=lesson.hardest(every),
        mean=lesson.mean(every),
        bad_frames=bad_frames,
        unsaved=unsaved,
    )


def progress(state: State) -> Progress:
    """How many have answered; at everybody's own pace, how many are through."""
    here = answering(state)
    asking = before_class(state)
    return Progress(
        question=len(state.asked) if asking else 0,
        vote=len(asking.votes) if asking else 0,
        answered=here.answered,
        present=here.present,
        stored=here.stored,
    )


def _seats(state: State, sums: Mapping[int, int]) -> tuple[Seat, ...]:
    return tuple(
        Seat(
            student=student.id,
            name=student.name,
            team=student.team,
            people=student.people,
            allowance=student.allowance,
            present=student.present,
            out=student.out,
            answered=_has_answered(state, student.id),
            points=sums[student.id],
        )
        for student in state.students.values()
    )


def _has_answered(state: State, student: int) -> bool:
    """Whether a student has answered the vote before the class, or at their own pace all."""
    if state.phase is Phase.OWN:
        return all(student in one.votes[0].ballots for one in state.asked)
    asking = before_class(state)
    return bool(asking and asking.votes and student in asking.votes[-1].ballots)
