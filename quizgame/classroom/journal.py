"""The journal of a session on disk: one line of JSON an event, each with a check sum of its own.

`{"crc":"0f3a…","event":"Answered","t":12.5,…}`. The sum is the CRC-32 of everything behind it up
to the end of the line, so that a torn or damaged line is told from a whole one.
"""

from __future__ import annotations

import os
import re
import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from quizgame.classroom import events
from quizgame.classroom.errors import UnreadableJournal
from quizgame.classroom.events import Begun, Event
from quizgame.saves import disk
from quizgame.saves.errors import NotSaved
from quizgame.saves.refusals import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FORMAT = 1
"""Told in the first line. A journal of a later format is refused."""

_LINE = re.compile(rb'\{"crc":"([0-9a-f]{8})",("event":"(\w+)",(?:"format":(\d+),)?.*\})\Z')
_PROBE = 4096
_UNUSABLE = "The journal cannot be used"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a journal holds.

    Attributes:
        damaged: the numbers of the lines, from 1, that cannot be read and are left out.
        whole: how many bytes there are up to the end of the last whole line.
        size: how many bytes there are.
    """

    events: tuple[Event, ...]
    damaged: tuple[int, ...]
    whole: int
    size: int


def encode(event: Event) -> bytes:
    """The line of an event, with its line end."""
    name = type(event).__name__
    begin = f'"event":"{name}",' + (f'"format":{FORMAT},' if isinstance(event, Begun) else "")
    body = begin.encode() + to_json(event, inf_nan_mode="strings")[1:]
    return b'{"crc":"%08x",%s\n' % (zlib.crc32(body), body)


@cache
def _adapter(name: str) -> TypeAdapter[Event] | None:
    kind = getattr(events, name, None)
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event:
        return TypeAdapter(kind)
    return None


def decode(line: bytes) -> Event | None:
    """The event of a line without its line end; None if the line is torn or damaged.

    Raises:
        UnreadableJournal: the line is whole, but a later version wrote it.
    """
    found = _LINE.match(line)
    if not found or zlib.crc32(found[2]) != int(found[1], 16):
        return None
    adapter = _adapter(found[3].decode())
    if adapter is None or int(found[4] or 1) > FORMAT:
        raise _newer()
    try:
        return adapter.validate_json(b"{" + found[2])
    except ValidationError as error:
        raise _newer() from error


def _newer() -> UnreadableJournal:
    message = "A later version of the game has written it."
    return UnreadableJournal(_UNUSABLE, message, "Install that version, or a newer one.")


def load(path: Path) -> Kept:
    """Everything that can be read of a journal, which is not changed.

    Raises:
        UnreadableJournal: it is missing, its first line cannot be read, or it is of a later format.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableJournal(
            _UNUSABLE, f"{path} cannot be read ({error.strerror}).", "Look whether it was moved."
        ) from error
    kept: list[Event] = []
    bad: list[int] = []
    end = whole = 0
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        end += len(line) + 1
        event = decode(line)
        if event is None:
            bad.append(number)
            continue
        kept.append(event)
        whole = end
        last_whole = number
    if not kept or not isinstance(kept[0], Begun) or bad[:1] == [1]:
        hint = "A session begins with its first line. Restore the file, or begin a new session."
        raise UnreadableJournal(_UNUSABLE, f"The first line of {path} cannot be read.", hint)
    damaged = tuple(number for number in bad if number < last_whole)
    return Kept(tuple(kept), damaged, whole, len(data))


def read(path: Path) -> list[Event]:
    """The events of a journal; a torn end, and lines that are damaged, are left out.

    Raises:
        UnreadableJournal: it cannot be used at all.
    """
    return list(load(path).events)


def mend(path: Path) -> Kept:
    """Puts a torn end aside, into `<journal>.torn`, and tells what the journal holds.

    Hold the session's lock.

    Raises:
        UnreadableJournal: it cannot be used at all; nothing is changed.
        NotSaved: the torn end cannot be put aside.
    """
    kept = load(path)
    if kept.whole < kept.size:
        with telling(path):
            fd = os.open(path, os.O_RDWR | disk.BINARY)
            try:
                torn = disk.read_at(fd, kept.whole, kept.size - kept.whole)
                disk.add_to(path.with_name(f"{path.name}.torn"), torn)
                os.ftruncate(fd, kept.whole)
                disk.flush(fd)
            finally:
                os.close(fd)
    return kept


def _sync(fd: int) -> None:
    """Waits until the file's bytes and its length are on the disk; its times need not be."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(fd)
    else:
        disk.flush(fd)


class Journal:
    """A journal that is added to. One hub at a time: hold the session's lock."""

    def __init__(self, path: Path, sync: Callable[[int], None] = _sync) -> None:
        """Opens the journal, which is made if it is missing.

        Raises:
            NotSaved: it cannot be opened.
        """
        self._path = path
        self._sync = sync
        with telling(path):
            how = os.O_RDWR | os.O_CREAT | os.O_APPEND | disk.BINARY
            self._fd = os.open(path, how, 0o666)
            disk.flush_folder(path.parent)
        self._length = os.fstat(self._fd).st_size

    def append(self, group: Sequence[Event]) -> None:
        """Adds events; all of them are on the disk when this returns. Blocks.

        Raises:
            NotSaved: none of them is kept, and why.
        """
        data = b"".join(map(encode, group))
        with telling(self._path):
            size = os.fstat(self._fd).st_size
            if size < self._length or not self._is_there():
                # What is written to a file that was moved away is found by nobody.
                hint = "Put it back: the session goes on by itself."
                raise NotSaved("Not saved", f"{self._path} was moved or cut short.", hint)
            if size > self._length:
                # What an earlier failure left behind and could not take back.
                os.ftruncate(self._fd, self._length)
            disk.add(self._fd, data, self._sync)
        self._length += len(data)

    def probe(self) -> None:
        """Tries whether something could be added now, and takes it back. Blocks.

        Raises:
            NotSaved: it could not, and why.
        """
        with telling(self._path):
            disk.add(self._fd, b"\n" * _PROBE, self._sync)
            os.ftruncate(self._fd, self._length)

    def _is_there(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._fd), self._path.stat())
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Gives the file back."""
        os.close(self._fd)
