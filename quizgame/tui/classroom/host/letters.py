"""Letters that the last row of a room can read: a join code, the seconds that are left.

The file beside this one holds their shapes, 8 columns by 7 rows: a line that names up to nine
letters, then seven rows, with two columns between the shapes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.text import Typography

COLUMNS, ROWS = 8, 7
GAP = 2
"""Columns between two letters, at the size in which they are drawn in the file."""

_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By their four bits: upper left, upper right, lower left, lower right."""


@cache
def shapes() -> dict[str, tuple[str, ...]]:
    """Every letter with its rows, of which each is `COLUMNS` long."""
    lines = (Path(__file__).parent / "letters.txt").read_text(encoding="ascii").splitlines()
    found = {}
    for top in range(0, len(lines), ROWS + 1):
        band = lines[top + 1 : top + 1 + ROWS]
        for place, letter in enumerate(lines[top]):
            begin = place * (COLUMNS + GAP)
            found[letter] = tuple(row[begin : begin + COLUMNS].ljust(COLUMNS) for row in band)
    return found


def large(text: str, columns: int, rows: int, type: Typography) -> list[str]:
    """The rows of a text in the largest letters that fit; plain and spaced where none do."""
    known = shapes()
    if not text or any(letter not in known for letter in text):
        return [text]
    dots = _joined([known[letter] for letter in text], GAP)
    for times in (2, 1):
        if len(dots[0]) * times <= columns and ROWS * times <= rows:
            return _filled(_magnified(dots, times), type)
    if len(dots[0]) // 2 <= columns:
        return _filled(_narrowed(dots), type) if type.ascii else _quartered(dots)
    return [" ".join(text)] if 2 * len(text) <= columns else [text]


def _joined(letters: Sequence[tuple[str, ...]], gap: int) -> list[str]:
    return [(" " * gap).join(rows) for rows in zip(*letters, strict=True)]


def _magnified(dots: Sequence[str], times: int) -> list[str]:
    wide = ["".join(dot * times for dot in row) for row in dots]
    return [row for row in wide for _ in range(times)]


def _narrowed(dots: Sequence[str]) -> list[str]:
    """Half as wide and as high as before, for signs that fill a whole cell only."""
    pairs = [[row[n : n + 2] for n in range(0, len(row), 2)] for row in dots]
    return ["".join("#" if "#" in pair else " " for pair in row) for row in pairs]


def _filled(dots: Sequence[str], type: Typography) -> list[str]:
    return [row.replace("#", type.block).rstrip() for row in dots]


def _quartered(dots: Sequence[str]) -> list[str]:
    """Half as wide and half as high: each cell holds four dots."""
    even = [*dots, " " * len(dots[0])]
    return [
        "".join(
            _QUADRANTS[_bits(upper[n : n + 2]) + 4 * _bits(lower[n : n + 2])]
            for n in range(0, len(upper), 2)
        ).rstrip()
        for upper, lower in zip(even[::2], even[1::2], strict=True)
    ]


def _bits(pair: str) -> int:
    return (pair[0] == "#") + 2 * (pair[1] == "#")
