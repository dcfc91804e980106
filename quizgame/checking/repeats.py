"""Passages that stand in their article more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import Finding
from quizgame.checking.walk import quotes
from quizgame.packs.quotes import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack

_MOST = 200
"""In a pack that repeats itself more often, the first places tell enough."""
_SHOWN = 9


def repeated(pack: Pack) -> Iterator[Finding]:
    """A passage shows who stands behind a claim only where it is known which one is meant."""
    texts = {name: fold(article.text or "") for name, article in pack.articles.items()}
    left = _MOST
    for at, quote in quotes(pack):
        if quote.at is None or left <= 0:
            continue
        places = _places(texts[quote.article], fold(quote.text))
        if len(places) > 1:
            left -= 1
            message = f"the quote stands {len(places)} times in the article `{quote.article}`"
            yield Finding(message, at)


def _places(text: str, part: str) -> list[int]:
    """Where a passage stands. A headline, which ends its line without a stop, is meant itself."""
    places: list[int] = []
    at = text.find(part)
    while at >= 0 and len(places) < _SHOWN:
        places.append(at)
        end = at + len(part)
        if part[-1].isalnum() and text[end : end + 1] in ("", "\n", "\r"):
            break
        at = text.find(part, end)
    return places
