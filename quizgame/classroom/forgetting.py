"""Deleting a session for ever: its whole folder, and nothing that lies elsewhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.classroom import tickets
from quizgame.classroom.errors import HubLives, NoSession, SessionError
from quizgame.classroom.folder import Folder, root
from quizgame.saves import disk
from quizgame.saves.locks import lock_path

if TYPE_CHECKING:
    from collections.abc import Iterator


class NotForgotten(SessionError):
    """Something of a session is still there."""


def meant(named: str, saves: Path) -> Folder:
    """The session of an id, or of a folder among the sessions.

    Raises:
        NoSession: there is none, or the folder is elsewhere.
    """
    given = Path(named)
    path = root(saves) / given.name
    is_here = given.name == named or given.parent.resolve() == root(saves).resolve()
    if not given.name or given.name == ".." or not is_here or not os.path.lexists(path):
        raise NoSession(
            "There is no such session",
            f'{root(saves)} has none called "{named}".',
            "Say the id of one of the folders in it; `--saves` names another place.",
        )
    if path.is_symlink() or not path.is_dir():
        raise NoSession(
            "This is no session's folder",
            f"{path} is a link or a file, and is left as it is.",
            "Remove it by hand, and what it leads to, if that is meant.",
        )
    folder = Folder(path)
    if not folder.journal.exists() and not folder.tokens.exists():
        raise NoSession(
            "This is no session's folder",
            f"{path} holds neither a journal nor a session's tokens, and is left as it is.",
            "Remove it by hand if that is meant.",
        )
    return folder


def entries(folder: Folder) -> list[tuple[str, int]]:
    """What lies in a session's folder, with its size in bytes; links are not followed.

    Raises:
        OSError: it cannot be looked into.
    """
    lock = lock_path(folder.hub).name
    found = (one for one in _files(folder.path, "") if one[0] != lock)
    return sorted(found)


def _files(path: Path, inside: str) -> Iterator[tuple[str, int]]:
    with os.scandir(path) as every:
        for one in every:
            if one.is_dir(follow_symlinks=False):
                yield from _files(Path(one.path), f"{inside}{one.name}/")
            else:
                yield f"{inside}{one.name}", one.stat(follow_symlinks=False).st_size


def forget(folder: Folder) -> None:
    """Deletes a session's folder with everything in it; the journal goes last.

    Tickets of students who joined from this machine go too, but for those that are in use.

    Raises:
        HubLives: a hub runs this session.
        NotForgotten: something could not be deleted. It can be tried again.
    """
    try:
        # As long as the lock is held, no hub takes the session up.
        with folder.lock():
            _empty(folder)
        # The lock went with its release, except where somebody waits for it.
        lock_path(folder.hub).unlink(missing_ok=True)
        folder.path.rmdir()
        disk.flush_folder(folder.path.parent)
        _tear_tickets(folder)
    except TimeoutError as error:
        raise HubLives(
            "This lesson is running",
            f"The hub of session {folder.session} holds its folder; nothing was deleted.",
            f"Say `quizgame host --resume {folder.session} --do end`, once more if the class still "
            "looks back at it, and try again.",
        ) from error
    except OSError as error:
        raise NotForgotten(
            "Not everything was deleted",
            f"{error.filename or folder.path}: {error.strerror or error}.",
            "Allow writing to it and to its folder, and try again; or delete it by hand.",
        ) from error


def _empty(folder: Folder) -> None:
    kept = {lock_path(folder.hub).name, folder.journal.name}
    with os.scandir(folder.path) as every:
        others = [one for one in every if one.name not in kept]
    for one in others:
        if one.is_dir(follow_symlinks=False):
            shutil.rmtree(one.path)
        else:
            Path(one.path).unlink()
    folder.journal.unlink(missing_ok=True)
    disk.flush_folder(folder.path)


def _tear_tickets(folder: Folder) -> None:
    place = tickets.folder(folder.path.parent.parent)
    for ticket in tickets.waiting(place, folder.session):
        if held := tickets.take(place, ticket):
            held.tear()
