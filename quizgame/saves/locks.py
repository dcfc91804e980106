"""One writer at a time, across programs: a lock file beside the file that it guards."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int) -> None:
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

    def _unlock(fd: int) -> None:
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)


WAIT = 5.0
"""Seconds to wait for another writer; writing a record takes milliseconds."""

_PAUSE = 0.005


def lock_path(path: Path) -> Path:
    """The lock file that guards a path."""
    return path.with_name(f"{path.name}.lock")


@contextmanager
def locked(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Keep every other writer away from a path, which need not exist.

    Raises:
        TimeoutError: another program has held it all the time.
        OSError: the lock file cannot be made.
    """
    lock = lock_path(path)
    fd = _acquire(lock, time.monotonic() + wait)
    try:
        yield
    finally:
        # Windows cannot remove an open file; elsewhere it has to go while the lock is held.
        if sys.platform != "win32":
            _tidy(lock, path)
        _unlock(fd)
        os.close(fd)
        if sys.platform == "win32":
            _tidy(lock, path)


def _acquire(lock: Path, deadline: float) -> int:
    while True:
        fd = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _wait_for(fd, lock, deadline)
            # Who held it before may have removed the file; then it guards nothing any more.
            if _is_still(fd, lock):
                return fd
        except BaseException:
            os.close(fd)
            raise
        os.close(fd)


def _wait_for(fd: int, lock: Path, deadline: float) -> None:
    while True:
        try:
            _try_lock(fd)
            return
        except OSError as error:
            # EACCES is what Windows says, EAGAIN what the others say.
            if not isinstance(error, BlockingIOError | PermissionError):
                raise
        if time.monotonic() >= deadline:
            raise TimeoutError(f"{lock} is held by another program")
        time.sleep(_PAUSE)


def _is_still(fd: int, lock: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(fd), lock.stat())
    except FileNotFoundError:
        return False


def _tidy(lock: Path, path: Path) -> None:
    """Remove the lock of a path that is not there (any more)."""
    if not os.path.lexists(path):
        with suppress(OSError):
            lock.unlink()
