"""A drafted pack put on disk, beside what is there and never over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame import places, writing
from quizgame.drafting.pack_files import files
from quizgame.packs.files import PACK_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quizgame.drafting.draft import Draft

ARTICLES = "articles"


def write(draft: Draft, sources: Sequence[Path], folder: Path) -> list[Path]:
    """Writes the pack and returns its files, `pack.toml` last, so that a torn pack is no pack.

    `sources` are the files of the articles; one outside the known articles folders is copied.

    Raises:
        UsageError: a file is in the way, or the folder cannot be written to. Nothing that was there
            has changed.
    """
    named, copies = _placed(sources, folder)
    texts = files(draft, folder.resolve().name, named)
    contents: dict[Path, str | bytes] = {
        folder / name: path.read_bytes() for name, path in copies.items()
    }
    last = texts.pop(PACK_FILE)
    contents |= {folder / name: text for name, text in texts.items()}
    contents[folder / PACK_FILE] = last
    writing.write(contents, hint="A draft overwrites nothing: name another folder with -o.")
    return list(contents)


def _placed(sources: Sequence[Path], folder: Path) -> tuple[list[str], dict[str, Path]]:
    """How the pack names each article, and which are copied, under which name."""
    named: list[str] = []
    copies: dict[str, Path] = {}
    for path in sources:
        real = path.resolve()
        if real.is_relative_to(folder.resolve()):
            named.append(real.relative_to(folder.resolve()).as_posix())
        elif any(real.parent == place.path.resolve() for place in places.articles()):
            # A pack finds it there by its name.
            named.append(path.name)
        else:
            named.append(_unused(path, copies))
            copies[named[-1]] = path
    return named, copies


def _unused(path: Path, copies: dict[str, Path]) -> str:
    taken = {name.casefold() for name in copies}
    name, number = f"{ARTICLES}/{path.name}", 2
    while name.casefold() in taken:
        name = f"{ARTICLES}/{path.stem}-{number}{path.suffix}"
        number += 1
    return name
