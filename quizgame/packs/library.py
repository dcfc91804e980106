"""All the packs that can be found. Only their heads are read; each is loaded when it is needed."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame import places
from quizgame.packs.files import PACK_FILE, Source, read
from quizgame.packs.syntax import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from quizgame.packs.load import Loaded
    from quizgame.places import Place

_FIRST_ARRAY = re.compile(r"^[ \t]*\[\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A pack that was found, broken or not.

    Attributes:
        path: its folder, or its single file.
        id: empty where the file does not tell.
        hidden_by: the pack with the same id that was found earlier and is played instead.
    """

    path: Path
    place: Place
    id: str
    title: str
    hidden_by: Path | None = None

    def load(self) -> Loaded:
        """The pack itself, with all that is wrong with it."""
        # 120 ms for the validation library.
        from quizgame.packs.load import load

        return load(self.path)


@dataclass(frozen=True, slots=True)
class Library:
    """Every pack in the places, in the order in which they were found."""

    entries: tuple[Entry, ...]

    def get(self, pack: str) -> Entry | None:
        """The pack with this id that is played."""
        return next((one for one in self.visible() if one.id == pack), None)

    def visible(self) -> Iterator[Entry]:
        """The packs that no other one hides."""
        return (one for one in self.entries if one.hidden_by is None)


def find(given: Sequence[Path] = (), environ: Mapping[str, str] = os.environ) -> Library:
    """Looks into the places for packs; of two with one id the first is played."""
    entries: list[Entry] = []
    first: dict[str, Path] = {}
    for place in places.packs(given, environ):
        for path in packs_at(place.path):
            name, title = _head(path)
            hidden_by = first.setdefault(name, path) if name else path
            entries.append(
                Entry(path, place, name, title, None if hidden_by is path else hidden_by)
            )
    return Library(tuple(entries))


def packs_at(path: Path) -> list[Path]:
    """The pack at a path, or the packs directly in that folder, by name."""
    if path.name == PACK_FILE:
        return [path.parent]
    if _is_pack(path):
        return [path]
    try:
        return sorted(one for one in path.iterdir() if one.name[0] != "." and _is_pack(one))
    except OSError:
        return []


def _is_pack(path: Path) -> bool:
    try:
        if path.is_dir():
            return os.path.lexists(path / PACK_FILE)
        return path.suffix == ".toml" and os.path.lexists(path)
    except OSError:
        return False


def _head(path: Path) -> tuple[str, str]:
    """The pack's id and title, as far as they can be told."""
    source, _ = read(path / PACK_FILE if path.is_dir() else path)
    if source is None:
        return "", ""
    array = _FIRST_ARRAY.search(source.text)
    # What comes before the first claim is parsed at once; the rest may hold thousands of them.
    for text in (source.text[: array.start()] if array else "", source.text):
        data = parse(Source(source.path, text))
        head = data.get("pack") if isinstance(data, dict) else None
        if isinstance(head, dict) and isinstance(head.get("id"), str):
            title = head.get("title")
            return head["id"], title if isinstance(title, str) else ""
    return "", ""
