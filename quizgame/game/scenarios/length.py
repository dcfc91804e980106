"""How long a story can still be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizgame.game.scenarios.plan import Plan


def following(plan: Plan) -> dict[str, tuple[str, ...]]:
    """For each scene those that can follow it, whatever meters and earlier choices forbid.

    Among them are those that may open in place of another.
    """
    after: dict[str, tuple[str, ...]] = {}
    for scene in plan.scenario.scene:
        named = [] if scene.ending else [choice.goes for choice in scene.choice]
        if scene.late is not None and scene.deadline is not None and not scene.ending:
            named.append(scene.late)
        after[scene.id] = with_instead(plan, named)
    return after


def longest(plan: Plan, scene: str) -> int:
    """How many scenes the longest way has from a scene on, that scene counted.

    A way that leads back to a scene that it has passed is not followed there.
    """
    return _depths(following(plan), scene)[scene]


def _depths(after: Mapping[str, tuple[str, ...]], start: str) -> dict[str, int]:
    depths: dict[str, int] = {}
    on_way = {start}
    stack = [(start, iter(after[start]))]
    best = [0]
    while stack:
        name, left = stack[-1]
        one = next(left, None)
        if one is None:
            stack.pop()
            on_way.discard(name)
            depths[name] = 1 + best.pop()
            if best:
                best[-1] = max(best[-1], depths[name])
        elif one in depths:
            best[-1] = max(best[-1], depths[one])
        elif one not in on_way:
            on_way.add(one)
            stack.append((one, iter(after[one])))
            best.append(0)
    return depths


def with_instead(plan: Plan, named: Iterable[str]) -> tuple[str, ...]:
    """The scenes, and every one that may open in place of one of them."""
    found = dict.fromkeys(named)
    fresh = list(found)
    while fresh:
        for other in plan.scenes[fresh.pop()].instead:
            if other.goes not in found:
                found[other.goes] = None
                fresh.append(other.goes)
    return tuple(found)
