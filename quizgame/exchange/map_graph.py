"""A scenario as a graph: scenes, and the ways from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.packs.scenes import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.models import AskTable, Effect, EventTable, Needs, Scenario, SceneTable


@dataclass(frozen=True, slots=True)
class Node:
    """A scene.

    Attributes:
        ending: how the story ends there; empty for other scenes.
        grade: of an ending; else empty.
        notes: what lies there, what can be asked, what may happen, each in a line.
    """

    id: str
    time: str
    ending: str
    grade: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one scene to another: a choice, a missed deadline, or a scene in its place.

    Attributes:
        name: the id of the choice; `late` or `instead` for the others.
        text: the choice in words; else empty.
        needs: what must hold; empty where nothing is needed.
        effect: what it does to the meters.
    """

    source: str
    target: str
    name: str
    text: str = ""
    needs: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """The scenes in an order in which ways lead forward as far as they can."""

    title: str
    id: str
    meters: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def leaving(self, node: str) -> list[Edge]:
        """The ways out of a scene, in the author's order."""
        return [edge for edge in self.edges if edge.source == node]


def graph(scenario: Scenario) -> Graph:
    """The graph of a scenario whose references resolve."""
    scenes = {scene.id: scene for scene in scenario.scene}
    edges = [edge for scene in scenario.scene for edge in _edges(scene)]
    after: dict[str, list[str]] = {name: [] for name in scenes}
    for edge in edges:
        after[edge.source].append(edge.target)
    events: dict[str, list[EventTable]] = {}
    for event in scenario.event:
        for name in dict.fromkeys(event.scenes):
            events.setdefault(name, []).append(event)
    order = _order([scenario.start, *scenes], after)
    return Graph(
        title=scenario.title,
        id=scenario.id,
        meters=", ".join(f"{name} {value}" for name, value in scenario.meters.items()),
        nodes=tuple(_node(scenes[name], events.get(name, [])) for name in order),
        edges=tuple(edges),
    )


def _node(scene: SceneTable, events: list[EventTable]) -> Node:
    notes = [f"desk: {', '.join(scene.desk)}"] if scene.desk else []
    if scene.deadline is not None:
        notes.append(f"deadline: {scene.deadline}")
    notes += map(_ask, scene.asks)
    notes += map(_event, events)
    return Node(scene.id, scene.time, scene.ending, scene.grade or "", tuple(notes))


def _ask(ask: AskTable) -> str:
    brings = f", brings {ask.brings}" if ask.brings else ""
    return f"ask {ask.id}: {ask.text}{_in_brackets(_effect(ask.cost))}{brings}"


def _event(event: EventTable) -> str:
    needs = _needs(event.needs)
    what = "; ".join(part for part in (f"{event.chance:.0%}", needs, _effect(event.effect)) if part)
    brings = f", brings {event.brings}" if event.brings else ""
    return f"event {event.id} ({what}){brings}"


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""


def _edges(scene: SceneTable) -> Iterator[Edge]:
    for other in scene.instead:
        yield Edge(scene.id, other.goes, "instead", needs=_needs(other.needs))
    if scene.ending:
        return
    for choice in scene.choice:
        needs, effect = _needs(choice.needs), _effect(choice.effect)
        yield Edge(scene.id, choice.goes, choice.id, choice.text, needs, effect)
    if scene.late is not None:
        yield Edge(scene.id, scene.late, "late")


def _effect(effect: Effect) -> str:
    return ", ".join(f"{name} {by:+}" for name, by in effect.items() if by)


def _needs(needs: Needs) -> str:
    words = []
    for name, value in needs.items():
        if isinstance(value, str):
            words.append(f"{name} {value}")
        elif name in LISTS:
            words.append(f"{name} {', '.join(value)}")
    return "; ".join(words)


def _order(names: list[str], after: dict[str, list[str]]) -> list[str]:
    """The first with all it leads to, each behind those that lead to it, as far as can be."""
    order: list[str] = []
    seen: set[str] = set()
    for name in names:
        done: dict[str, None] = {}
        _visit(name, after, seen, done)
        order += reversed(done)
    return order


def _visit(start: str, after: dict[str, list[str]], seen: set[str], done: dict[str, None]) -> None:
    """Adds what can be come to from a scene, each behind all that it leads to."""
    stack = [] if start in seen else [(start, iter(reversed(after[start])))]
    seen.add(start)
    while stack:
        name, left = stack[-1]
        following = next((one for one in left if one not in seen), None)
        if following is None:
            done[name] = None
            stack.pop()
        else:
            seen.add(following)
            stack.append((following, iter(reversed(after[following]))))
