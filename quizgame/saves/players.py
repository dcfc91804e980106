"""The players in a folder of saves: listed, made, renamed."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from quizgame.saves import disk
from quizgame.saves.appending import add_block
from quizgame.saves.errors import NameTaken
from quizgame.saves.glance import glance
from quizgame.saves.head import new_head
from quizgame.saves.listing import PlayerFile, players
from quizgame.saves.locks import locked
from quizgame.saves.names import file_name, notes_name, torn_name, unnamed_file_name
from quizgame.saves.records import Setting
from quizgame.saves.refusals import telling
from quizgame.saves.tables import to_table

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path


__all__ = ["PlayerFile", "create", "players", "rename"]


def create(folder: Path, name: str = "") -> Path:
    """A new, empty save. The folder is made if it is missing.

    Args:
        folder: where saves are kept.
        name: as `nicknames.clean_name` gives it; empty for a player without a name.

    Raises:
        NameTaken: a player in the folder has exactly this name.
        NotSaved: why, and what to do.
    """
    with telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _naming(folder):
            path = folder / file_name(name) if name else _unnamed(folder)
            _expect_free(name, path)
            disk.make(path, new_head(name, _now()))
    return path


def rename(path: Path, name: str) -> Path:
    """Give the player another name, and the file the name that goes with it.

    A program that still holds the old path is told so at its next `append`.

    Args:
        path: the save.
        name: as `nicknames.clean_name` gives it.

    Returns:
        Where the save is now. Where the system refuses to move it (Windows, while another program
        reads it), that is the old path, and the new name counts all the same.

    Raises:
        NameTaken: another player in the folder has exactly this name.
        NotSaved: why, and what to do; the player keeps the old name.
    """
    target = path.with_name(file_name(name))
    with telling(path), _naming(path.parent), locked(path):
        _expect_free(name, target, path)
        if glance(path).name != name:
            add_block(path, *to_table(Setting(key="name", value=name, session="", at=_now())))
        return path if target == path else _moved(path, target)


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def _naming(folder: Path) -> AbstractContextManager[None]:
    """Only one program at a time gives names in a folder, so that no two players get the same."""
    return locked(folder / "names")


def _unnamed(folder: Path) -> Path:
    while os.path.lexists(path := folder / unnamed_file_name()):
        pass
    return path


def _expect_free(name: str, target: Path, own: Path | None = None) -> None:
    for player in players(target.parent):
        if name and player.name == name and player.path != own and not player.problem:
            raise NameTaken(
                "This name is taken",
                f"{player.path} is the save of {name}.",
                "Take another name, or play as this player.",
            )
    if target != own and os.path.lexists(target):
        raise NameTaken(
            "This name is taken",
            f"{target} is there already, and is left as it is.",
            "Take another name, or move that file away.",
        )


def _moved(path: Path, target: Path) -> Path:
    """Move a save with what lies beside it; its lock is held. Gives where it is afterwards."""
    try:
        disk.move(path, target)
    except OSError:
        return path
    for beside in (notes_name, torn_name):
        # What cannot come along stays as it is, under the old name.
        with suppress(OSError):
            disk.move(path.with_name(beside(path.name)), path.with_name(beside(target.name)))
    return target
