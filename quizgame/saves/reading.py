"""Reading a save. Nothing here writes: what is damaged is passed over and told."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from quizgame.saves import blocks, tables
from quizgame.saves.formats import FORMATS, Formats
from quizgame.saves.head import LIMIT, Head, read_head, unreadable
from quizgame.saves.notices import Notices
from quizgame.saves.records import Record, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

_READINGS = 10
"""More than this only happens while somebody dies again and again; then the last one is used."""


@dataclass(frozen=True, slots=True)
class Save:
    """What a player's file says.

    Attributes:
        id: tells this journal from another that later takes its place; pass it to `append`.
        name: empty for a player who has not given one.
        records: in the order of the file.
        settings: for each key the last value.
        notices: sentences for the player: what was passed over, where, and why.
    """

    path: Path
    id: str
    name: str
    created: datetime | None
    records: tuple[Record, ...]
    settings: Mapping[str, str | int | bool]
    notices: tuple[str, ...]


def read(path: Path, formats: Formats = FORMATS) -> Save:
    """Everything in the save that can be used.

    Raises:
        UnreadableSave: it is no save, or cannot be opened.
        NewerSave: a later version began it.
    """
    data, head = load(path, formats)
    notices = Notices(data)
    if head.changed:
        notices.changed_head()
    records = tuple(_records(data, head, formats, notices))
    settings = {entry.key: entry.value for entry in records if isinstance(entry, Setting)}
    return Save(
        path=path,
        id=head.id,
        name=_name(settings, head),
        created=head.created,
        records=records,
        settings=settings,
        notices=notices.told(),
    )


def _name(settings: Mapping[str, str | int | bool], head: Head) -> str:
    name = settings.get("name")
    return name if isinstance(name, str) else head.name


def load(path: Path, formats: Formats = FORMATS) -> tuple[bytes, Head]:
    """The file's bytes, with newlines as the checksums know them, and its head.

    Raises:
        UnreadableSave: it is no save, or cannot be opened.
    """
    try:
        # Something else than a file can make whoever opens it wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise unreadable(path, "it is not a file")
        with path.open("rb") as file:
            read_head(file.read(LIMIT), path, formats)
            data = _steady(file)
    except OSError as error:
        raise unreadable(path, f"it cannot be opened ({error.strerror or error})") from error
    if b"\r\n" in data:
        data = data.replace(b"\r\n", b"\n")
    return data, read_head(data[:LIMIT], path, formats)


def _steady(file: BinaryIO) -> bytes:
    """All bytes of a save, whose torn end a writer may be repairing meanwhile.

    One reading could join what stood there before to what stands there after; what it read is taken
    as soon as the next reading agrees that the file has only grown.
    """
    data = b""
    for _ in range(_READINGS):
        file.seek(0)
        before, data = data, file.read()
        if before and data.startswith(before):
            break
    return data


def _records(data: bytes, head: Head, formats: Formats, notices: Notices) -> Iterator[Record]:
    shared: dict[str, str] = {}
    # The head's last newline is looked at too: a block begins behind one.
    for piece in blocks.split(data, max(head.length - 1, 0)):
        if piece.state != "sound":
            notices.unsound(piece)
        elif record := record_in(piece, head, formats, notices, shared):
            yield record


def record_in(
    piece: blocks.Piece, head: Head, formats: Formats, notices: Notices, shared: dict[str, str]
) -> Record | None:
    """The record that a sound block holds; None, and a notice, if it holds none for us."""
    parsed = blocks.parse(piece.body)
    if not parsed:
        notices.unsound(piece)
        return None
    kind, table = parsed
    written_in = table.get("format", head.format)
    if type(written_in) is not int or not formats.knows(written_in):
        notices.later_format()
        return None
    if written_in != formats.current:
        kind, table = formats.lift(kind, table, written_in)
    if not tables.known(kind):
        notices.unknown_kind(kind)
        return None
    record = tables.to_record(kind, table, shared)
    if not record:
        notices.unsound(piece)
    return record
