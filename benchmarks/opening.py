"""Opening a long save, against the parse of its TOML."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import samples
from benchmarks.measure import Result, ratio, seconds, turns
from quizgame.saves.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = 1.5


def run(rounds: int) -> Iterator[Result]:
    with TemporaryDirectory() as given:
        save = samples.save(Path(given), samples.MANY)
        ours, bare = turns(
            max(3, rounds // 3),
            partial(seconds, partial(read, save)),
            partial(seconds, partial(_parse, save)),
        )
    yield ratio("opening a save of 10,000 answers", OPENING, ours, bare)


def _parse(save: Path) -> None:
    tomllib.loads(save.read_text(encoding="utf-8"))
