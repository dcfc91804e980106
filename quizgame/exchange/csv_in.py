"""A table as exercises, one a row. The columns are told by the headings, in any order."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError
from quizgame.exchange.cells import unguard
from quizgame.exchange.csv_out import COLUMNS, OPTIONS, PASSAGES
from quizgame.exchange.exercises import WORDINGS, Evidence, Exercise, Option
from quizgame.exchange.incoming import Intake

if TYPE_CHECKING:
    from collections.abc import Iterator

SET = "set"
"""The column that puts an exercise into a set of this title."""

_SAME = {
    **{column.replace("_", " "): column for column in (*COLUMNS, SET)},
    "question": "ask", "question text": "ask", "stem": "ask",
    "correct": "answer", "correct answer": "answer", "right": "answer", "key": "answer",
    "explanation": "why", "feedback": "why", "reason": "why",
    "tag": "tags", "quote": "quote_1", "outlet": "outlet_1", "source": "outlet_1",
    "date": "date_1", "name": "id", "title": "id", "category": SET,
}  # fmt: skip
_WRONG = re.compile(r"(?:wrong|incorrect|distractor)(?: answer)? ?(\d?)( because| id|)")
_NEEDED = ("ask", "answer", "wrong_1")
_SEPARATORS = ",;\t"


def read_csv(source: str, file: str) -> Intake:
    """The exercises of a table.

    Args:
        source: the file's text.
        file: what places are named after.

    Raises:
        QuizgameError: it is no table with the headings that are needed.
    """
    intake = Intake()
    rows = _rows(source, file)
    _, first = next(rows, (1, []))
    headings = _headings(first)
    missing = [name for name in _NEEDED if name not in headings]
    if missing:
        raise QuizgameError(
            "This table has no questions",
            f"{file}:1: there is no column `{missing[0]}`.",
            "The first line names the columns: at least `ask`, `answer` and `wrong_1`.",
        )
    unknown: Counter[int] = Counter()
    for line, cells in rows:
        row = {name: unguard(cell) for name, cell in zip(headings, cells, strict=False) if name}
        beyond = len(cells) - len(headings)
        known = [*headings, *[""] * beyond]
        unknown.update(n for n, cell in enumerate(cells) if cell.strip() and not known[n])
        intake.take(_exercise(row), f"{file}:{line}", row.get(SET, ""))
    for number, count in sorted(unknown.items()):
        name = f"`{first[number]}`" if number < len(first) else f"number {number + 1}"
        lost = "1 cell" if count == 1 else f"{count} cells"
        twice = number < len(first) and _heading(first[number])
        why = "is there twice" if twice else "is not known"
        intake.lose(f"{file}:1", f"the column {name} {why}: {lost} left out")
    return intake


def _rows(source: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that has a cell with something in it, and the line on which it begins."""
    first = source.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(source, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise QuizgameError(
            "This table cannot be read",
            f"{file}:{reader.line_num}: {error}.",
            'Save it once more as CSV; a cell with a quotation mark stands in "…".',
        ) from None


def _headings(cells: list[str]) -> list[str]:
    """The column that each heading means; empty where it is unknown, or was there before."""
    names = [_heading(cell) for cell in cells]
    return [name if name not in names[:n] else "" for n, name in enumerate(names)]


def _heading(cell: str) -> str:
    """The column that is meant; empty for an unknown one."""
    name = " ".join(re.split(r"[\s_-]+", cell.strip().casefold()))
    if found := _WRONG.fullmatch(name):
        name = f"wrong {found[1] or 1}{found[2]}"
    return _SAME.get(name, "")


def _exercise(row: dict[str, str]) -> Exercise:
    options = [
        Option(text, row.get(f"{name}_because", ""), row.get(f"{name}_id", ""))
        for name in OPTIONS
        if (text := row.get(name, "")).strip() or name == "answer"
    ]
    tags = re.split(r"\n|,\s*", row.get("tags", ""))
    return Exercise(
        id=row.get("id", ""),
        ask=row.get("ask", ""),
        options=tuple(options),
        evidence=tuple(_evidence(row)),
        why=row.get("why", ""),
        tags=tuple(tag for tag in tags if tag.strip()),
    )


def _evidence(row: dict[str, str]) -> Iterator[Evidence]:
    for number in range(1, PASSAGES + 1):
        text, outlet, date, wording, means = (
            row.get(f"{part}_{number}", "")
            for part in ("quote", "outlet", "date", "wording", "means")
        )
        if text.strip():
            known = WORDINGS.get(wording, "original")
            yield Evidence(text, outlet or "Source not named", date, known, means)
