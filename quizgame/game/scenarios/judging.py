"""Decisions that count as answers: how they are written, and whether they were right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.game.scenarios.run import Run, Turn
    from quizgame.packs.models import SceneTable
    from quizgame.packs.pack import Pack

KIND = "decision"
"""The kind of such an item: `pack/scenario?decision@scene`."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision as an answer.

    Attributes:
        item: the scene in which it was made, as an item.
        line: the line that a right decision prints there; empty if none does.
    """

    item: str
    chosen: str
    right: bool
    skill: str
    line: str


def judged(pack: Pack, run: Run, turn: Turn) -> Judged | None:
    """What a turn counts as; None for an ask, and for a choice that judges nothing."""
    choice = run.plan.choices[turn.move.id] if turn.move.kind == "choose" else None
    if choice is None or choice.judges is None:
        return None
    scene = run.plan.scenes[turn.move.scene]
    return Judged(
        item=f"{pack.id}/{run.plan.scenario.id}?{KIND}@{scene.id}",
        chosen=choice.id,
        right=choice.judges.right,
        skill=choice.judges.skill,
        line=choice.prints if choice.judges.right else _right_line(scene),
    )


def _right_line(scene: SceneTable) -> str:
    """What should have been printed: a careful editor's line first, then any that judges right."""
    right = [c for c in scene.choice if c.prints and c.judges and c.judges.right]
    right.sort(key=lambda choice: choice.id not in scene.careful)
    return right[0].prints if right else ""
