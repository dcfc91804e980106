"""Quote tables to quotes, each proved against its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs import codes, names
from quizgame.packs.diagnostics import Problem, Where
from quizgame.packs.pack import Quote
from quizgame.packs.passages import Shelf, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.models import QuoteTable
    from quizgame.packs.pack import Article, Span, Status


class Quoter:
    """Makes the quotes of one pack and collects what is wrong with them.

    `articles` has None for an article whose table is unsound: it exists, and nothing else is known.
    """

    def __init__(self, articles: Mapping[str, Article | None]) -> None:
        self.problems: list[Problem] = []
        self._articles = articles
        self._only = next(iter(articles)) if len(articles) == 1 else None
        self._shelf = Shelf()

    def quotes(
        self, raw: str | tuple[QuoteTable, ...], status: Status, part: int, path: KeyPath
    ) -> tuple[Quote, ...]:
        """The quotes of a claim or a question, whose `quote` stands at `path` of a part."""
        if isinstance(raw, str):
            return self._plain(raw, status, Where(part, path))
        taken = {table.id: 2 for table in raw if table.id}
        return tuple(
            self._quote(table, status, taken, part, (*path, index))
            for index, table in enumerate(raw)
        )

    def _plain(self, raw: str, status: Status, where: Where) -> tuple[Quote, ...]:
        text = raw.strip()
        name, at = self._place(None, text, where, where)
        return (Quote(name, name, text, "asserts", status, "", "", "", (), "", at),)

    def _quote(
        self, table: QuoteTable, status: Status, taken: dict[str, int], part: int, path: KeyPath
    ) -> Quote:
        text = table.text.strip()
        article, at = self._place(
            table.article, text, Where(part, (*path, "text")), Where(part, (*path, "article"))
        )
        if table.source or table.cue or table.hedges:
            self.problems += _unmarked(table, part, path)
        return Quote(
            table.id or names.unused(article, taken),
            article,
            text,
            table.role,
            table.status or status,
            table.who,
            table.source,
            table.cue,
            table.hedges,
            table.means,
            at,
        )

    def _place(
        self, given: str | None, text: str, where: Where, article_where: Where
    ) -> tuple[str, Span | None]:
        """The id of the quote's article, and where the quote stands in it."""
        name = given or self._only
        if name is None:
            self.problems.append(_which_article(where, article_where, given))
            return "", None
        if name not in self._articles:
            self.problems.append(self._unknown(name, article_where))
            return name, None
        article = self._articles[name]
        if article is None or article.text is None:
            return name, None
        at = self._shelf.find(text, article)
        if at is None:
            message = f"this is not in the article `{name}`"
            self.problems.append(Problem(codes.NOT_FOUND, message, where))
        return name, at

    def _unknown(self, name: str, where: Where) -> Problem:
        hint = names.did_you_mean(name, self._articles)
        return Problem(codes.UNKNOWN_ARTICLE, f"there is no article `{name}`", where, hint)


def _which_article(where: Where, article_where: Where, given: str | None) -> Problem:
    return Problem(codes.WHICH_ARTICLE, "which article is this quote from?", where)


def _unmarked(table: QuoteTable, part: int, path: KeyPath) -> Iterator[Problem]:
    """A problem for each marked word that the quote does not contain."""
    if table.source and not within(table.source, table.text):
        yield _not_in_quote("source", table.source, Where(part, (*path, "source")))
    if table.cue and not within(table.cue, table.text):
        yield _not_in_quote("cue", table.cue, Where(part, (*path, "cue")))
    for index, hedge in enumerate(table.hedges):
        if not within(hedge, table.text):
            yield _not_in_quote("hedges", hedge, Where(part, (*path, "hedges", index)))


def _not_in_quote(key: str, words: str, where: Where) -> Problem:
    message = f"the words of `{key}` are not in the quote"
    return Problem(codes.NOT_IN_QUOTE, message, where)
