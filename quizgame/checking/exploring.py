"""Every state that a scenario can come to, as far as a bound allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgame.checking.ahead import Ahead
from quizgame.game.scenarios import moves
from quizgame.game.scenarios.plan import plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.checking.ahead import Key
    from quizgame.game.scenarios.moves import Arrival
    from quizgame.game.scenarios.state import State
    from quizgame.packs.models import EventTable, Scenario

MOST_STATES = 10_000
"""So many states are looked at, and no more."""
_MOST_MOVES = 10 * MOST_STATES
_MOST_CHOICES = 2_000
"""A story with more is not looked at: already telling what lies ahead would take long."""

Way = tuple[str, ...]
"""The ids of the choices and asks that lead from the start to a state."""


@dataclass(slots=True)
class Explored:
    """What was found.

    Attributes:
        complete: whether every state was looked at.
        scenes: the ids of the scenes that open in some state.
        offered: the ids of the choices that are offered in some state.
        eligible: the ids of the events that may happen in some state.
        stuck: for each scene in which in some state nothing can be done, a way there.
        endless: for each scene from which in some state no ending can be reached, a way there.
    """

    complete: bool = True
    scenes: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)
    eligible: set[str] = field(default_factory=set)
    stuck: dict[str, Way] = field(default_factory=dict)
    endless: dict[str, Way] = field(default_factory=dict)


class _Same:
    """A scenario as a key: several rules ask about one, and no two are compared by their values."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.scenario is self.scenario

    def __hash__(self) -> int:
        return id(self.scenario)


def explored(scenario: Scenario) -> Explored:
    """Looks at the states of a scenario whose references resolve; the last few are remembered."""
    return _explored(_Same(scenario))


@lru_cache(maxsize=32)
def _explored(key: _Same) -> Explored:
    return _Explorer(key.scenario).explore()


class _Explorer:
    """A walk through the states, the nearest first."""

    def __init__(self, scenario: Scenario) -> None:
        self.plan = plan_of(scenario)
        self.found = Explored()
        # Of states that go on alike, the first stands for all.
        self._states: list[State] = []
        self._numbers: dict[Key, int] = {}
        self._came: list[tuple[int, str]] = []
        self._back: list[list[int]] = []
        self._moves = 0

    def explore(self) -> Explored:
        """Walks until nothing is left to look at, or the bound is hit."""
        ends: list[int] = []
        if len(self.plan.choices) > _MOST_CHOICES:
            self.found.complete = False
            return self.found
        self._ahead = Ahead(self.plan)
        self._note(moves.begin(self.plan, self._lots), -1, "")
        number = 0
        while number < len(self._states):
            if number >= MOST_STATES or self._moves > _MOST_MOVES:
                break
            state = self._states[number]
            self.found.scenes.add(state.scene)
            if moves.is_ending(self.plan, state):
                ends.append(number)
            else:
                self._leave(number, state)
            number += 1
        self.found.complete = number == len(self._states) and self._moves <= _MOST_MOVES
        if self.found.complete:
            self._find_endless(ends)
        return self.found

    def _leave(self, number: int, state: State) -> None:
        """Notes every state that follows one."""
        plan = self.plan
        scene = plan.scenes[state.scene]
        choices = moves.choices(plan, state)
        asks = [ask for ask in moves.asks(plan, state) if self._ahead.matters(state, ask)]
        for choice in choices:
            self.found.offered.add(choice.id)
            after = moves.made(plan, state, choice)
            self._note(moves.go(plan, after, choice.goes, self._lots), number, choice.id)
        late = scene.late if moves.is_spent(plan, state) else None
        for ask in asks:
            after = moves.asked(plan, state, ask)
            if late is not None:
                self._note(moves.go(plan, after, late, self._lots), number, ask.id)
            else:
                self._note((moves.Arrival(after),), number, ask.id)
        if not choices and not asks:
            self.found.stuck.setdefault(state.scene, self._way(number))

    def _note(self, arrivals: Iterable[Arrival], came: int, by: str) -> None:
        for arrival in arrivals:
            self._moves += 1
            key, state = self._ahead.known(arrival.state)
            number = self._numbers.setdefault(key, len(self._states))
            if number == len(self._states):
                self._states.append(state)
                self._came.append((came, by))
                self._back.append([])
            if came >= 0:
                self._back[number].append(came)

    def _lots(self, event: EventTable, scene: str) -> Sequence[bool]:
        self.found.eligible.add(event.id)
        self._moves += 1
        if self._moves > _MOST_MOVES:
            # Many events at once are not multiplied any further; what is found is not complete.
            return ()
        return (True, False) if self._ahead.is_open(event, scene) else (True,)

    def _way(self, number: int) -> Way:
        way: list[str] = []
        while number >= 0:
            number, by = self._came[number]
            way.append(by)
        return tuple(reversed(way[:-1]))

    def _find_endless(self, ends: list[int]) -> None:
        ended = set(ends)
        fresh = list(ends)
        while fresh:
            for before in self._back[fresh.pop()]:
                if before not in ended:
                    ended.add(before)
                    fresh.append(before)
        for number, state in enumerate(self._states):
            if number not in ended:
                self.found.endless.setdefault(state.scene, self._way(number))
