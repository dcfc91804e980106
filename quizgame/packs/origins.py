"""Where the values of a pack were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from quizgame.packs.diagnostics import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.pack import Pack, Span
    from quizgame.packs.parts import Part

Kind = Literal["pack", "article", "claim", "question", "set", "course", "scenario"]


class Origins:
    """Finds the tables that a pack without errors was made of."""

    def __init__(self, pack: Pack, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._tables: dict[tuple[Kind, str], tuple[int, KeyPath]] = {
            ("pack", pack.id): (0, ("pack",))
        }
        for kind, ids in _ids(pack):
            places = ((part.number, (kind, at)) for part in parts for at, _ in getattr(part, kind))
            for name, place in zip(ids, places, strict=True):
                self._tables[kind, name] = place

    def where(self, kind: Kind, name: str, path: KeyPath = (), inside: Span | None = None) -> Where:
        """The place of a value, or of some characters of it, in the table with that id."""
        part, table = self._tables[kind, name]
        whole = (*table, *path)
        if inside is not None:
            # The space around a text that the pack leaves out is still in the file.
            raw = _text(self._parts[part].data, whole)
            space = len(raw) - len(raw.lstrip()) if path[:1] == ("quote",) else 0
            inside = (inside[0] + space, inside[1] + space)
        return Where(part, whole, inside=inside)


def _text(value: Any, path: KeyPath) -> str:
    """The text at a path, or on the way to it."""
    for step in path:
        if isinstance(value, str):
            break
        value = value[step]
    return value if isinstance(value, str) else ""


def _ids(pack: Pack) -> Iterable[tuple[Kind, Iterable[str]]]:
    yield "article", pack.articles
    yield "claim", pack.claims
    yield "question", pack.questions
    yield "set", pack.sets
    yield "course", pack.courses
    yield "scenario", pack.scenarios
