"""Which sentences of an article a pack uses, or says why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Article, Pack, Span

FEWEST_WORDS = 4
"""Bylines, dates and crossheads that are shorter claim nothing."""

_OVERLAP = 12
_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])|\n+")


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a raw text, without the space between them.

    One ends at a stop before a capital or a digit, or at the end of its line.
    """
    begin = 0
    for match in (*_END.finditer(text), None):
        end = match.end() if match else len(text)
        stretch = text[begin:end]
        first = begin + len(stretch) - len(stretch.lstrip())
        last = begin + len(stretch.rstrip())
        if first < last:
            yield first, last
        begin = end


def unused(pack: Pack, article: Article) -> Iterator[Span]:
    """The sentences of an article that neither a quote nor the list of left-out passages touches.

    An article that is not at hand has none.
    """
    used = sorted(_used(pack, article.id))
    for begin, end in sentences(article.text or ""):
        if len((article.text or "")[begin:end].split()) < FEWEST_WORDS:
            continue
        least = min(_OVERLAP, end - begin)
        if not any(min(end, last) - max(begin, first) >= least for first, last in used):
            yield begin, end


def _used(pack: Pack, article: str) -> Iterator[Span]:
    quotes = [quote for claim in pack.claims.values() for quote in claim.quotes]
    quotes += [quote for question in pack.questions.values() for quote in question.quotes]
    yield from (quote.at for quote in quotes if quote.article == article and quote.at)
    yield from (left.at for left in pack.left_out if left.article == article and left.at)
