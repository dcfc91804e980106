"""Commands without a screen: what they import, and how fast the shortest one is."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.measure import ROOT, Result, environment, game, ratio, seconds, turns
from quizgame.commands import COMMANDS, WITH_A_SCREEN

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 3.0
_LOADS = """
import sys
from quizgame.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
sys.exit(any(name.partition(".")[0] == "textual" for name in sys.modules))
"""


def run(rounds: int) -> Iterator[Result]:
    with TemporaryDirectory() as given:
        run = partial(subprocess.run, cwd=ROOT, env=environment(Path(given)), capture_output=True)
        ours, bare = turns(
            rounds * 3,
            lambda: seconds(partial(run, game("--version"), check=True)),
            lambda: seconds(partial(run, [sys.executable, "-c", "pass"], check=True)),
        )
        yield ratio("--version", VERSION, ours, bare)
        tried = [["--version"], ["--help"], *_without_a_screen(), ["no-such-command"]]
        loads = [args for args in tried if run([sys.executable, "-c", _LOADS, *args]).returncode]
    how = f"{len(tried)} commands tried" + "".join(f"; loads it: {' '.join(a)}" for a in loads)
    yield Result("commands without a screen that load Textual", 0, len(loads), "commands", how)


def _without_a_screen() -> Iterator[list[str]]:
    for name in COMMANDS:
        yield [name, "--help"]
        if name not in WITH_A_SCREEN:
            yield from ([name], [name, "--json"])
    # Without a terminal it only says so.
    yield ["play"]
