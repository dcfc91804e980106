"""Promises, and how they are measured: against a floor, taking turns, by medians."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).resolve().parents[1]


class Skip(Exception):
    """Something that cannot be measured here, and why."""


@dataclass(frozen=True, slots=True)
class Result:
    """A promise and what became of it.

    Attributes:
        limit: None where nothing is promised.
        measured: None if it could not be measured; then `how` says why.
        unit: what `measured` and `limit` count: `x` is a ratio to the floor.
        how: what was measured, in absolute figures of this machine.
    """

    promise: str
    limit: float | None
    measured: float | None
    unit: str = "x"
    how: str = ""

    @property
    def missed(self) -> bool:
        """Whether it was measured and is worse than promised."""
        if self.limit is None or self.measured is None:
            return False
        return self.measured > self.limit


def ratio(promise: str, limit: float, ours: Sequence[float], floor: Sequence[float]) -> Result:
    """A promise about medians of seconds, as a ratio to the floor's."""
    a, b = median(ours), median(floor)
    return Result(promise, limit, a / b, how=f"{ms(a)} against {ms(b)}")


def turns(rounds: int, *takes: Callable[[], float]) -> list[list[float]]:
    """What each of the takes gives, round by round, so that all see the same machine."""
    given: list[list[float]] = [[] for _ in takes]
    for _ in range(rounds):
        for values, take in zip(given, takes, strict=True):
            values.append(take())
    return given


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes."""
    begin = perf_counter()
    action()
    return perf_counter() - begin


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, ceil(share * len(ranked)) - 1)]


def ms(value: float) -> str:
    """Seconds as milliseconds."""
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value * 1000:.0f} ms"


def game(*arguments: str) -> list[str]:
    """The command that starts the game: the installed one, if there is one beside this Python."""
    installed = Path(sys.executable).with_name("quizgame")
    if installed.exists():
        return [str(installed), *arguments]
    start = "import sys; from quizgame.cli import main; sys.exit(main())"
    return [sys.executable, "-c", start, *arguments]


def environment(saves: Path) -> dict[str, str]:
    """The environment of a game that touches nobody's saves and keys."""
    given = {key: value for key, value in os.environ.items() if not key.startswith("QUIZGAME_")}
    given.pop("NO_COLOR", None)
    return {
        **given,
        "TERM": "xterm-256color",
        "QUIZGAME_SAVES": str(saves),
        "QUIZGAME_KEYS": str(saves / "keys.toml"),
    }
