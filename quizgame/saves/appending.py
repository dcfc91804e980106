"""Adding to a save, so that it is on the disk before anybody says "saved"."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from quizgame.saves import blocks, disk
from quizgame.saves.formats import FORMATS, Formats
from quizgame.saves.head import LIMIT, Head, read_head, unreadable
from quizgame.saves.locks import WAIT, locked
from quizgame.saves.names import torn_name
from quizgame.saves.refusals import moved, telling
from quizgame.saves.tables import to_table

if TYPE_CHECKING:
    from pathlib import Path

    from quizgame.saves.formats import Table
    from quizgame.saves.records import Record

_TAIL = 4096


def append(
    path: Path,
    record: Record,
    *,
    player: str = "",
    formats: Formats = FORMATS,
    wait: float = WAIT,
) -> None:
    """Write a record; it is on the disk when this returns. Blocks: call it off the event loop.

    It takes as long for a long journal as for a new one.

    Args:
        path: the save, which must exist.
        record: what to add.
        player: the `Save.id` that is meant; another player's journal at this path is not touched.
        formats: the formats that are understood.
        wait: seconds to wait while another program is writing.

    Raises:
        NotSaved: why, and what to do; every record that was there is still there.
        ValueError: the record's time has no offset.
    """
    kind, table = to_table(record)
    with telling(path), locked(path, wait):
        add_block(path, kind, table, player=player, formats=formats)


def add_block(
    path: Path, kind: str, table: Table, *, player: str = "", formats: Formats = FORMATS
) -> None:
    """Add a block to a save whose lock is held.

    Raises:
        OSError: it could not be written.
        UnreadableSave: the file is not one that this version may add to.
        NotSaved: the journal at this path is another player's.
    """
    fd = os.open(path, os.O_RDWR | os.O_APPEND | disk.BINARY)
    try:
        head = _head_of(fd, path, formats)
        if player and head.id and head.id != player:
            raise moved(path)
        if head.format != formats.current:
            table = {"format": formats.current, **table}
        _set_torn_aside(fd, path, head.length)
        disk.add(fd, blocks.encode(kind, table))
    finally:
        os.close(fd)


def _head_of(fd: int, path: Path, formats: Formats) -> Head:
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        raise unreadable(path, "it is not a file")
    # Nearly every head is shorter than the first look.
    begin = disk.read_at(fd, 0, 1024)
    if b"\n[[" not in begin:
        begin += disk.read_at(fd, len(begin), LIMIT - len(begin))
    return read_head(begin, path, formats)


def _set_torn_aside(fd: int, path: Path, head_length: int) -> None:
    """Move what an interrupted writer left behind the last block to `<file>.torn`."""
    size = os.fstat(fd).st_size
    whole = _whole_length(fd, head_length, size)
    if whole < size:
        torn = disk.read_at(fd, whole, size - whole)
        disk.add_to(path.with_name(torn_name(path.name)), torn)
        os.ftruncate(fd, whole)


def _whole_length(fd: int, head_length: int, size: int) -> int:
    """How many bytes belong to the head and to closed blocks, found from the file's end."""
    if size == head_length:
        return size
    reach = _TAIL
    while True:
        # Searched from its second byte, so that a line's beginning can be told from its middle.
        begin = max(size - reach, head_length - 1)
        tail = disk.read_at(fd, begin, size - begin)
        ends = [end.end() for end in blocks.END.finditer(tail, 1)]
        if ends or begin == head_length - 1:
            break
        reach *= 4
    closed = ends[-1] if ends else 0
    rest = tail[closed:]
    silent = blocks.silence(rest)
    if silent == len(rest):
        return size
    # Comments stay, and the newline of the last line that does; blank lines go with what follows.
    return begin + closed + len(rest[:silent].rstrip()) + 1
