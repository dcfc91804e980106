"""File names for players: readable, safe on every system, one for each exact name."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 30
_SAVE = re.compile(r".*-.{6}\.toml")
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def slug(name: str) -> str:
    """What of a name can stand in a file name on any system: a-z, 0-9 and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")
    return "player" if not short or _RESERVED.fullmatch(short) else short


def file_name(name: str) -> str:
    """The file name of a player; names that differ in anything have different ones."""
    # 2 ms, and only a name that is being given needs it.
    from hashlib import sha256

    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{slug(name)}-{digest[:6]}.toml"


def unnamed_file_name() -> str:
    """A file name for a player without a name, another each time."""
    return f"unnamed-{os.urandom(3).hex()}.toml"


def any_saves(folder: Path) -> bool:
    """Whether somebody has played here, told from the names of the files alone.

    A folder that cannot be read is told of where its saves are read.
    """
    try:
        return any(_SAVE.fullmatch(path.name) for path in folder.iterdir())
    except OSError:
        return False


def notes_name(file: str) -> str:
    """The name of the notes that belong to a save's file name."""
    return f"{file.removesuffix('.toml')}.notes.toml"


def torn_name(file: str) -> str:
    """The name of the file that keeps what was torn off a save."""
    return f"{file}.torn"
