"""Lines that are heard while other things happen."""

from __future__ import annotations

import asyncio
import codecs
import os
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

_CHUNK = 4096
_LONGEST = 4096
"""What a line has beyond so many characters is not heard."""
_AHEAD = 1000
"""How many lines may wait to be asked for; the rest of a stream waits in the stream."""


class Ears:
    """Hears a stream in a thread of its own, which ends with the program."""

    def __init__(self, given: TextIO) -> None:
        """Ears that begin to hear at once; made in the loop that asks them."""
        self._loop = asyncio.get_running_loop()
        self._heard: asyncio.Queue[str | None] = asyncio.Queue()
        self._room = threading.Semaphore(_AHEAD)
        threading.Thread(target=self._listen, args=(given,), daemon=True).start()

    async def line(self) -> str | None:
        """The next line without its end; None when there is no other."""
        heard = await self._heard.get()
        if heard is None:
            # Whoever asks again hears the same.
            self._heard.put_nowait(None)
        else:
            self._room.release()
        return heard

    def forget(self) -> None:
        """Drops the lines that nobody has asked for."""
        for _ in range(self._heard.qsize()):
            if self._heard.get_nowait() is None:
                self._heard.put_nowait(None)
            else:
                self._room.release()

    def _listen(self, given: TextIO) -> None:
        for line in _lines(given):
            self._room.acquire()
            if not self._tell(line):
                return
        self._tell(None)

    def _tell(self, line: str | None) -> bool:
        try:
            self._loop.call_soon_threadsafe(self._heard.put_nowait, line)
        except RuntimeError:
            # The loop has been closed: nobody asks any more.
            return False
        return True


def _lines(given: TextIO) -> Iterator[str]:
    descriptor = None if sys.platform == "win32" else _descriptor(given)
    if descriptor is None:
        yield from (line.rstrip("\r\n") for line in given)
        return
    # A thread that waits in `readline` holds a lock that the interpreter wants when it ends.
    decoder = codecs.getincrementaldecoder(given.encoding or "utf-8")("replace")
    yield from _split(lambda: _chunk(descriptor), decoder)


def _descriptor(given: TextIO) -> int | None:
    try:
        return given.fileno()
    except (AttributeError, OSError, ValueError):
        return None


def _chunk(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _CHUNK)
    except OSError:
        # A terminal that was closed.
        return b""


def _split(read: Callable[[], bytes], decoder: codecs.IncrementalDecoder) -> Iterator[str]:
    rest = ""
    while chunk := read():
        *whole, rest = (rest + decoder.decode(chunk)).split("\n")
        yield from (line[:_LONGEST].rstrip("\r") for line in whole)
        rest = rest[:_LONGEST]
    rest += decoder.decode(b"", final=True)
    if rest:
        yield rest
