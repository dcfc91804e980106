"""Quotes proved against their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs import quotes

if TYPE_CHECKING:
    from quizgame.packs.pack import Article, Span


class Shelf:
    """The articles of a pack, each folded at most once however many quotes it holds."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def find(self, part: str, article: Article) -> Span | None:
        """Where a passage stands in the article; None if it does not, or if there is no text."""
        if article.text is None:
            return None
        # Most passages are copied without a change, and then nothing need be folded.
        begin = article.text.find(part)
        if begin < 0:
            begin = self.folded(article).find(quotes.fold(part))
        return None if begin < 0 else (begin, begin + len(part))

    def folded(self, article: Article) -> str:
        """The article's text as quotes are compared with it; empty if it is not at hand."""
        if article.id not in self._folded:
            self._folded[article.id] = quotes.fold(article.text or "")
        return self._folded[article.id]


def within(part: str, whole: str) -> bool:
    """Whether the words stand in the quote, folded."""
    return part in whole or quotes.find(part, whole) is not None
