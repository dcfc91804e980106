"""What no run of a scenario can come to, and what some run cannot leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.exploring import MOST_STATES, explored
from quizgame.checking.finding import At, Finding
from quizgame.checking.scenarios import scenes_reached, scenes_without_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.checking.exploring import Way
    from quizgame.packs.models import Scenario
    from quizgame.packs.pack import Pack


def stuck(pack: Pack) -> Iterator[Finding]:
    """Whatever was done before, something can be done in every scene."""
    for scenario in pack.scenarios.values():
        hopeless = scenes_without_end(scenario)
        for index, scene in enumerate(scenario.scene):
            way = explored(scenario).stuck.get(scene.id)
            if way is not None and scene.id not in hopeless:
                message = f"in `{scene.id}` nothing can be done {_after(way)}"
                yield Finding(message, At("scenario", scenario.id, ("scene", index, "id")))


def endless(pack: Pack) -> Iterator[Finding]:
    """Whatever was done before, some way leads to an ending."""
    for scenario in pack.scenarios.values():
        found = explored(scenario)
        hopeless = scenes_without_end(scenario)
        for index, scene in enumerate(scenario.scene):
            way = found.endless.get(scene.id)
            if way is not None and not found.stuck and scene.id not in hopeless:
                message = f"no ending can be reached from `{scene.id}` {_after(way)}"
                yield Finding(message, At("scenario", scenario.id, ("scene", index, "id")))


def lost_endings(pack: Pack) -> Iterator[Finding]:
    """Some run comes to every ending."""
    for scenario, index, name in _lost(pack):
        if scenario.scene[index].ending:
            message = f"no run comes to the ending `{name}`: what it needs never holds"
            yield Finding(message, At("scenario", scenario.id, ("scene", index, "id")))


def lost_scenes(pack: Pack) -> Iterator[Finding]:
    """Some run comes to every other scene."""
    for scenario, index, name in _lost(pack):
        if not scenario.scene[index].ending:
            message = f"no run comes to the scene `{name}`: what it needs never holds"
            yield Finding(message, At("scenario", scenario.id, ("scene", index, "id")))


def never_offered(pack: Pack) -> Iterator[Finding]:
    """What a choice or an event needs holds in some run."""
    for scenario in pack.scenarios.values():
        found = explored(scenario)
        if not found.complete:
            continue
        for index, scene in enumerate(scenario.scene):
            if scene.id not in found.scenes or scene.ending:
                continue
            for place, choice in enumerate(scene.choice):
                if choice.id not in found.offered and choice.id not in scene.careful:
                    at = At("scenario", scenario.id, ("scene", index, "choice", place, "needs"))
                    yield Finding(f"the choice `{choice.id}` is offered in no run", at)
        for index, event in enumerate(scenario.event):
            if event.id not in found.eligible and found.scenes.intersection(event.scenes):
                at = At("scenario", scenario.id, ("event", index, "needs"))
                yield Finding(f"the event `{event.id}` can happen in no run", at)


def never_careful(pack: Pack) -> Iterator[Finding]:
    """A careful editor takes what some run offers, and what is judged right if it is judged."""
    for scenario in pack.scenarios.values():
        found = explored(scenario)
        choices = {choice.id: choice for scene in scenario.scene for choice in scene.choice}
        for index, scene in enumerate(scenario.scene):
            for place, name in enumerate(scene.careful):
                at = At("scenario", scenario.id, ("scene", index, "careful", place))
                judges = choices[name].judges
                if judges and not judges.right:
                    yield Finding(f"the choice `{name}` is judged as not right", at)
                elif found.complete and scene.id in found.scenes and name not in found.offered:
                    yield Finding(f"the choice `{name}` is offered in no run", at)


def too_large(pack: Pack) -> Iterator[Finding]:
    """Every state was looked at."""
    for scenario in pack.scenarios.values():
        if not explored(scenario).complete:
            message = f"it has more than {MOST_STATES:,} states; not all of them were looked at"
            yield Finding(message, At("scenario", scenario.id, ("id",)))


def _lost(pack: Pack) -> Iterator[tuple[Scenario, int, str]]:
    """The scenes to which ways lead that no run can take."""
    for scenario in pack.scenarios.values():
        found = explored(scenario)
        if not found.complete:
            continue
        reached = scenes_reached(scenario)
        for index, scene in enumerate(scenario.scene):
            if scene.id in reached and scene.id not in found.scenes:
                yield scenario, index, scene.id


def _after(way: Way) -> str:
    return f"after {', '.join(f'`{step}`' for step in way)}" if way else "from the start on"
