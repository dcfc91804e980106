"""A new pack on disk: nothing that is there is overwritten, and nothing is left half made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame import places
from quizgame.errors import UsageError
from quizgame.packs import names, skeleton
from quizgame.packs.diagnostics import Problem
from quizgame.packs.files import decode, read_bytes
from quizgame.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_HINTS = {"F101": "Check its name.", "F102": "Name a plain text file."}


@dataclass(frozen=True, slots=True)
class Given:
    """An article of the author's own.

    Attributes:
        file: how the pack names it.
        copied: what is copied into the pack; None where the pack may read it where it is.
    """

    path: Path
    file: str
    text: str
    copied: bytes | None


def begin(folder: Path, articles: Sequence[Path] = ()) -> tuple[list[Path], list[Given]]:
    """Makes a pack in a folder, which need not exist.

    Returns:
        The files that were made, and the articles.

    Raises:
        UsageError: an article cannot be used, something is there already, or the folder cannot be
            written to; nothing is left behind.
    """
    given = list(_articles(folder, articles))
    contents: dict[str, str | bytes] = {
        one.file: one.copied for one in given if one.copied is not None
    }
    contents |= skeleton.files(folder.absolute().name, [(one.file, one.text) for one in given])
    made = {folder / name: content for name, content in contents.items()}
    write(made, hint="Name a folder that is empty, or not there yet.")
    return list(made), given


def _articles(folder: Path, articles: Sequence[Path]) -> Iterator[Given]:
    taken = {"example": 2}
    for path in articles:
        raw = read_bytes(path)
        text = raw if isinstance(raw, Problem) else decode(path, raw)
        if isinstance(text, Problem):
            hint = _HINTS.get(text.code.code, text.code.cure)
            raise UsageError("The article cannot be used", f"{path}: {text.message}.", hint)
        if not text.strip():
            raise UsageError("The article cannot be used", f"{path} is empty.", "Copy its text in.")
        there = _where_it_is(path, folder)
        copied = raw if there is None and isinstance(raw, bytes) else None
        yield Given(path, there or _name(path, taken), text, copied)


def _where_it_is(path: Path, folder: Path) -> str | None:
    """How the pack names an article that it may read where it is; None for one to be copied."""
    try:
        real, inside = path.resolve(), folder.resolve()
        shelves = [place.path.resolve() for place in places.articles()]
    # Links that lead in a circle; making the folder will say so.
    except (OSError, RuntimeError):
        return None
    if real.is_relative_to(inside) and real.suffix != ".toml":
        return real.relative_to(inside).as_posix()
    return real.name if any(real.parent == shelf for shelf in shelves) else None


def _name(path: Path, taken: dict[str, int]) -> str:
    """The name of the copy: the article's own, unless that is taken, hidden or a pack's."""
    stem, suffix = path.stem, path.suffix
    if not path.name.isprintable() or stem[0] == "." or suffix == ".toml":
        stem, suffix = names.slug(stem, "article"), ".txt"
    return names.unused(stem, taken) + suffix
