"""The head of a save: its format, and whose journal it is."""

from __future__ import annotations

import os
import tomllib
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quizgame.saves.blocks import END, close, dump, in_whole_minutes
from quizgame.saves.errors import NewerSave, UnreadableSave
from quizgame.saves.formats import FORMATS, Formats

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 64 * 1024
"""A head that is longer than this is none."""

_BOM = b"\xef\xbb\xbf"
_INTRODUCTION = b"""\
# A player's journal of "Confirmed or Alleged?". Blocks are only ever added at the end.
# `end` is the CRC-32 of the lines above it; a block that is changed by hand no longer counts.
"""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says.

    Attributes:
        id: tells the journal from every other; empty if somebody took it out.
        length: where the blocks begin, in bytes.
        changed: whether it was changed by hand.
    """

    format: int
    id: str
    name: str
    created: datetime | None
    length: int
    changed: bool


def new_head(name: str, created: datetime, ident: str = "", formats: Formats = FORMATS) -> bytes:
    """The bytes of a head; without `ident` it gets a new id."""
    player = {
        "id": ident or os.urandom(6).hex(),
        "name": name,
        "created": in_whole_minutes(created),
    }
    return close(_INTRODUCTION + dump({"format": formats.current, "player": player}))


def read_head(data: bytes, path: Path, formats: Formats = FORMATS) -> Head:
    """The head of a save.

    Args:
        data: the beginning of the file; `LIMIT` bytes of it are enough.
        path: the file, for messages.
        formats: the formats that are understood.

    Raises:
        UnreadableSave: there is no head, or it makes no sense.
        NewerSave: its format is not known yet.
    """
    body, end = _cut(data, path)
    table = _table(body, path)
    number, player = table.get("format"), table.get("player")
    if type(number) is int and number > formats.current:
        raise newer(path, number, formats)
    if type(number) is not int or not isinstance(player, dict):
        raise unreadable(path, "it does not begin like a save, with a format and a player")
    if not formats.knows(number):
        raise unreadable(path, f"no version ever wrote format {number}")
    _, player = formats.lift("player", player, number)
    ident, name, created = (player.get(key) for key in ("id", "name", "created"))
    return Head(
        format=number,
        id=ident if isinstance(ident, str) else "",
        name=name if isinstance(name, str) else "",
        created=created if isinstance(created, datetime) and created.tzinfo else None,
        length=end,
        changed=not table.get("sound"),
    )


def _cut(data: bytes, path: Path) -> tuple[bytes, int]:
    """The head's bytes without a byte-order mark, and where the blocks begin."""
    closed = END.search(data)
    opened = data.find(b"\n[[")
    if closed and (opened < 0 or closed.end() <= opened):
        end = closed.end() + (data[closed.end() : closed.end() + 1] == b"\n")
    elif opened >= 0:
        end = opened + 1
    elif len(data) < LIMIT:
        end = len(data)
    else:
        raise unreadable(path, "it does not begin like a save")
    return data[:end].removeprefix(_BOM), end


def _table(body: bytes, path: Path) -> dict[str, object]:
    body = body.replace(b"\r\n", b"\n")
    try:
        table: dict[str, object] = tomllib.loads(body.decode())
    except (ValueError, RecursionError):
        raise unreadable(path, "its first lines are not what a save begins with") from None
    closed = END.search(body)
    table["sound"] = not closed or zlib.crc32(body[: closed.start()]) == int(closed[1], 16)
    return table


def unreadable(path: Path, why: str) -> UnreadableSave:
    """The error for a file that is no save."""
    return UnreadableSave(
        "This save cannot be read",
        f"{path}: {why}.",
        "It is left as it is. Mend its first lines, or move it out of the folder.",
    )


def newer(path: Path, number: int, formats: Formats) -> NewerSave:
    """The error for a file from a later version."""
    return NewerSave(
        "This save is from a later version of the game",
        f"{path} has format {number}; this version knows formats up to {formats.current}.",
        "Update quizgame and open it again. The file is left as it is.",
    )
