"""What the wall may show: no names, and no numbers of a vote before its key is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.views.moment import common, explained, told
from quizgame.classroom.views.tallies import answering, tallies
from quizgame.classroom.wire.outgoing import ProjectorView

if TYPE_CHECKING:
    from quizgame.classroom.material import Material
    from quizgame.classroom.state import State


def projector_view(
    state: State, material: Material, now: float, *, code: str, address: str
) -> ProjectorView:
    """The wall's view.

    Args:
        state: the session.
        material: what it asks.
        now: the time of the session's clock.
        code: what students type to join; not told where hands are counted.
        address: the same as `host:port`.
    """
    text = state.lesson.settings.text_there
    moment = common(state, material, now, text=text)
    here = answering(state)
    return ProjectorView(
        common=moment if text else moment.model_copy(update={"asked": None}),
        code="" if state.lesson.settings.hands else code,
        address=address,
        closed=state.closed,
        present=here.present,
        answered=here.answered,
        tallies=tallies(state, material) if told(state) else (),
        explained=explained(state, material),
    )
