"""Quotes proved against their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs import codes, quotes
from quizgame.packs.diagnostics import Problem, Where
from quizgame.packs.nearest import nearest
from quizgame.packs.spots import spot

if TYPE_CHECKING:
    from quizgame.packs.articles import Found
    from quizgame.packs.pack import Article, Span

_SEARCHES = 60
_LONGEST_SHOWN = 60


class Shelf:
    """The articles of a pack, each folded at most once however many quotes it holds."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}
        self._searches = _SEARCHES

    def find(self, part: str, article: Article) -> Span | None:
        """Where a passage stands in the article; None if it does not, or if there is no text."""
        if article.text is None or not part:
            return None
        # Most passages are copied without a change, and then nothing need be folded.
        begin = article.text.find(part)
        if begin < 0:
            begin = self._fold(article).find(quotes.fold(part))
        return None if begin < 0 else (begin, begin + len(part))

    def _fold(self, article: Article) -> str:
        if article.id not in self._folded:
            self._folded[article.id] = quotes.fold(article.text or "")
        return self._folded[article.id]

    def difference(self, text: str, shift: int, found: Found, where: Where) -> Problem:
        """What is said of a quote that the article does not contain.

        `shift` is how many characters of the author's text, which stands at `where`, come before
        the quote.
        """
        article = found.article
        self._searches -= 1
        # In a pack full of inexact quotes the first few dozen tell enough.
        near = nearest(quotes.fold(text), self._fold(article)) if self._searches >= 0 else None
        if near is None or found.path is None or article.text is None:
            message = f"this quote is not in the article `{article.id}`"
            return Problem(codes.NOT_FOUND, message, where)
        begin, end = _trimmed(near.quoted, text)
        printed = _trimmed(near.printed, article.text)
        return Problem(
            codes.NOT_VERBATIM,
            f"this quote differs from the article `{article.id}`",
            Where(
                where.part,
                where.path,
                inside=(begin + shift, end + shift),
                label="here it begins to differ",
            ),
            _cure(text[begin:end], article.text[slice(*printed)]),
            (spot(found.path, article.text, printed, "what the article prints"),),
        )


def _trimmed(span: Span, text: str) -> Span:
    """The words in the span; the space around them only if there is nothing else."""
    begin, end = span
    words = text[begin:end]
    if not words.strip():
        return span
    return (begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()))


def _cure(ours: str, theirs: str) -> str:
    if max(len(ours), len(theirs)) > _LONGEST_SHOWN:
        return codes.NOT_VERBATIM.cure
    if not ours:
        return f"Insert {_shown(theirs)}."
    if not theirs:
        return f"Remove {_shown(ours)}."
    return f"Write {_shown(theirs)} in place of {_shown(ours)}."


def _shown(words: str) -> str:
    if words.isspace():
        return "a line break" if "\n" in words else "a space" if len(words) == 1 else "spaces"
    return f"`{words}`"


def within(part: str, whole: str) -> bool:
    """Whether the words stand in the quote, folded."""
    return part in whole or quotes.find(part, whole) is not None
