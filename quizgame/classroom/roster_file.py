"""The text and the rows of a list of students, from whatever a spreadsheet has written."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass

from quizgame.errors import QuizgameError

_SEPARATORS = ",;\t"
# A line that Excel writes and obeys.
_NAMED = re.compile(r'"?sep=([,;\t])"?[,;\t ]*', re.IGNORECASE)
_LARGEST = 1 << 20
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_AS_CSV = "Save it as CSV (comma or semicolon separated) and name that file."


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the line on which it begins, from 1."""

    line: int
    cells: tuple[str, ...]


def text_of(data: bytes, file: str) -> str:
    """The text of a file, its line ends made one.

    Raises:
        QuizgameError: it is too large, a workbook, or no text.
    """
    if len(data) > _LARGEST:
        raise QuizgameError(
            "The list of students is too large", f"{file} has {len(data):,} bytes.", _AS_CSV
        )
    if data.startswith(_WORKBOOKS):
        raise QuizgameError("This is a workbook", f"{file} is no CSV.", _AS_CSV)
    text = _decoded(data)
    if text is None or "\0" in text:
        raise QuizgameError("This is no text", f"{file} cannot be read as a list.", _AS_CSV)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    # Excel without a choice writes the code page of western Windows.
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def rows(text: str, file: str) -> list[Row]:
    """The rows that have something in them.

    Raises:
        QuizgameError: quotation marks that do not fit, with the line.
    """
    before, separator = _separator(text)
    body = text.split("\n", before)[before]
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    found, line = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Row(before + line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise QuizgameError(
            "The list of students cannot be read",
            f"{file}:{before + reader.line_num}: {error}.",
            'A cell with a quotation mark in it stands in "…", with the mark doubled.',
        ) from None
    return found


def _separator(text: str) -> tuple[int, str]:
    """How many lines come before the rows, and what separates cells."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := _NAMED.fullmatch(line):
            return number, found[1]
        if line.strip():
            return 0, max(_SEPARATORS, key=_outside_quotes(line).count)
    return 0, _SEPARATORS[0]


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
