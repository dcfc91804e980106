"""What can be done in a state, and what follows. Chance is asked for its outcomes, never drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizgame.game.scenarios.state import State, holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.game.scenarios.plan import Plan
    from quizgame.packs.models import AskTable, ChoiceTable, Effect, EventTable

Lots = Callable[["EventTable", str], Sequence[bool]]
"""The outcomes that an event may have when a scene opens: one in a run, both for who explores."""


class Happening(NamedTuple):
    """An event that happened, and the meters before and after it."""

    event: str
    before: tuple[int, ...]
    after: tuple[int, ...]


class Arrival(NamedTuple):
    """A scene that has opened, with what happened as it did."""

    state: State
    happenings: tuple[Happening, ...] = ()


def is_ending(plan: Plan, state: State) -> bool:
    """Whether the story is over."""
    return bool(plan.scenes[state.scene].ending)


def choices(plan: Plan, state: State) -> tuple[ChoiceTable, ...]:
    """The choices that can be made now, in the author's order; an ending has none."""
    scene = plan.scenes[state.scene]
    if scene.ending:
        return ()
    return tuple(choice for choice in scene.choice if holds(choice.needs, state, plan))


def asks(plan: Plan, state: State) -> tuple[AskTable, ...]:
    """The asks that can be made now; where the deadline is reached, only those that miss it."""
    scene = plan.scenes[state.scene]
    if scene.ending or (is_spent(plan, state) and scene.late is None):
        return ()
    return tuple(ask for ask in scene.asks if ask.id not in state.asked)


def is_spent(plan: Plan, state: State) -> bool:
    """Whether no further ask fits before the deadline of the scene."""
    deadline = plan.scenes[state.scene].deadline
    return deadline is not None and state.used >= deadline


def begin(plan: Plan, lots: Lots) -> list[Arrival]:
    """The scenes with which the story may begin."""
    scenario = plan.scenario
    return _arrive(plan, State(scenario.start, tuple(scenario.meters.values())), lots)


def made(plan: Plan, state: State, choice: ChoiceTable) -> State:
    """The state after a choice, still in its scene."""
    scene, meters, chose, asked, happened, used = state
    meters = changed(plan, meters, choice.effect)
    return State(scene, meters, chose | {choice.id}, asked, happened, used)


def asked(plan: Plan, state: State, ask: AskTable) -> State:
    """The state after an ask, still in its scene."""
    scene, meters, chose, asked, happened, used = state
    meters = changed(plan, meters, ask.cost)
    return State(scene, meters, chose, asked | {ask.id}, happened, used + 1)


def go(plan: Plan, state: State, scene: str, lots: Lots) -> list[Arrival]:
    """The ways in which a scene, or one in its place, may open."""
    return _arrive(plan, State(scene, *state[1:5]), lots)


def changed(plan: Plan, meters: tuple[int, ...], effect: Effect) -> tuple[int, ...]:
    """The meters after an effect, none below 0 or above 100."""
    if not effect:
        return meters
    values = list(meters)
    for name, change in effect.items():
        place = plan.order[name]
        values[place] = max(0, min(100, values[place] + change))
    return tuple(values)


def _arrive(plan: Plan, state: State, lots: Lots) -> list[Arrival]:
    opened = _instead(plan, state) if plan.scenes[state.scene].instead else state
    arrived = [Arrival(opened)]
    for event in plan.may_happen.get(opened.scene, ()):
        arrived = [after for one in arrived for after in _happen(plan, one, event, lots)]
    return arrived


def _instead(plan: Plan, state: State) -> State:
    """The state in the scene that really opens; none is passed through twice."""
    passed = {state.scene}
    while True:
        others = plan.scenes[state.scene].instead
        to = next((other.goes for other in others if holds(other.needs, state, plan)), None)
        if to is None or to in passed:
            return state
        passed.add(to)
        state = State(to, *state[1:])


def _happen(plan: Plan, arrival: Arrival, event: EventTable, lots: Lots) -> Iterator[Arrival]:
    state = arrival.state
    if event.id in state.happened or not holds(event.needs, state, plan):
        yield arrival
        return
    for happens in lots(event, state.scene):
        if not happens:
            yield arrival
            continue
        meters = changed(plan, state.meters, event.effect)
        after = state._replace(meters=meters, happened=state.happened | {event.id})
        told = Happening(event.id, state.meters, meters)
        yield Arrival(after, (*arrival.happenings, told))
