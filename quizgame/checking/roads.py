"""The roads from scene to scene, and how far meters can swing on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.scenarios.length import with_instead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.game.scenarios.plan import Plan
    from quizgame.packs.models import Effect, SceneTable

Swings = dict[str, tuple[int, int]]
"""For each meter how far it can fall, 0 or less, and how far it can rise."""


def roads(plan: Plan, scene: SceneTable) -> Iterator[tuple[str, Swings]]:
    """Every scene that can follow one, and what the choice that leads there does."""
    if scene.ending:
        return
    for choice in scene.choice:
        for to in with_instead(plan, [choice.goes]):
            yield to, swing(choice.effect)
    if scene.late is not None and scene.deadline is not None:
        yield from ((to, {}) for to in with_instead(plan, [scene.late]))


def swing(effect: Effect) -> Swings:
    """What an effect does, or does not."""
    return {meter: (min(by, 0), max(by, 0)) for meter, by in effect.items()}


def swing_of_asks(scene: SceneTable) -> Swings:
    """What all asks of a scene that fit can do together, the one that is too late among them."""
    fit = len(scene.asks) if scene.deadline is None else scene.deadline + (scene.late is not None)
    meters = dict.fromkeys(meter for ask in scene.asks for meter in ask.cost)
    return {meter: _extremes([a.cost.get(meter, 0) for a in scene.asks], fit) for meter in meters}


def _extremes(changes: list[int], fit: int) -> tuple[int, int]:
    ordered = sorted(changes)
    falls = sum(by for by in ordered[:fit] if by < 0)
    return falls, sum(by for by in ordered[::-1][:fit] if by > 0)
