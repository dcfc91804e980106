"""Articles on disk: found inside the pack or in a known folder, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from quizgame import places
from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem, Where
from quizgame.packs.files import decode, read_bytes
from quizgame.packs.names import did_you_mean
from quizgame.packs.pack import Article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from quizgame.packs.models import ArticleTable

UNDATED = "date not printed"
_LISTED = 1_000
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(day: date) -> str:
    """A date as readers know it, whatever the machine's language: 25 October 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Found:
    """An article, and the file that its text came from, if that is at hand."""

    article: Article
    path: Path | None


def find(table: ArticleTable, folder: Path, where: Where) -> tuple[Found, list[Problem]]:
    """The article of a table whose `file` stands at `where`; `folder` is the pack's."""
    path, text, problems = _text(table.file, folder, where)
    dated = table.dated or (in_words(table.published) if table.published else UNDATED)
    value = Article(
        table.id,
        table.outlet,
        table.title,
        dated,
        table.published,
        table.report,
        table.wording,
        text,
    )
    return Found(value, path), problems


def _text(file: str, folder: Path, where: Where) -> tuple[Path | None, str | None, list[Problem]]:
    found = _existing(file, folder)
    if found is None:
        message = f"the article `{file}` is not at hand"
        hint = did_you_mean(file, _texts_near(file, folder))
        return None, None, [Problem(codes.NO_ARTICLE, message, where, hint)]
    if not _within(found, folder):
        message = f"the article `{file}` lies outside the pack and the known articles folders"
        return None, None, [Problem(codes.ARTICLE_OUTSIDE, message, where)]
    raw = read_bytes(found)
    text = raw if isinstance(raw, Problem) else decode(found, raw)
    if isinstance(text, str):
        return found.resolve(), text, []
    others = (text.where,) if text.code is codes.NOT_UTF8 else ()
    return None, None, [Problem(codes.ARTICLE_UNREADABLE, text.message, where, others=others)]


def _existing(file: str, folder: Path) -> Path | None:
    """The first existing one: as written, else a file of that name in an articles folder.

    An installed pack finds by its name what stands elsewhere in a checkout.
    """
    for candidate in chain([folder / file], _in_articles_folders(file)):
        try:
            if candidate.exists():
                return candidate
        # A NUL in the name, or a name that is too long.
        except (OSError, ValueError):
            continue
    return None


def _in_articles_folders(file: str) -> Iterator[Path]:
    name = file.replace("\\", "/").rpartition("/")[2]
    if name not in ("", ".", ".."):
        yield from (place.path / name for place in places.articles())


def _texts_near(file: str, folder: Path) -> list[str]:
    """The text files beside where the file should be, as the pack would name them."""
    near, slash, _ = file.rpartition("/")
    try:
        found = (folder / near).glob("*.txt")
        return [near + slash + path.name for path in islice(found, _LISTED)]
    except (OSError, ValueError):
        return []


def _within(path: Path, folder: Path) -> bool:
    real = path.resolve()
    known = chain([folder], (place.path for place in places.articles()))
    return any(real.is_relative_to(root.resolve()) for root in known)
