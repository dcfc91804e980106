"""A scenario made ready to be played: what its author named by id, found by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgame.packs.models import AskTable, ChoiceTable, EventTable, Scenario, SceneTable


@dataclass(frozen=True, slots=True)
class Plan:
    """A scenario with its scenes, choices and events by id.

    Attributes:
        order: for each meter its place in a state's `meters`.
        may_happen: for each scene the events that may happen when it opens.
    """

    scenario: Scenario
    scenes: Mapping[str, SceneTable]
    choices: Mapping[str, ChoiceTable]
    events: Mapping[str, EventTable]
    order: Mapping[str, int]
    may_happen: Mapping[str, tuple[EventTable, ...]]

    def ask(self, scene: str, name: str) -> AskTable | None:
        """The ask of a scene; None if the scene has none of that id."""
        return next((ask for ask in self.scenes[scene].asks if ask.id == name), None)


def plan_of(scenario: Scenario) -> Plan:
    """The plan of a scenario whose references resolve."""
    happen: dict[str, tuple[EventTable, ...]] = {}
    for event in scenario.event:
        for scene in dict.fromkeys(event.scenes):
            happen[scene] = (*happen.get(scene, ()), event)
    return Plan(
        scenario=scenario,
        scenes={scene.id: scene for scene in scenario.scene},
        choices={choice.id: choice for scene in scenario.scene for choice in scene.choice},
        events={event.id: event for event in scenario.event},
        order={name: place for place, name in enumerate(scenario.meters)},
        may_happen=happen,
    )
