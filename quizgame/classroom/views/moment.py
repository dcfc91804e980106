"""What may be seen at a moment of a session, whoever looks: nothing is told before its time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.classroom.material import scenes
from quizgame.classroom.rules import personal, scoring, voting
from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import Common

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgame.classroom.lesson import Question
    from quizgame.classroom.material import Material
    from quizgame.classroom.state import Asking, State
    from quizgame.game.asking import Asked
    from quizgame.game.explaining import Explanation

_WITH_A_QUESTION = frozenset({Phase.READ, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.REVEALED})


def before_class(state: State) -> Asking | None:
    """The question that lies before the class; None between two, and at everybody's own pace."""
    if not state.asked or state.phase not in _WITH_A_QUESTION or state.asked[-1].skipped:
        return None
    return state.asked[-1]


def told(state: State) -> Asking | None:
    """The question that lies before the class, once its key is told."""
    asking = before_class(state)
    return asking if asking and asking.told is not None else None


def explained(state: State, material: Material, choice: str = "") -> Explanation | None:
    """Why an answer to the question before the class is right or not; None before it is told."""
    asking = told(state)
    return material.explained(asking.question, choice) if asking else None


def common(
    state: State,
    material: Material,
    now: float,
    *,
    text: bool,
    sums: Mapping[int, int] | None = None,
) -> Common:
    """The moment for somebody with the usual time.

    Args:
        state: the session.
        material: what it asks.
        now: the time of the session's clock.
        text: whether the question's text is shown here; without it what can be picked stays.
        sums: the totals, if they are at hand.
    """
    asking = before_class(state)
    settings = state.lesson.settings
    decided = asking is not None and voting.is_decided(asking.question)
    own = settings.pace == "own"
    return Common(
        session=state.lesson.session,
        title=state.lesson.title,
        phase=state.phase,
        pace=settings.pace,
        number=0 if own else len(state.asked),
        total=material.total(),
        asked=_asked(state, material, text=text),
        vote=len(asking.votes) if asking else 0,
        left=personal.left(state, 1.0, now),
        paused=state.paused is not None,
        confidence=settings.confidence and not decided,
        scene=material.scene(state) if asking and text else None,
        settled=_settled(state),
        consequence=material.consequence(state) if told(state) else None,
        ending=material.ending(state),
        epilogue=material.epilogue(state),
        page=material.page(state),
        teams={} if state.phase is Phase.OWN else scoring.team_means(state, sums),
    )


def shown(question: Question, material: Material, *, text: bool) -> Asked:
    """A question as it is shown; without its text, the choices or the passage to mark."""
    asked = material.asked(question)
    if text or asked.shape == "mark":
        return asked
    return replace(asked, passages=(), prompt="", statement="")


def _asked(state: State, material: Material, *, text: bool) -> Asked | None:
    asking = before_class(state)
    if asking is None:
        return None
    asked = shown(asking.question, material, text=text)
    scene = material.scene(state) if text else None
    return scenes.asked(asked, scene) if scene else asked


def _settled(state: State) -> str:
    asking = told(state)
    options = asking.question.options if asking else ()
    return next((o.text for o in options if asking and o.id == asking.settled), "")
