"""The blocks of a save as bytes: how one is written, and how they are told apart again.

A block is a `[[kind]]` line, `key = value` lines, and the line `end = "<8 hex digits>"`: the CRC-32
of the block's bytes from its first bracket up to, not including, its `end` line. No value runs
over a line that could be taken for a `[[kind]]` or an `end` line, and a block has no tables of its
own. A blank line comes before each block, so that a block also ends a line that lost its newline.
Only the `end` line closes a block; what follows the last one was never acknowledged.
"""

from __future__ import annotations

import re
import tomllib
import zlib
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from quizgame.saves.formats import Table

END = re.compile(rb'^end = "([0-9a-f]{8})"[ \t\r]*$', re.MULTILINE)
_KIND = re.compile(rb"\[\[([a-z_]{1,32})\]\][ \t]*\n")
# Lines that say nothing: left where they are, and not worth a notice.
_SILENT = re.compile(rb"(?:[ \t\r]*(?:#[^\n]*)?(?:\n|\Z))*")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Piece(NamedTuple):
    """A part of a save.

    Attributes:
        at: where it begins.
        body: its bytes, without the `end` line.
        state: `torn` is what follows the last `end` line.
    """

    at: int
    body: bytes
    state: Literal["sound", "damaged", "torn"]


def close(body: bytes) -> bytes:
    """The bytes with the `end` line that belongs to them."""
    return b'%send = "%08x"\n' % (body, zlib.crc32(body))


def dump(table: Mapping[str, object]) -> bytes:
    """A table as TOML, one line a value. A lone surrogate, which no file can hold, becomes `�`."""
    # 3 ms, and only what is written needs it.
    import tomli_w

    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", tomli_w.dumps(table)).encode()


def encode(kind: str, table: Mapping[str, object]) -> bytes:
    """A whole block, with the blank line before it."""
    return b"\n" + close(b"[[%s]]\n%s" % (kind.encode(), dump(table)))


def in_whole_minutes(at: datetime) -> datetime:
    """The same moment with an offset that TOML can write.

    Raises:
        ValueError: the time has no offset.
    """
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("a record needs the time with its offset from UTC")
    if not offset.seconds % 60 and not offset.microseconds:
        return at
    from datetime import UTC

    return at.astimezone(UTC)


def says_nothing(data: bytes) -> bool:
    """Whether these bytes are blank lines and comments only."""
    return silence(data) == len(data)


def silence(data: bytes) -> int:
    """How many bytes the blank lines and comments at the beginning take."""
    found = _SILENT.match(data)
    return found.end() if found else 0


def split(data: bytes, begin: int) -> Iterator[Piece]:
    """The pieces of a save that follow its head, in order; `data` has no carriage returns."""
    for end in END.finditer(data, begin):
        start = data.rfind(b"\n[[", begin, end.start()) + 1
        gap = data[begin : start or end.start()]
        if not gap.isspace() and not says_nothing(gap):
            yield Piece(begin + silence(gap), gap, "damaged")
        if start:
            body = data[start : end.start()]
            sound = zlib.crc32(body) == int(end[1], 16)
            yield Piece(start, body, "sound" if sound else "damaged")
        begin = end.end()
    if not says_nothing(data[begin:]):
        yield Piece(begin + silence(data[begin:]), data[begin:], "torn")


def parse(body: bytes) -> tuple[str, Table] | None:
    """A sound block's kind and table; None if it is none that this game could have written."""
    kind = _KIND.match(body)
    if not kind:
        return None
    name = kind[1].decode()
    try:
        # Without its first line it is a plain table, which is quicker to parse.
        return name, tomllib.loads(body[kind.end() :].decode())
    except (ValueError, RecursionError):
        return None
