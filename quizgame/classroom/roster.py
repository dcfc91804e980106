"""A teacher's list of students: a CSV with a name, and perhaps a team and extra time, a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom import roster_columns as columns
from quizgame.classroom.allowances import allowance
from quizgame.classroom.lesson import NAME_CELLS, Pupil
from quizgame.classroom.roster_file import rows, text_of
from quizgame.errors import QuizgameError, UsageError
from quizgame.exchange.cells import unguard
from quizgame.nicknames import clean_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quizgame.classroom.roster_columns import Columns
    from quizgame.classroom.roster_file import Row

MOST = 1000
"""The longest list that is taken."""

_NEEDED = "One student a line: name, team, extra time; the last two may be left out."


def load(path: Path) -> tuple[Pupil, ...]:
    """The students of a file.

    Raises:
        QuizgameError: it cannot be read, or what is wrong in which line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            "The list of students cannot be read",
            f"{path}: {error.strerror or error}.",
            "Name a CSV file after --roster.",
        ) from error
    return read(data, str(path))


def read(data: bytes, file: str) -> tuple[Pupil, ...]:
    """The students of a CSV, with or without a line of headings.

    Args:
        data: UTF-8, UTF-16 with its mark, or Windows-1252; comma, semicolon or tab.
        file: what places are named after.

    Raises:
        QuizgameError: what is wrong in which line.
    """
    listed = rows(text_of(data, file), file)
    if not listed:
        raise QuizgameError("The list of students is empty", f"{file} has no line.", _NEEDED)
    known, body = columns.split(listed, file)
    if not body:
        raise QuizgameError("The list of students is empty", f"{file}: headings alone.", _NEEDED)
    if len(body) > MOST:
        raise QuizgameError(
            "The list of students is too long",
            f"{file} has {len(body):,} students.",
            f"At most {MOST:,} are taken.",
        )
    pupils = [_pupil(row, known, file) for row in body]
    _expect_different(pupils, body, file)
    return tuple(pupils)


def _pupil(row: Row, known: Columns, file: str) -> Pupil:
    place = f"{file}:{row.line}"
    beyond = [cell for cell in row.cells[known.width :] if cell.strip()]
    if beyond:
        raise QuizgameError(
            "A line of the list has too many cells",
            f'{place}: "{beyond[0][:40]}" stands under no heading.',
            'A name with a comma in it stands in quotation marks: "Last, First".',
        )
    cells = [unguard(cell).strip() for cell in row.cells] + [""] * known.width
    return Pupil(
        name=_name(" ".join(cells[n] for n in known.name), place),
        team="" if known.team is None else _cleaned(cells[known.team], place, "team"),
        allowance=1.0 if known.time is None else _time(cells[known.time], place),
    )


def _name(raw: str, place: str) -> str:
    if not raw.strip():
        raise QuizgameError("A name is missing", f"{place}: the line has no name.", _NEEDED)
    return _cleaned(raw, place, "name")


def _cleaned(raw: str, place: str, what: str) -> str:
    if not raw:
        return ""
    try:
        return clean_name(raw, NAME_CELLS)
    except UsageError as error:
        raise QuizgameError(
            f"A {what} on the list cannot be used", f"{place}: {error.message}", error.hint
        ) from error


def _time(cell: str, place: str) -> float:
    try:
        return allowance(cell)
    except UsageError as error:
        raise QuizgameError(error.title, f"{place}: {error.message}", error.hint) from error


def _expect_different(pupils: Sequence[Pupil], body: Sequence[Row], file: str) -> None:
    lines: dict[str, int] = {}
    for pupil, row in zip(pupils, body, strict=True):
        first = lines.setdefault(pupil.name.casefold(), row.line)
        if first != row.line:
            raise QuizgameError(
                "A name is on the list twice",
                f"{file}:{row.line}: {pupil.name} stands in line {first} already.",
                "Add something that tells the two apart, such as a middle name.",
            )
