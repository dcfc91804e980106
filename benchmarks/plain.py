"""The line mode: how soon the first prompt stands there, against a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.measure import ROOT, environment, game, ratio, seconds, turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.measure import Result

FIRST_PROMPT = 8.0
_PROMPT = b"Enter begins: "


def run(rounds: int) -> Iterator[Result]:
    with TemporaryDirectory() as given:
        env = environment(Path(given))
        ours, bare = turns(
            rounds * 3,
            lambda: seconds(partial(_first_prompt, env)),
            lambda: seconds(
                partial(subprocess.run, [sys.executable, "-c", "pass"], check=True, env=env)
            ),
        )
    yield ratio("play --plain: first prompt", FIRST_PROMPT, ours, bare)


def _first_prompt(env: dict[str, str]) -> None:
    with subprocess.Popen(
        game("play", "--plain"),
        cwd=ROOT,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        assert running.stdout
        seen = b""
        while not seen.endswith(_PROMPT):
            seen += running.stdout.read1(65536)
        running.kill()
