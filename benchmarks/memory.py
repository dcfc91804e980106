"""The most memory that home has taken by the time it rests."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import samples
from benchmarks.measure import Result, Skip, environment, game, turns
from benchmarks.terminal import Terminal, floor

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME, FULL = 1.5, 1.9


def run(rounds: int) -> Iterator[Result]:
    if sys.platform != "linux":
        raise Skip("memory is read from /proc, which only Linux has")
    with TemporaryDirectory() as given:
        home, full = Path(given, "home"), Path(given, "full")
        samples.save(home, 30)
        samples.save(full, samples.MANY)
        bare, ours, many = turns(
            max(3, rounds // 3),
            partial(_peak, floor(), home, "Entry 7"),
            partial(_peak, game(), home, "Ana, day"),
            partial(_peak, game(), full, "Ana, day"),
        )
    yield _result("memory on home", HOME, ours, bare)
    yield _result("memory on home, 10,000 answers", FULL, many, bare)


def _result(promise: str, limit: float, ours: list[float], bare: list[float]) -> Result:
    a, b = median(ours), median(bare)
    return Result(promise, limit, a / b, how=f"{a:.1f} MB against {b:.1f} MB, at the most")


def _peak(command: list[str], saves: Path, words: str) -> float:
    """The most megabytes that were resident at once."""
    with Terminal(command, environment(saves)) as terminal:
        terminal.shows(words)
        terminal.rests(0.5)
        status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    assert found
    return int(found[1]) / 1024
