"""Where packs, articles, saves and key bindings are found. No other module decides that."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Place:
    """A folder (or, for packs, a file) and why it is looked at."""

    path: Path
    why: str


def checkout() -> Path | None:
    """The checkout that this package runs from; None if it is installed elsewhere."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "content").is_dir() else None


def _data_folder() -> Path:
    # 5 ms, which a start from a checkout does not need.
    from platformdirs import user_data_path

    return user_data_path("quizgame", appauthor=False)


def packs(given: Sequence[Path] = (), environ: Mapping[str, str] = os.environ) -> Iterator[Place]:
    """Where packs are looked for, the first first; a pack id found earlier hides a later one.

    Places named by hand (`given`, or else `QUIZGAME_PACKS`) are the only ones.
    """
    if given:
        yield from (Place(path, "--packs") for path in given)
        return
    if named := environ.get("QUIZGAME_PACKS"):
        yield from (Place(Path(p), "QUIZGAME_PACKS") for p in named.split(os.pathsep) if p)
        return
    if root := checkout():
        yield Place(root / "content", "this checkout")
    yield Place(_data_folder() / "packs", "your data folder")
    if not checkout():
        yield Place(_PACKAGE / "content", "shipped with the game")


def articles() -> Iterator[Place]:
    """Folders outside a pack from which a pack may take its articles."""
    if root := checkout():
        yield Place(root / "seeds", "this checkout")
    yield Place(_data_folder() / "articles", "your data folder")


def saves(given: Path | None = None, environ: Mapping[str, str] = os.environ) -> Place:
    """The one folder that holds the players' saves; it need not exist yet."""
    if given:
        return Place(given, "--saves")
    if named := environ.get("QUIZGAME_SAVES"):
        return Place(Path(named), "QUIZGAME_SAVES")
    if root := checkout():
        return Place(root / "saves", "this checkout")
    return Place(_data_folder() / "saves", "your data folder")


def keys(environ: Mapping[str, str] = os.environ) -> Place:
    """The file in which a player rebinds keys; it need not exist."""
    if named := environ.get("QUIZGAME_KEYS"):
        return Place(Path(named), "QUIZGAME_KEYS")
    if root := checkout():
        return Place(root / "saves" / "keys.toml", "this checkout")
    return Place(_data_folder() / "keys.toml", "your data folder")
