"""The saves in a folder, as a list to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quizgame.saves.errors import UnreadableSave
from quizgame.saves.glance import glance
from quizgame.saves.head import unreadable

if TYPE_CHECKING:
    from pathlib import Path

KEYS = "keys.toml"
"""The file of rebound keys, which lies among the saves of a checkout."""


@dataclass(frozen=True, slots=True)
class PlayerFile:
    """A file in the folder of saves.

    Attributes:
        name: empty for a player without one; the file's own name where it cannot be read.
        modified: local time.
        problem: why it cannot be played; None if it can.
    """

    name: str
    path: Path
    modified: datetime
    problem: UnreadableSave | None = None


def players(folder: Path) -> list[PlayerFile]:
    """Every save in the folder, the last played first; files that cannot be read are listed too.

    Raises:
        UnreadableSave: the folder itself cannot be read. One that is missing is empty.
    """
    listed = [_player(path) for path in _files(folder)]
    there = [player for player in listed if player]
    return sorted(there, key=lambda player: player.modified, reverse=True)


def _files(folder: Path) -> list[Path]:
    try:
        files = [path for path in folder.iterdir() if path.suffix == ".toml"]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, f"it cannot be opened ({error.strerror})") from error
    # A dot begins what systems put beside a file.
    return [path for path in files if not path.name.startswith(".") and not is_other(path.name)]


def is_other(file: str) -> bool:
    """Whether a file lies among the saves and is none: notes, or the rebound keys."""
    return file == KEYS or file.endswith(".notes.toml")


def _player(path: Path) -> PlayerFile | None:
    """What is listed for a file; None if another program has moved it in the meantime."""
    name, problem = path.stem, None
    try:
        name = glance(path).name
    except UnreadableSave as error:
        problem = error
    try:
        modified = datetime.fromtimestamp(path.lstat().st_mtime).astimezone()
    except FileNotFoundError:
        return None
    return PlayerFile(name, path, modified, problem)
