"""Whose save a file is, without reading what happened in it."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.saves.blocks import END, Piece
from quizgame.saves.formats import FORMATS, Formats
from quizgame.saves.notices import Notices
from quizgame.saves.reading import load, read, record_in
from quizgame.saves.records import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAMED = b'\nkey = "name"\n'


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose save it is."""

    id: str
    name: str


def glance(path: Path, formats: Formats = FORMATS) -> Owner:
    """The id and the present name, as `read` gives them.

    Raises:
        UnreadableSave: it is no save, or cannot be opened.
    """
    data, head = load(path, formats)
    if head.format != formats.current:
        return Owner(head.id, read(path, formats).name)
    for piece in _names_from_the_end(data):
        record = record_in(piece, head, formats, Notices(data), {})
        if isinstance(record, Setting) and record.key == "name" and isinstance(record.value, str):
            return Owner(head.id, record.value)
    return Owner(head.id, head.name)


def _names_from_the_end(data: bytes) -> Iterator[Piece]:
    """The sound blocks with the line that gives a name; no value can look like that line."""
    at = len(data)
    while (at := data.rfind(_NAMED, 0, at)) >= 0:
        start = data.rfind(b"\n[[", 0, at) + 1
        end = END.search(data, at)
        if start and end and zlib.crc32(data[start : end.start()]) == int(end[1], 16):
            yield Piece(start, data[start : end.start()], "sound")
