"""Where the values of a pack were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizgame.packs.diagnostics import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.pack import Pack
    from quizgame.packs.parts import Part

Kind = Literal["pack", "article", "claim", "question", "set", "scenario"]


class Origins:
    """Finds the tables that a pack without errors was made of."""

    def __init__(self, pack: Pack, parts: Sequence[Part]) -> None:
        self._tables: dict[tuple[Kind, str], tuple[int, KeyPath]] = {
            ("pack", pack.id): (0, ("pack",))
        }
        for kind, ids in _ids(pack):
            places = ((part.number, (kind, at)) for part in parts for at, _ in getattr(part, kind))
            for name, place in zip(ids, places, strict=True):
                self._tables[kind, name] = place

    def where(self, kind: Kind, name: str, path: KeyPath = ()) -> Where:
        """The place of a value in the table of that kind with that id."""
        part, table = self._tables[kind, name]
        return Where(part, (*table, *path))


def _ids(pack: Pack) -> Iterable[tuple[Kind, Iterable[str]]]:
    yield "article", pack.articles
    yield "claim", pack.claims
    yield "question", pack.questions
    yield "set", pack.sets
    yield "scenario", pack.scenarios
