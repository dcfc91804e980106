"""Meters in words: a number alone says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.game.scenarios.plan import Plan
    from quizgame.packs.models import Effect

STEPS = 5
"""How many parts a small bar has."""

_WORDS = ("very low", "low", "fair", "high", "very high")
_LITTLE, _MUCH = 5, 20


@dataclass(frozen=True, slots=True)
class Meter:
    """How a meter stands: its name in words, 0 to 100, and what that is called."""

    name: str
    value: int

    @property
    def word(self) -> str:
        """Its fifth of the scale in words."""
        return _WORDS[max(0, self.filled - 1)]

    @property
    def filled(self) -> int:
        """How many of the bar's `STEPS` are full: none at 0, all from 80 on."""
        return min(self.value * STEPS // 100 + 1, STEPS) if self.value else 0


@dataclass(frozen=True, slots=True)
class Change:
    """What something did, or would do, to a meter; `by` is not 0."""

    name: str
    by: int

    @property
    def word(self) -> str:
        """How far and which way."""
        way = "up" if self.by > 0 else "down"
        size = abs(self.by)
        return f"a little {way}" if size <= _LITTLE else f"far {way}" if size >= _MUCH else way


def shown(plan: Plan, values: tuple[int, ...]) -> tuple[Meter, ...]:
    """Every meter, in the author's order."""
    return tuple(Meter(_name(name), values[place]) for name, place in plan.order.items())


def moved(plan: Plan, before: tuple[int, ...], after: tuple[int, ...]) -> tuple[Change, ...]:
    """The meters that changed, and by how much they really did."""
    found = ((name, after[place] - before[place]) for name, place in plan.order.items())
    return tuple(Change(_name(name), by) for name, by in found if by)


def announced(effect: Effect) -> tuple[Change, ...]:
    """What an effect would do where no end of a scale stops it."""
    return tuple(Change(_name(name), by) for name, by in effect.items() if by)


def _name(name: str) -> str:
    return name.replace("-", " ")
