"""The formats that go out and come in. A new one is a file here and a line in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgame.exchange import worksheet_html, worksheet_markdown
from quizgame.exchange.anki import notes
from quizgame.exchange.csv_in import read_csv
from quizgame.exchange.csv_out import table
from quizgame.exchange.gift_in import read_gift
from quizgame.exchange.gift_out import gift
from quizgame.exchange.worksheet import versions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizgame.exchange.exercises import Book
    from quizgame.exchange.incoming import Intake


class Sheets(NamedTuple):
    """How a worksheet is printed: how many versions, and what their order follows from."""

    versions: int = 1
    seed: int = 0


def worksheet(book: Book, path: Path, sheets: Sheets) -> dict[Path, str]:
    """The handouts, and beside them the key; the name ends in one of `SHEETS`."""
    style = SHEETS[path.suffix.lower()]
    printed = versions(book, sheets.versions, sheets.seed)
    beside = path.with_name(f"{path.stem}-key{path.suffix}")
    return {path: style.handouts(book, printed), beside: style.key(book, printed)}


SHEETS = {
    ".html": worksheet_html,
    ".htm": worksheet_html,
    ".md": worksheet_markdown,
    ".markdown": worksheet_markdown,
}
"""How a worksheet is set, by the end of its name."""

OUT: dict[str, Callable[[Book, Path, Sheets], dict[Path, str]]] = {
    "gift": lambda book, path, _: {path: gift(book)},
    "anki": lambda book, path, _: {path: notes(book)},
    "csv": lambda book, path, _: {path: table(book)},
    "worksheet": worksheet,
}
"""From exercises and the name of a file to files and their texts."""

IN: dict[str, Callable[[str, str], Intake]] = {"gift": read_gift, "csv": read_csv}
"""From the text of a file and its name to what was taken in."""

ENDINGS = {".gift": "gift", ".txt": "gift", ".csv": "csv", ".tsv": "csv"}
"""What a file is taken for by its name."""
