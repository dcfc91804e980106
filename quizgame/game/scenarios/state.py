"""Where a run stands, and whether something that needs a certain past can be had."""

from __future__ import annotations

import operator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.game.scenarios.plan import Plan
    from quizgame.packs.models import Needs

_OPERATORS: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}


class State(NamedTuple):
    """Everything that decides how a run can go on.

    Attributes:
        scene: the id of the open scene.
        meters: 0 to 100, in the order of `Plan.order`.
        chose: the ids of the choices that were made.
        asked: the ids of the asks that were made.
        happened: the ids of the events that have happened.
        used: how many asks were made since the scene opened.
    """

    scene: str
    meters: tuple[int, ...]
    chose: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    happened: frozenset[str] = frozenset()
    used: int = 0


def holds(needs: Needs, state: State, plan: Plan) -> bool:
    """Whether everything that is needed is so; no needs hold always."""
    return all(_holds(name, value, state, plan) for name, value in needs.items())


def _holds(name: str, value: str | tuple[str, ...], state: State, plan: Plan) -> bool:
    if isinstance(value, str):
        compares, limit = comparison(value)
        return compares(state.meters[plan.order[name]], limit)
    match name:
        case "chose":
            return state.chose.issuperset(value)
        case "asked":
            return state.asked.issuperset(value)
        case "happened":
            return state.happened.issuperset(value)
        case "any":
            return any(is_past(one, state) for one in value)
        case _:
            return not any(is_past(one, state) for one in value)


def is_past(name: str, state: State) -> bool:
    """Whether a choice or an ask of that id was made, or such an event has happened."""
    return name in state.chose or name in state.asked or name in state.happened


@cache
def comparison(written: str) -> tuple[Callable[[int, int], bool], int]:
    """What `">=40"` means: the relation, and the number on its right."""
    sign = written[:2] if written[:2] in _OPERATORS else written[:1]
    return _OPERATORS[sign], int(written[len(sign) :])


def cuts(written: str) -> tuple[int, int]:
    """The values at which the answer to a comparison changes, from below: the first and the last.

    They are equal but for `==`, whose answer changes twice.
    """
    sign = written.rstrip("0123456789 ")
    limit = int(written[len(sign) :])
    return limit + (sign in {">", "<="}), limit + (sign in {">", "<=", "=="})
