"""Words that versions of one statement are compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.game.kinds.quote import trouble
from quizgame.packs import quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack, Quote


def misquoted(pack: Pack) -> Iterator[Finding]:
    """`exact` words stand between quotation marks, and `retold` words do not."""
    for claim in pack.claims.values():
        for index, quote in enumerate(claim.quotes):
            for key, number, words in _stretches(quote):
                span = quotes.find(words, quote.text)
                if span and quotes.quoted(span, quote.text) != (key == "exact"):
                    where = "outside" if key == "exact" else "between"
                    at = At("claim", claim.id, ("quote", index, key, number))
                    yield Finding(f"`{words}` stands {where} the quotation marks", at)


def not_compared(pack: Pack) -> Iterator[Finding]:
    """Whoever writes `exact` wants a question of it."""
    for claim in pack.claims.values():
        if why := trouble(pack, claim):
            index = next(n for n, quote in enumerate(claim.quotes) if quote.exact)
            yield Finding(
                f"no question is made of these words: {why}",
                At("claim", claim.id, ("quote", index, "exact")),
            )


def _stretches(quote: Quote) -> Iterator[tuple[str, int, str]]:
    for key, every in (("exact", quote.exact), ("retold", quote.retold)):
        for number, words in enumerate(every):
            yield key, number, words
