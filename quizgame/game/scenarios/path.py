"""The way that a run took, with the roads that it did not take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from quizgame.game.scenarios import moves
from quizgame.game.scenarios.run import take

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.game.scenarios.moves import Arrival
    from quizgame.game.scenarios.run import Run, Turn

Role = Literal["scene", "happened", "asked", "taken", "open", "closed", "ending"]
"""What a line of the path is: a scene with its clock; an event; an ask; the choice that was made;
one that could have been made; one that could not; the ending."""


@dataclass(frozen=True, slots=True)
class PathLine:
    """One line of the path.

    Attributes:
        text: a clock, a choice, an ask, an event, an ending.
        leads: of a choice that was not made: the clock of the scene it leads to, or what it is;
            empty where it leads to the same scene.
        last: whether no further line of its scene follows.
    """

    role: Role
    text: str
    leads: str = ""
    last: bool = False


def path(run: Run) -> tuple[PathLine, ...]:
    """The scenes of a run in order, each with what was done there and what was not."""
    lines: list[PathLine] = []
    first = 0
    arrival = run.opening
    number = 0
    for place, turn in enumerate(run.turns):
        if turn.decided:
            number += 1
            lines += _scene(run, number, arrival)
            lines += _with_last(_done(run, first, place))
            first, arrival = place + 1, turn.arrival
    lines += _scene(run, number + 1, arrival)
    lines += _with_last(_asked(run, run.turns[first:]))
    return tuple(lines)


def _scene(run: Run, number: int, arrival: Arrival) -> Iterator[PathLine]:
    scene = run.plan.scenes[arrival.state.scene]
    if scene.ending:
        yield PathLine("ending", scene.ending, scene.grade or "", last=True)
        return
    yield PathLine("scene", scene.time or f"scene {number}")
    for happening in arrival.happenings:
        yield PathLine("happened", run.plan.events[happening.event].text)


def _done(run: Run, first: int, last: int) -> Iterator[PathLine]:
    """The turns from the first to the last, with which the scene was left."""
    yield from _asked(run, run.turns[first : last + 1])
    turn = run.turns[last]
    if turn.move.kind != "choose":
        return
    possible = {choice.id for choice in moves.choices(run.plan, turn.before)}
    for choice in run.plan.scenes[turn.move.scene].choice:
        if choice.id == turn.move.id:
            yield PathLine("taken", choice.text)
        elif choice.id in possible:
            yield PathLine("open", choice.text, _leads(run, last, choice.id))
        else:
            yield PathLine("closed", choice.text)


def _asked(run: Run, turns: Iterable[Turn]) -> Iterator[PathLine]:
    for turn in turns:
        ask = run.plan.ask(turn.move.scene, turn.move.id) if turn.move.kind == "ask" else None
        if ask:
            yield PathLine("asked", ask.text, "too late" if turn.decided else "")


def _leads(run: Run, last: int, other: str) -> str:
    """Where another choice would have led in place of a turn's, with the same luck."""
    turn = run.turns[last]
    there = take(replace(run, turns=run.turns[:last]), replace(turn.move, id=other))
    scene = run.plan.scenes[there.state.scene]
    if scene.id == turn.arrival.state.scene:
        return ""
    return "an ending" if scene.ending else scene.time or "another scene"


def _with_last(lines: Iterable[PathLine]) -> list[PathLine]:
    listed = list(lines)
    if listed:
        end = listed[-1]
        listed[-1] = PathLine(end.role, end.text, end.leads, last=True)
    return listed
