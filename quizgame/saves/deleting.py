"""Deleting a player's data: the save, and everything that the game has put beside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from quizgame.saves import disk
from quizgame.saves.errors import NotDeleted, UnreadableSave
from quizgame.saves.glance import glance
from quizgame.saves.locks import WAIT, lock_path, locked
from quizgame.saves.names import notes_name, torn_name

if TYPE_CHECKING:
    from pathlib import Path


def files_of(path: Path) -> list[Path]:
    """The files of a player that are there, the save itself last.

    They are notes, what was torn off, and what a program that was ended while it made a file has
    left; lock files hold nothing and are not listed.
    """
    notes = path.with_name(notes_name(path.name))
    beside = [one.with_name(torn_name(one.name)) for one in (path, notes)]
    names = tuple(f".{one.name}." for one in (path, notes, *beside))
    try:
        drafts = [one for one in path.parent.iterdir() if one.name.startswith(names)]
    except OSError:
        drafts = []
    return [one for one in (*sorted(drafts), *beside, notes, path) if os.path.lexists(one)]


def delete(path: Path, player: str = "", wait: float = WAIT) -> list[Path]:
    """Delete a player's files for ever. The save goes last, so that it can be tried again.

    Args:
        path: the save; it may be one that cannot be read.
        player: the `Save.id` that is meant; another player's save at this path is not touched.
        wait: seconds to wait while another program is writing.

    Returns:
        What is gone, without the lock files.

    Raises:
        NotDeleted: what is left and why, and what is gone all the same.
    """
    gone: list[Path] = []
    try:
        with locked(path, wait):
            if player:
                _expect(path, player)
            for one in files_of(path):
                one.unlink()
                gone.append(one)
            lock_path(path.with_name(notes_name(path.name))).unlink(missing_ok=True)
            disk.flush_folder(path.parent)
    except OSError as error:
        raise _left(path, error, gone) from error
    return gone


def _expect(path: Path, player: str) -> None:
    try:
        owner = glance(path).id
    except UnreadableSave as error:
        raise NotDeleted("Not deleted", error.message, error.hint) from error
    if owner and owner != player:
        raise NotDeleted(
            "Not deleted",
            f"{path} belongs to another player by now.",
            "Choose the player again.",
        )


def _left(path: Path, error: OSError, gone: list[Path]) -> NotDeleted:
    told = f" Gone are: {', '.join(one.name for one in gone)}." if gone else ""
    if isinstance(error, TimeoutError):
        why, hint = "another program is writing to it", "Close the other window, and try again."
    else:
        why = error.strerror or str(error)
        hint = "Allow writing to it and to its folder, and try again; or delete it by hand."
    return NotDeleted("Not deleted", f"{error.filename or path}: {why}.{told}", hint)
