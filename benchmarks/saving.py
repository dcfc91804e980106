"""Saving one answer, with and without a long history."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import samples
from benchmarks.measure import ROOT, Result, Skip, environment, ms, seconds, turns
from quizgame.saves import blocks, tables
from quizgame.saves.appending import append
from quizgame.saves.records import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

EQUAL = 1.2
_SAVES = 500
_CALLS = "write,pwrite64,writev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,unlink"
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)", re.MULTILINE)
_APPEND = """
import sys
from pathlib import Path
from benchmarks import samples
from benchmarks.saving import an_answer
from quizgame.saves.appending import append
record = an_answer()
append(Path(sys.argv[1]), record)
sys.stdout.write("saved")
sys.stdout.flush()
"""


def run(rounds: int) -> Iterator[Result]:
    # Where saves are: a folder for temporary files may be in memory, where flushing costs nothing.
    with TemporaryDirectory(dir=ROOT / "saves") as given:
        empty = samples.save(Path(given, "empty"), 0)
        full = samples.save(Path(given, "full"), samples.MANY)
        record = an_answer()
        short, long = turns(
            _SAVES if rounds > 5 else _SAVES // 5,
            partial(seconds, partial(append, empty, record)),
            partial(seconds, partial(append, full, record)),
        )
        yield _equal(short, long)
        size = full.stat().st_size
        append(full, record)
        block = len(blocks.encode(*tables.to_table(record)))
        written = full.stat().st_size - size
        how = f"{written} bytes written, {block} in its block"
        yield Result("saving an answer: bytes beside its block", 0, written - block, "bytes", how)
        yield _order(full, Path(given), block)


def an_answer() -> Answer:
    """One answer as the game would keep it."""
    record = next(r for r in samples.records(1) if isinstance(r, Answer))
    return replace(record, session="benchmark")


def _equal(short: list[float], long: list[float]) -> Result:
    a, b = median(long), median(short)
    how = f"{ms(a)} with 10,000 answers, {ms(b)} with none; medians of {len(long)}"
    return Result("saving an answer: long against empty history", EQUAL, max(a / b, b / a), how=how)


def _order(save: Path, folder: Path, block: int) -> Result:
    """What the system is asked for, in order: write the block, flush it, only then say so."""
    promise = "saving an answer: steps besides write, fsync, saved"
    strace = shutil.which("strace")
    if not strace:
        raise Skip("strace is not installed")
    log = folder / "log"
    watch = [strace, "-f", "-y", "-o", str(log), "-e", f"trace={_CALLS}"]
    command = [*watch, sys.executable, "-c", _APPEND, str(save)]
    done = subprocess.run(command, cwd=ROOT, env=environment(folder), capture_output=True)
    if done.stdout != b"saved":
        raise Skip("strace may not trace here")
    steps = [
        (call, int(result))
        for call, args, result in _CALL.findall(log.read_text(encoding="utf-8"))
        if str(folder) in args or args.startswith("1<")
    ]
    expected = [("write", block), ("fsync", 0), ("write", len("saved"))]
    wrong = 0 if steps == expected else max(1, abs(len(steps) - len(expected)))
    return Result(promise, 0, wrong, "steps", " → ".join(f"{call} {n}" for call, n in steps))
