"""Exercises as a table, one a row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from quizgame.exchange.cells import guard
from quizgame.exchange.incoming import MOST_WRONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.exchange.exercises import Book, Exercise

PASSAGES = 2
"""How many passages an exercise shows at most."""

_OPTION = ("", "_because", "_id")
_PASSAGE = ("quote", "outlet", "date", "wording", "means")
OPTIONS = ("answer", *(f"wrong_{n}" for n in range(1, MOST_WRONG + 1)))
COLUMNS = (
    "id", "ask",
    *(f"{option}{part}" for option in OPTIONS for part in _OPTION),
    "why", "tags",
    *(f"{part}_{n}" for n in range(1, PASSAGES + 1) for part in _PASSAGE),
)  # fmt: skip


def table(book: Book) -> str:
    """The whole file, with a line of headings."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for exercise in book.exercises:
        row = dict(_row(exercise))
        writer.writerow([guard(row.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def _row(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield from (("id", exercise.id), ("ask", exercise.ask), ("why", exercise.why))
    yield "tags", "\n".join(exercise.tags)
    for name, option in zip(OPTIONS, (exercise.right, *exercise.wrong), strict=False):
        values = (option.text, option.feedback, option.id)
        yield from ((f"{name}{part}", value) for part, value in zip(_OPTION, values, strict=True))
    for number, shown in enumerate(exercise.evidence, 1):
        parts = (shown.text, shown.outlet, shown.dated, shown.wording, shown.means)
        yield from ((f"{part}_{number}", p) for part, p in zip(_PASSAGE, parts, strict=True))
