"""The roads from scene to scene, and how far meters can swing on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgame.game.scenarios.length import with_instead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.game.scenarios.plan import Plan
    from quizgame.packs.models import Effect, Needs, SceneTable

_MOST_GUARDS = 4

Swings = dict[str, tuple[int, int]]
"""For each meter how far it can fall, 0 or less, and how far it can rise."""


class Place(NamedTuple):
    """A scene, and which of the guards were chosen before."""

    scene: str
    chose: frozenset[str]


def guards(plan: Plan) -> frozenset[str]:
    """The choices on which it depends whether a way back is open; none where they are many.

    A way back leads to a scene that stands in the file before the one it leaves, or to that itself.
    Told apart by them, a story that goes back once has an end, and what lies ahead is less.
    """
    order = {scene.id: number for number, scene in enumerate(plan.scenario.scene)}
    found: set[str] = set()
    for scene in plan.scenario.scene:
        for choice in scene.choice:
            to = with_instead(plan, [choice.goes])
            if any(order[one] <= order[scene.id] and not plan.scenes[one].ending for one in to):
                listed = (choice.needs.get(word, ()) for word in ("chose", "none"))
                found.update(one for ids in listed for one in ids if one in plan.choices)
    return frozenset(found) if len(found) <= _MOST_GUARDS else frozenset()


def may_hold(needs: Needs, chose: frozenset[str], guards: frozenset[str]) -> bool:
    """Whether needs can hold where exactly these of the guards were chosen."""
    wanted, barred = needs.get("chose", ()), needs.get("none", ())
    return chose.issuperset(guards.intersection(wanted)) and chose.isdisjoint(barred)


def places(plan: Plan, guards: frozenset[str]) -> dict[Place, list[tuple[Place, Swings]]]:
    """Every place that can be come to, with those that can follow it and what leads there does."""
    start = with_instead(plan, [plan.scenario.start])
    fresh = [Place(scene, frozenset()) for scene in start]
    found: dict[Place, list[tuple[Place, Swings]]] = {}
    while fresh:
        place = fresh.pop()
        if place not in found:
            found[place] = list(_roads(plan, place, guards))
            fresh += (to for to, _ in found[place])
    return found


def _roads(plan: Plan, place: Place, guards: frozenset[str]) -> Iterator[tuple[Place, Swings]]:
    scene = plan.scenes[place.scene]
    if scene.ending:
        return
    for choice in scene.choice:
        if may_hold(choice.needs, place.chose, guards):
            chose = place.chose | guards.intersection([choice.id])
            for to in with_instead(plan, [choice.goes]):
                yield Place(to, chose), swing(choice.effect)
    if scene.late is not None and scene.deadline is not None:
        yield from ((Place(to, place.chose), {}) for to in with_instead(plan, [scene.late]))


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
