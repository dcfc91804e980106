"""Explanations that do not fit the first view that a player gets of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.game.explanation import explain
from quizgame.game.grading import grade
from quizgame.game.kinds import KINDS
from quizgame.game.layout import COLUMNS, ROWS, first_view, height

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack


def explanations(pack: Pack) -> Iterator[Finding]:
    """Verdict, passage, rule, reason and printed line stand in 12 rows of 76 columns.

    Measured are the verdicts on a wrong answer and on every one that counts as right.
    """
    told: set[At] = set()
    for kind in KINDS.values():
        for item in kind.items(pack):
            chosen = ("", *kind.answers(pack, item))
            rows = max(height(first_view(explain(pack, grade(pack, item, c)))) for c in chosen)
            at = _place(pack, item)
            if rows > ROWS and at not in told:
                told.add(at)
                message = f"the explanation takes {rows} rows of {COLUMNS} columns, not {ROWS}"
                yield Finding(message, at)


def _place(pack: Pack, item: Item) -> At:
    if item.kind == "choice":
        return At("question", item.ref, ("why",))
    quotes = pack.claims[item.ref].quotes
    index = next(n for n, quote in enumerate(quotes) if quote.id == item.quote)
    return At("claim", item.ref, ("quote", index, "text"))
