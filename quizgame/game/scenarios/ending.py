"""The end of a run: how it ended, and each decision beside that of a careful editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game.scenarios import meters, moves
from quizgame.game.scenarios.consequence import consequence
from quizgame.game.scenarios.path import path

if TYPE_CHECKING:
    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.meters import Meter
    from quizgame.game.scenarios.path import PathLine
    from quizgame.game.scenarios.run import Run
    from quizgame.packs.pack import Pack

_GRADES = {
    "strong": "A strong edition.",
    "fair": "A fair edition.",
    "weak": "A weak edition.",
}


@dataclass(frozen=True, slots=True)
class Careful:
    """A choice that a careful editor could have taken, and what follows from it."""

    text: str
    because: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the run, looked back at.

    Attributes:
        time: the clock of its scene; empty if the author gives none.
        was_careful: whether a careful editor could have made it; None where the author says nothing
            of that, or nothing careful could be done any more.
        careful: what a careful editor could have done instead; empty where the decision was that.
    """

    time: str
    told: Consequence
    was_careful: bool | None
    careful: tuple[Careful, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """Everything that is told at the end.

    Attributes:
        grade: `strong`, `fair`, `weak`, or empty.
        verdict: the grade in a sentence; empty without one.
        printed: the lines that the run printed, in order.
    """

    title: str
    text: str
    grade: str
    verdict: str
    meters: tuple[Meter, ...]
    path: tuple[PathLine, ...]
    decisions: tuple[Decided, ...]
    printed: tuple[str, ...]


def ending(pack: Pack, run: Run) -> Ending:
    """The end of a run; of one that is still going on, how far it has come."""
    scene = run.plan.scenes[run.state.scene]
    decisions = tuple(
        _decided(pack, run, number)
        for number, turn in enumerate(run.turns)
        if turn.move.kind == "choose"
    )
    return Ending(
        title=run.plan.scenario.title,
        text=scene.ending,
        grade=scene.grade or "",
        verdict=_GRADES.get(scene.grade or "", ""),
        meters=meters.shown(run.plan, run.state.meters),
        path=path(run),
        decisions=decisions,
        printed=tuple(one.told.printed for one in decisions if one.told.printed),
    )


def _decided(pack: Pack, run: Run, number: int) -> Decided:
    turn = run.turns[number]
    scene = run.plan.scenes[turn.move.scene]
    possible = [c for c in moves.choices(run.plan, turn.before) if c.id in scene.careful]
    was_careful = any(choice.id == turn.move.id for choice in possible)
    return Decided(
        time=scene.time,
        told=consequence(pack, run, number),
        was_careful=was_careful if possible else None,
        careful=() if was_careful else tuple(Careful(c.text, c.because) for c in possible),
    )
