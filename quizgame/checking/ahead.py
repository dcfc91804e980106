"""What of a state can still decide anything: so states that differ in nothing else are one.

For each scene it is known which conditions are looked at there or later, and from which value on a
meter can no longer come to the other side of any comparison. Of a list of ids under `any` it counts
only whether one of them is past.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgame.checking.roads import Place, guards, may_hold, places, swing, swing_of_asks
from quizgame.game.scenarios.state import State, cuts, is_past
from quizgame.packs.scenes import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizgame.checking.roads import Swings
    from quizgame.game.scenarios.plan import Plan
    from quizgame.packs.models import AskTable, Effect, EventTable, Needs, SceneTable

Condition = tuple[str, tuple[str, ...]]
"""A list of ids, and the word of `needs` that it stands under."""
Key = tuple[str, int, tuple[int, ...], tuple[object, ...]]
_Limits = tuple[tuple[int, int], ...]
_Past = tuple[_Limits, tuple[object, ...], frozenset[str], frozenset[str], frozenset[str]]

_LOWEST, _HIGHEST = 0, 100


@dataclass(slots=True)
class _Ahead:
    """What is looked at in a place or later.

    Attributes:
        conditions: the lists that something needs.
        low: for each meter that is compared the value up to which all values go on alike.
        high: the value from which on all values go on alike.
        again: what can be done or happen only once, and could here or later.
    """

    conditions: set[Condition] = field(default_factory=set)
    low: dict[str, int] = field(default_factory=dict)
    high: dict[str, int] = field(default_factory=dict)
    again: set[Condition] = field(default_factory=set)
    order: tuple[Condition, ...] = ()
    limits: _Limits = ()


class Ahead:
    """What lies ahead in each place of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._guards = guards(plan)
        self._roads = places(plan, self._guards)
        self._asks = {scene.id: swing_of_asks(scene) for scene in plan.scenario.scene}
        self._ahead = {place: _Ahead() for place in self._roads}
        self._pasts: dict[tuple[str, frozenset[str], frozenset[str], frozenset[str]], _Past] = {}
        self._matters: dict[tuple[Place, str], bool] = {}
        self._open: dict[tuple[str, str], bool] = {}
        # What was found last is nearest to the end, mostly.
        order = list(reversed(self._roads))
        news = True
        while news:
            # Every place each time: `any` would stop at the first with news.
            news = max([self._look(place) for place in order])
        often = Counter(ask.id for scene in plan.scenario.scene for ask in scene.asks)
        for place, ahead in self._ahead.items():
            alike = tuple(_alike(plan.scenes[place.scene], ahead, often))
            counted = {("asked", (one,)) for _, ids in alike for one in ids}
            ahead.order = tuple(sorted((ahead.conditions | ahead.again) - counted)) + alike
            ahead.limits = tuple((ahead.low.get(m, 0), ahead.high.get(m, 0)) for m in plan.order)

    def known(self, state: State) -> tuple[Key, State]:
        """What all states that go on alike have in common, and the state without what is forgotten.

        That state has forgotten what nothing looks at any more.
        """
        scene, meters, chose, asked, happened, used = state
        past = (scene, chose, asked, happened)
        if past not in self._pasts:
            self._pasts[past] = self._remembered(state)
        limits, seen, chose, asked, happened = self._pasts[past]
        kept = tuple(
            [
                low if value < low else high if value > high else value
                for value, (low, high) in zip(meters, limits, strict=True)
            ]
        )
        if self._plan.scenes[scene].deadline is None:
            used = 0
        return (scene, used, kept, seen), State(scene, meters, chose, asked, happened, used)

    def _remembered(self, state: State) -> _Past:
        ahead = self._ahead[Place(state.scene, state.chose & self._guards)]
        ids = frozenset(one for _, named in ahead.order for one in named)
        seen = tuple(_seen(word, named, state) for word, named in ahead.order)
        chose = state.chose & (ids | self._guards)
        return ahead.limits, seen, chose, state.asked & ids, state.happened & ids

    def matters(self, state: State, ask: AskTable) -> bool:
        """Whether an ask of the open scene can change anything there or later."""
        key = Place(state.scene, state.chose & self._guards), ask.id
        if key not in self._matters:
            scene = self._plan.scenes[state.scene]
            late = scene.deadline is not None and scene.late is not None
            self._matters[key] = late or _changes(self._ahead[key[0]], ask.id, ask.cost)
        return self._matters[key]

    def is_open(self, event: EventTable, scene: str) -> bool:
        """Whether it can make a difference that the event happens as a scene opens."""
        key = event.id, scene
        if key not in self._open:
            here = (ahead for place, ahead in self._ahead.items() if place.scene == scene)
            changes = any(_changes(one, event.id, event.effect) for one in here)
            self._open[key] = event.chance < 1 and changes
        return self._open[key]

    def _look(self, place: Place) -> bool:
        """Takes up what the place and those after it look at; whether that was news."""
        scene, ahead = self._plan.scenes[place.scene], self._ahead[place]
        before = (len(ahead.conditions), len(ahead.again), dict(ahead.low), dict(ahead.high))
        ahead.again |= {("asked", (ask.id,)) for ask in scene.asks}
        asks = self._asks[scene.id]
        for choice in scene.choice:
            if may_hold(choice.needs, place.chose, self._guards):
                ahead.conditions |= set(_lists(choice.needs))
                _widen(ahead, _compared(choice.needs), [asks])
        for to, change in self._roads[place]:
            self._look_beyond(to, ahead, [asks, change])
        return before != (len(ahead.conditions), len(ahead.again), ahead.low, ahead.high)

    def _look_beyond(self, to: Place, ahead: _Ahead, swings: list[Swings]) -> None:
        """What is looked at as another scene opens, and what is ahead of that."""
        scene, there = self._plan.scenes[to.scene], self._ahead[to]
        events = self._plan.may_happen.get(to.scene, ())
        swings = [*swings, *(swing(event.effect) for event in events)]
        for needs in (*(other.needs for other in scene.instead), *(e.needs for e in events)):
            ahead.conditions |= set(_lists(needs))
            _widen(ahead, _compared(needs), swings)
        ahead.conditions |= there.conditions
        ahead.again |= there.again | {("happened", (event.id,)) for event in events}
        _widen(ahead, ((m, there.low[m], there.high[m]) for m in there.low), swings)


def _changes(ahead: _Ahead, name: str, effect: Effect) -> bool:
    named = any(name in ids for _, ids in ahead.conditions)
    return named or any(by and meter in ahead.low for meter, by in effect.items())


def _alike(scene: SceneTable, ahead: _Ahead, often: Counter[str]) -> Iterator[Condition]:
    """The asks of a scene that do the same, so that it matters only how many of them were made."""
    named = {one for _, ids in ahead.conditions for one in ids}
    same: dict[tuple[tuple[str, int], ...], list[str]] = {}
    for ask in scene.asks:
        if often[ask.id] == 1 and ask.id not in named:
            cost = tuple(
                sorted((meter, by) for meter, by in ask.cost.items() if meter in ahead.low)
            )
            same.setdefault(cost, []).append(ask.id)
    return (("counted", tuple(ids)) for ids in same.values())


def _widen(
    ahead: _Ahead, compared: Iterable[tuple[str, int, int]], swings: Sequence[Swings]
) -> None:
    """Makes room for comparisons that come after all of these swings."""
    for meter, low, high in compared:
        falls, rises = zip(*(one.get(meter, (0, 0)) for one in swings), strict=True)
        ahead.low[meter] = max(_LOWEST, min(ahead.low.get(meter, _HIGHEST), low - sum(rises)))
        ahead.high[meter] = min(_HIGHEST, max(ahead.high.get(meter, _LOWEST), high - sum(falls)))


def _lists(needs: Needs) -> Iterator[Condition]:
    for word, value in needs.items():
        if word in LISTS and not isinstance(value, str):
            yield "any" if word == "none" else word, value


def _compared(needs: Needs) -> Iterator[tuple[str, int, int]]:
    """Meters with the last value on one side of a comparison, and the first on the other."""
    for name, value in needs.items():
        if isinstance(value, str):
            first, last = cuts(value)
            yield name, first - 1, last


def _seen(word: str, ids: tuple[str, ...], state: State) -> object:
    match word:
        case "chose":
            return state.chose.intersection(ids)
        case "asked":
            return state.asked.intersection(ids)
        case "counted":
            return len(state.asked.intersection(ids))
        case "happened":
            return state.happened.intersection(ids)
        case _:
            return any(is_past(one, state) for one in ids)
