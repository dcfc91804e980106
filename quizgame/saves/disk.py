"""Bytes that stay: written whole, flushed to the disk, taken back if that fails."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

if sys.platform == "darwin":
    import fcntl

# Without it Windows turns each newline into two bytes.
BINARY: int = getattr(os, "O_BINARY", 0)


def flush(fd: int) -> None:
    """Wait until the file's bytes are on the disk."""
    if sys.platform == "darwin":
        # There fsync leaves them in the drive's cache; not every file system knows better.
        with suppress(OSError):
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            return
    os.fsync(fd)


def flush_folder(folder: Path) -> None:
    """Wait until the folder's entries are on the disk, where a system can do that."""
    if sys.platform == "win32":
        return
    # Some network file systems refuse it, and a folder may be writable but not readable. There is
    # no other way then, and to say that the entry was not made would be wrong.
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def read_at(fd: int, begin: int, length: int) -> bytes:
    """Bytes from a place in a file; fewer only where the file ends."""
    os.lseek(fd, begin, os.SEEK_SET)
    parts = []
    while length > 0 and (part := os.read(fd, length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def add(fd: int, data: bytes, sync: Callable[[int], None] | None = None) -> None:
    """Add bytes to a file opened for appending; they are on the disk when this returns.

    Args:
        fd: the file.
        data: what to add.
        sync: waits until they are on the disk, instead of `flush`.

    Raises:
        OSError: it could not be done; the file has the length it had.
    """
    length = os.fstat(fd).st_size
    try:
        _write_all(fd, data)
        (sync or flush)(fd)
    except BaseException:
        # A part that cannot be taken back has no `end` line, and the next writer removes it.
        with suppress(OSError):
            os.ftruncate(fd, length)
            flush(fd)
        raise


def _write_all(fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def add_to(path: Path, data: bytes) -> None:
    """Add bytes to a file, which is made if it is missing; they stay, and so does the file.

    Raises:
        OSError: it could not be done; what the file held is still there.
    """
    try:
        _add_with(path, data, os.O_APPEND)
        flush_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            if not path.stat().st_size:
                path.unlink()
        raise


def make(path: Path, data: bytes) -> None:
    """Make a file that appears whole or not at all. Hold a lock that every maker of it takes.

    Raises:
        FileExistsError: there is something at this path; it is left alone.
        OSError: it could not be made.
    """
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        _add_with(draft, data, os.O_EXCL)
        move(draft, path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def _add_with(path: Path, data: bytes, how: int) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | BINARY | how, 0o666)
    try:
        add(fd, data)
    finally:
        os.close(fd)


def move(old: Path, new: Path) -> None:
    """Move a file within its folder, over nothing. Hold a lock that every mover to `new` takes.

    A hard link and its removal would need no lock, but if they were interrupted between, two paths
    with two locks would lead to one file.

    Raises:
        FileExistsError: there is something at the new path; nothing is moved.
        OSError: it could not be moved.
    """
    if os.path.lexists(new):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
    old.rename(new)
    flush_folder(new.parent)
