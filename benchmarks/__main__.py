"""Measures what DESIGN promises and prints a table: `python -m benchmarks [NAME…] [--quick]`.

Exit code: 0 if every promise that could be measured is met, else 1.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from importlib import import_module
from typing import TYPE_CHECKING

from benchmarks.measure import Result, Skip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUBJECTS = (
    "start",
    "keys",
    "widgets",
    "commands",
    "plain",
    "memory",
    "packs",
    "saving",
    "opening",
    "drafting",
    "classroom",
)
ROUNDS, QUICK = 9, 4
_ROW = "{:<52} {:>12} {:>12}  {:<7} {}"
_UNITS = {"x": " ×", "ms": " ms", "s": " s", "%": " %"}


def main() -> int:
    """Runs the subjects that were asked for, or all."""
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure what is promised.")
    parser.add_argument("subject", nargs="*", help=f"of {', '.join(SUBJECTS)}; default: all")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    args = parser.parse_args()
    if unknown := set(args.subject) - set(SUBJECTS):
        parser.error(f"no such subject: {', '.join(sorted(unknown))}")
    print(_ROW.format("promise", "at most", "measured", "", "how"))
    results = list(_shown(_run(args.subject or SUBJECTS, QUICK if args.quick else ROUNDS)))
    missed = sum(result.missed for result in results)
    print(f"\n{missed} missed." if missed else "\nEvery promise that was measured is met.")
    return 1 if missed else 0


def _run(subjects: Iterable[str], rounds: int) -> Iterator[Result]:
    for name in subjects:
        try:
            yield from import_module(f"benchmarks.{name}").run(rounds)
        except Skip as reason:
            yield Result(name, None, None, how=f"not measured: {reason}")


def _shown(results: Iterable[Result]) -> Iterator[Result]:
    for result in results:
        verdict = "MISSED" if result.missed else "met" if result.limit is not None else ""
        limit, measured = (_figure(value, result.unit) for value in (result.limit, result.measured))
        print(_ROW.format(result.promise, limit, measured, verdict, result.how), flush=True)
        yield result


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return (f"{value:.2f}" if unit in {"x", "s"} else f"{value:.0f}") + _UNITS.get(unit, "")


if __name__ == "__main__":
    sys.exit(main())
