"""Single scenes and choices of a scenario: what they stand on, and whether they are a choice."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.packs.cited import cited, day, later, split
from quizgame.packs.scenes import claims_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.models import ChoiceTable, Scenario, SceneTable
    from quizgame.packs.pack import Pack

_MOST_CHOICES = 30
"""A scene with more is no scene that somebody plays, and comparing all with all would take long."""


def dominating(pack: Pack) -> Iterator[Finding]:
    """No choice is at least as good as another in everything and better in something."""
    for scenario, index, scene in _scenes(pack):
        told: set[int] = set()
        for (place, one), (_, other) in permutations(enumerate(scene.choice[:_MOST_CHOICES]), 2):
            if place not in told and _dominates(one, other):
                told.add(place)
                at = At("scenario", scenario.id, ("scene", index, "choice", place, "effect"))
                message = f"`{one.id}` is nowhere worse than `{other.id}`, and somewhere better"
                yield Finding(message, at)


def _dominates(one: ChoiceTable, other: ChoiceTable) -> bool:
    if one.needs != other.needs:
        return False
    names = one.effect.keys() | other.effect.keys()
    gains = [one.effect.get(name, 0) - other.effect.get(name, 0) for name in names]
    return bool(gains) and min(gains) >= 0 and max(gains) > 0


def sourceless(pack: Pack) -> Iterator[Finding]:
    """Where something is decided, a real quote lies there, is brought, or explains what follows."""
    for scenario, index, scene in _scenes(pack):
        brought = any(event.brings for event in scenario.event if scene.id in event.scenes)
        asked = any(ask.brings for ask in scene.asks)
        explained = any(choice.claims for choice in scene.choice)
        decides = len(scene.choice) > 1 and not scene.ending
        if decides and not (scene.desk or brought or asked or explained):
            at = At("scenario", scenario.id, ("scene", index, "id"))
            yield Finding(f"`{scene.id}` decides something, and no quote has to do with it", at)


def too_early(pack: Pack) -> Iterator[Finding]:
    """Nothing lies on a desk that was printed later than the scene's day."""
    for scenario in pack.scenarios.values():
        days = {scene.id: day(scenario, scene, pack) for scene in scenario.scene}
        for reference, path in claims_named(scenario):
            table = path[0], int(path[1])
            if table[0] == "scene":
                on = days[scenario.scene[table[1]].id]
            else:
                named = [days[name] for name in scenario.event[table[1]].scenes]
                on = min((one for one in named if one is not None), default=None)
            quote = cited(pack, reference, on)[1]
            if later(pack, quote, on):
                printed = pack.articles[quote.article].published
                message = f"printed on {printed}, after the day of the scene, {on}"
                yield Finding(message, At("scenario", scenario.id, path), _other_quotes(reference))


def _other_quotes(reference: str) -> str:
    claim, quote = split(reference)
    if quote is None:
        return f"`{claim}` has no earlier quote: lay another claim there, or set the scene later."
    return ""


def silent_asks(pack: Pack) -> Iterator[Finding]:
    """An ask brings a quote, or tells that there is nothing."""
    for scenario, index, scene in _scenes(pack):
        for place, ask in enumerate(scene.asks):
            if not ask.brings and not ask.nothing:
                at = At("scenario", scenario.id, ("scene", index, "asks", place, "id"))
                yield Finding(f"the ask `{ask.id}` brings nothing and says nothing", at)


def idle_deadlines(pack: Pack) -> Iterator[Finding]:
    """A deadline can be missed, and what is late is late for something."""
    for scenario, index, scene in _scenes(pack):
        at = At("scenario", scenario.id, ("scene", index, "late"))
        if scene.late is not None and scene.deadline is None:
            yield Finding(f"`{scene.id}` has `late` without a `deadline`", at)
        elif scene.deadline is not None and len(scene.asks) <= scene.deadline:
            at = At("scenario", scenario.id, ("scene", index, "deadline"))
            message = f"`{scene.id}` has {len(scene.asks)} asks, which all fit before its deadline"
            yield Finding(message, at)


def busy_endings(pack: Pack) -> Iterator[Finding]:
    """Nothing can be done at an end."""
    for scenario, index, scene in _scenes(pack):
        if scene.ending and (scene.choice or scene.asks):
            at = At("scenario", scenario.id, ("scene", index, "ending"))
            yield Finding(f"the ending `{scene.id}` has choices or asks, which nobody sees", at)


def _scenes(pack: Pack) -> Iterator[tuple[Scenario, int, SceneTable]]:
    for scenario in pack.scenarios.values():
        for index, scene in enumerate(scenario.scene):
            yield scenario, index, scene
