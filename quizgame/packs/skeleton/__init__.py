"""A pack to begin with: it plays at once, and its comments teach the format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.packs import names
from quizgame.packs.files import PACK_FILE
from quizgame.packs.guesses import guess
from quizgame.packs.schema import schema
from quizgame.packs.toml_text import short

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLDER = Path(__file__).parent
_ADVICE = """
# [[article]]
# id = "gazette"
# file = "gazette.txt"
# outlet = "School Gazette"
# published = 2026-11-12   # or dated = "about 12 November 2026"
"""


def files(name: str, articles: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """The files of a new pack, without its articles, by their names in its folder.

    Args:
        name: the name of the folder, from which id and title are made.
        articles: of each article of the author's own, the file as the pack names it, and its text.
    """
    tables, first = _articles(articles)
    title = name.replace("-", " ").replace("_", " ").strip()
    title = title[:1].upper() + title[1:] if any(map(str.isalnum, title)) else "My pack"
    head = {
        "ID": short(names.slug(name, "my-pack")),
        "TITLE": short(title),
        "ARTICLES": tables,
        "ARTICLE": short(first),
    }
    return {
        "example.txt": _read("example.txt"),
        "example.toml": _read("example.toml.in"),
        "schema/pack.json": _json(part=False),
        "schema/part.json": _json(part=True),
        # Last, as it makes the folder a pack.
        PACK_FILE: _filled("pack.toml.in", head),
    }


def _articles(articles: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The tables of the author's articles, and the id of the first."""
    taken = {"example": 2}
    tables, first = "", ""
    for file, text in articles:
        name = names.unused(names.slug(Path(file).stem, "article"), taken)
        first = first or name
        found = guess(text)
        tables += _filled(
            "article.toml.in",
            {
                "ID": short(name),
                "FILE": short(file),
                "OUTLET": f". Perhaps {short(found.outlet)}?" if found.outlet else "",
                "TITLE": f"{short(found.title)}   # the first line" if found.title else '"…"',
                "DATE": f"{found.date}   # {found.dated}" if found.date else "2026-11-12",
            },
        )
    return (tables or _ADVICE), first or "gazette"


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _filled(name: str, values: dict[str, str]) -> str:
    text = _read(name)
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text


def _json(*, part: bool) -> str:
    return json.dumps(schema(part=part), indent=2, ensure_ascii=False) + "\n"
