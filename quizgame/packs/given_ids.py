"""Ids that the game makes from texts, as edits that write them down: then they stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs.editing import Edit, insertion
from quizgame.packs.locate import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.load import Loaded
    from quizgame.packs.models import ClaimTable, QuestionTable
    from quizgame.packs.pack import Claim, Question
    from quizgame.packs.parts import Part


def missing_ids(loaded: Loaded) -> Iterator[tuple[int, Edit]]:
    """For each id that an author left out: the part it belongs to, and its edit.

    An id of a quote is written where it is not simply its article's.
    """
    pack = loaded.pack
    if pack is None:
        return
    claims, questions = iter(pack.claims.values()), iter(pack.questions.values())
    wanted: dict[int, dict[KeyPath, str]] = {part.number: {} for part in loaded.parts}
    for part in loaded.parts:
        for index, table in part.claim:
            wanted[part.number] |= _missing(("claim", index), table, next(claims))
    for part in loaded.parts:
        for index, asked in part.question:
            wanted[part.number] |= _missing(("question", index), asked, next(questions))
    for part in loaded.parts:
        yield from ((part.number, edit) for edit in _edits(part, wanted[part.number]))


def _missing(
    path: KeyPath, table: ClaimTable | QuestionTable, made: Claim | Question
) -> dict[KeyPath, str]:
    found = {path: made.id} if table.id is None else {}
    if isinstance(table.quote, tuple):
        for number, (written, quote) in enumerate(zip(table.quote, made.quotes, strict=True)):
            if written.id is None and quote.id != quote.article:
                found[(*path, "quote", number)] = quote.id
    return found


def _edits(part: Part, wanted: dict[KeyPath, str]) -> Iterator[Edit]:
    text = part.source.text
    found = places(part, wanted)
    for path, name in wanted.items():
        if path in found:
            span, new = insertion(text, found[path].value, "id", name)
            yield Edit(span, new, (*path, "id"), name, f'id = "{name}"')
