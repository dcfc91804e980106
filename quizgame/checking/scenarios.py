"""Ways through a scenario, as a plain graph: what meters forbid is not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizgame.packs.models import Scenario
    from quizgame.packs.pack import Pack


def unreachable(pack: Pack) -> Iterator[Finding]:
    """Every scene can be played."""
    for scenario in pack.scenarios.values():
        reached = scenes_reached(scenario)
        for index, scene in enumerate(scenario.scene):
            if scene.id not in reached:
                message = f"no way leads from `{scenario.start}` to the scene `{scene.id}`"
                yield Finding(message, At("scenario", scenario.id, ("scene", index, "id")))


def endless(pack: Pack) -> Iterator[Finding]:
    """From every scene some way leads to an ending."""
    for scenario in pack.scenarios.values():
        hopeless = scenes_without_end(scenario)
        for index, scene in enumerate(scenario.scene):
            if scene.id in hopeless:
                message = f"no way leads from the scene `{scene.id}` to an ending"
                yield Finding(message, At("scenario", scenario.id, ("scene", index, "id")))


def scenes_reached(scenario: Scenario) -> set[str]:
    """The scenes to which some way leads."""
    return _reached({scenario.start}, _ways(scenario))


def scenes_without_end(scenario: Scenario) -> set[str]:
    """The scenes from which no way leads to an ending."""
    back: dict[str, set[str]] = {scene.id: set() for scene in scenario.scene}
    for name, ways in _ways(scenario).items():
        for other in ways:
            back[other].add(name)
    ended = _reached({scene.id for scene in scenario.scene if scene.ending}, back)
    return back.keys() - ended


def ungraded(pack: Pack) -> Iterator[Finding]:
    """An ending tells how it went."""
    for scenario in pack.scenarios.values():
        for index, scene in enumerate(scenario.scene):
            if bool(scene.ending) != bool(scene.grade):
                lacking = "grade" if scene.ending else "ending"
                at = At("scenario", scenario.id, ("scene", index))
                yield Finding(f"the ending `{scene.id}` has no `{lacking}`", at)


def _ways(scenario: Scenario) -> dict[str, set[str]]:
    ways = {scene.id: {choice.goes for choice in scene.choice} for scene in scenario.scene}
    for scene in scenario.scene:
        ways[scene.id].update(other.goes for other in scene.instead)
        if scene.late is not None:
            ways[scene.id].add(scene.late)
    return ways


def _reached(start: set[str], ways: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    fresh = list(start)
    while fresh:
        name = fresh.pop()
        if name not in reached:
            reached.add(name)
            fresh += ways[name]
    return reached
