"""Loading a pack, against the parse of its TOML that nobody can do without."""

from __future__ import annotations

import gc
import tomllib
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import samples
from benchmarks.measure import Result, ratio, seconds, turns
from quizgame.packs.load import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MANY, SHIPPED = 1.6, 2.0


def run(rounds: int) -> Iterator[Result]:
    with TemporaryDirectory() as given:
        many = samples.pack_of(samples.MANY, Path(given, "many.toml"))
        ours, bare = turns(max(3, rounds // 3), *_takes(many, [many]))
        yield ratio("a pack of 10,000 questions: load", MANY, ours, bare)
    shipped = sorted(samples.SHIPPED.glob("**/*.toml"))
    ours, bare = turns(rounds * 3, *_takes(samples.SHIPPED, shipped))
    yield ratio("the shipped pack with its quotes: load", SHIPPED, ours, bare)


def _takes(pack: Path, files: list[Path]) -> list[Callable[[], float]]:
    return [partial(_clean, partial(_load, pack)), partial(_clean, partial(_parse, files))]


def _clean(action: Callable[[], object]) -> float:
    """Seconds of an action that finds no garbage of the one before."""
    gc.collect()
    return seconds(action)


def _load(path: Path) -> None:
    if load(path).pack is None:
        raise AssertionError(f"{path} cannot be played")


def _parse(files: list[Path]) -> None:
    for file in files:
        tomllib.loads(file.read_text(encoding="utf-8"))
