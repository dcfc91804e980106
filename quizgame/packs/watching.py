"""Whether anything that a pack is made of has changed on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs.files import gather

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from quizgame.packs.load import Loaded

    State = tuple[tuple[str, int, int, int], ...]
    """For each file its name, time of change, size and number; equal as long as nothing changes."""

EVERY = 0.25
"""Seconds between two looks: soon enough for somebody who saves and looks up."""


def state(path: Path, articles: Iterable[Path]) -> State:
    """The state of the pack's files, and of its articles, as they are now."""
    parts, _ = gather(path)
    return tuple(_of(file) for file in (*parts, *articles))


def articles(loaded: Loaded) -> list[Path]:
    """The files that the pack names as articles, there or not."""
    folder = loaded.path if loaded.path.is_dir() else loaded.path.parent
    tables = [table for part in loaded.parts for _, table in part.article]
    return [folder / table.file for table in tables]


def _of(file: Path) -> tuple[str, int, int, int]:
    try:
        found = file.stat()
    # A file that is just being replaced, or a name that can be none.
    except (OSError, ValueError):
        return (str(file), 0, -1, 0)
    return (str(file), found.st_mtime_ns, found.st_size, found.st_ino)
