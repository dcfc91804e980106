"""The players in a folder of saves: listed, made, renamed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from quizgame.saves.errors import UnreadableSave


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
    """Every save in the folder, the last played first; files that cannot be read are listed too."""
    raise NotImplementedError


def create(folder: Path, name: str = "") -> Path:
    """A new, empty save. The folder is made if it is missing.

    Args:
        folder: where saves are kept.
        name: as `text.clean_name` gives it; empty for a player without a name.

    Raises:
        NameTaken: a player in the folder has exactly this name.
        NotSaved: why, and what to do.
    """
    raise NotImplementedError


def rename(path: Path, name: str) -> Path:
    """Give the player another name and the file the name that goes with it.

    A program that still holds the old path is told so at its next `append`.

    Returns:
        Where the save is now.

    Raises:
        NameTaken: another player in the folder has exactly this name.
        NotSaved: why, and what to do; the player keeps the old name.
    """
    raise NotImplementedError
