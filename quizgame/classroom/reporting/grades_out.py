"""The grade sheet as a table for spreadsheets: a row a student, two columns a session."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from quizgame.exchange.cells import guard
from quizgame.insight.classes.grades import columns
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quizgame.insight.classes.grades import Column
    from quizgame.insight.classes.report import Report
    from quizgame.insight.classes.students import StudentResult

SELF_REPORTED = "self-reported"


def table(made: Report) -> str:
    """The whole table with a line of headings, without the byte-order mark.

    Cells are empty where somebody was not there, or had been sent out. Text that a spreadsheet
    would calculate, and what no terminal may get, is made harmless.
    """
    every = columns(made.sources)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    named = [column.session or SELF_REPORTED for column in every]
    heads = [f"{name} {what}" for name in named for what in ("right", "asked")]
    _write(writer.writerow, ["student", "listed", *heads, "right", "asked", "share"])
    for one in made.students:
        _write(writer.writerow, [one.name, _listed(made, one), *_cells(one, every), *_total(one)])
    return out.getvalue()


def _write(row: Callable[[Sequence[str]], object], cells: Sequence[str]) -> None:
    row([guard(UNICODE.line(cell)) for cell in cells])


def _listed(made: Report, one: StudentResult) -> str:
    return str(int(one.listed)) if made.matched else ""


def _cells(one: StudentResult, every: Sequence[Column]) -> Iterator[str]:
    for column in every:
        found = column.of(one)
        yield from (str(found.right), str(found.answers)) if found else ("", "")


def _total(one: StudentResult) -> tuple[str, str, str]:
    share = "" if one.score.share is None else f"{one.score.share:.4f}"
    return str(one.score.right), str(one.score.answers), share
