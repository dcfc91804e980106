"""Quote tables to quotes, each proved against its article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.packs import codes, names
from quizgame.packs.diagnostics import Problem, Where
from quizgame.packs.pack import Quote
from quizgame.packs.passages import Shelf, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizgame.packs.articles import Found
    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.models import QuoteTable
    from quizgame.packs.pack import Span, Status


_PARTS = ("source", "cue", "hedges", "exact", "retold")
"""The keys whose words are copied from the quote."""


class Quoter:
    """Makes the quotes of one pack and collects what is wrong with them.

    `articles` has None for an article whose table is unsound: it exists, and nothing else is known.
    Where the pack is not `complete`, an unknown article may stand in a part that cannot be read.
    """

    def __init__(self, articles: Mapping[str, Found | None], *, complete: bool) -> None:
        self.problems: list[Problem] = []
        self._articles = articles
        self._complete = complete
        self._only = next(iter(articles)) if len(articles) == 1 else None
        self._shelf = Shelf()
        self._guess = names.Guesser()

    def quotes(
        self, raw: str | tuple[QuoteTable, ...], status: Status, part: int, path: KeyPath
    ) -> tuple[Quote, ...]:
        """The quotes of a claim or a question, whose `quote` stands at `path` of a part."""
        if isinstance(raw, str):
            return (self._plain(raw, status, Where(part, path)),)
        taken = {table.id: 2 for table in raw if table.id}
        if len(taken) != len(raw):
            self.problems += _duplicates(raw, part, path)
        return tuple(
            self._quote(table, status, taken, part, (*path, index))
            for index, table in enumerate(raw)
        )

    def _plain(self, raw: str, status: Status, where: Where) -> Quote:
        name = self._only or ""
        if not name and self._complete:
            self.problems.append(self._which_article(where, raw.strip()))
        at = self._prove(name, raw, where)
        return Quote(name, name, raw.strip(), "asserts", status, "", "", "", (), "", at)

    def passage(
        self, given: str | None, text: str, part: int, path: KeyPath
    ) -> tuple[str, Span | None]:
        """The article of a passage whose table stands at `path`, and where it is in there."""
        article = given or self._only or ""
        if self._complete and article not in self._articles:
            self.problems.append(self._unknown(given, part, path))
        return article, self._prove(article, text, Where(part, (*path, "text")))

    def _quote(
        self, table: QuoteTable, status: Status, taken: dict[str, int], part: int, path: KeyPath
    ) -> Quote:
        article, at = self.passage(table.article, table.text, part, path)
        if any(getattr(table, key) for key in _PARTS):
            self.problems += _unmarked(table, part, path)
        return Quote(
            table.id or names.unused(article, taken),
            article,
            table.text.strip(),
            table.role,
            table.status or status,
            table.who,
            table.source,
            table.cue,
            table.hedges,
            table.means,
            at,
            table.exact,
            table.retold,
        )

    def _prove(self, name: str, raw: str, where: Where) -> Span | None:
        """Where the quote, without the space around it, stands in the article."""
        found = self._articles.get(name)
        if found is None or found.path is None:
            return None
        text = raw.strip()
        at = self._shelf.find(text, found.article)
        if at is None:
            shift = len(raw) - len(raw.lstrip())
            self.problems.append(
                self._elsewhere(text, found, where)
                or self._shelf.difference(text, shift, found, where)
            )
        return at

    def _elsewhere(self, text: str, found: Found, where: Where) -> Problem | None:
        """What is said of a quote that was copied from another article of the pack."""
        for other in self._articles.values():
            if other and other is not found and self._shelf.find(text, other.article) is not None:
                name, right = found.article.id, other.article.id
                message = f"this quote is not in the article `{name}`, but in `{right}`"
                hint = f'Write `article = "{right}"`.'
                return Problem(codes.NOT_FOUND, message, where, hint)
        return None

    def _which_article(self, where: Where, text: str = "") -> Problem:
        if not self._articles:
            message = "the pack has no article that this quote could be from"
            return Problem(codes.WHICH_ARTICLE, message, where, "Add an [[article]].")
        hint = "Write `[[claim.quote]]` with `article` and `text`."
        articles = (found.article for found in self._articles.values() if found)
        names = [one.id for one in articles if self._shelf.find(text, one) is not None]
        if len(names) == 1:
            table = f"`[[claim.quote]]`, `article = \"{names[0]}\"` and `text = '''…'''`"
            hint = f"It stands in `{names[0]}`. In place of `quote = …` write {table}, a line each."
        message = "the pack has several articles: which one is this quote from?"
        return Problem(codes.WHICH_ARTICLE, message, where, hint)

    def _unknown(self, name: str | None, part: int, path: KeyPath) -> Problem:
        if name is None:
            return replace(self._which_article(Where(part, path, "header")), hint="")
        hint = self._guess(name, self._articles)
        message = f"there is no article `{name}`"
        return Problem(codes.UNKNOWN_ARTICLE, message, Where(part, (*path, "article")), hint)


def _duplicates(raw: tuple[QuoteTable, ...], part: int, path: KeyPath) -> Iterator[Problem]:
    """A problem for each id that two quotes of one claim were given."""
    first: dict[str, int] = {}
    for index, table in enumerate(raw):
        if table.id is not None and first.setdefault(table.id, index) != index:
            other = Where(part, (*path, first[table.id], "id"), label="first used here")
            where = Where(part, (*path, index, "id"), label="used again here")
            message = f"two quotes of this claim have the id `{table.id}`"
            yield Problem(codes.DUPLICATE_ID, message, where, others=(other,))


def _unmarked(table: QuoteTable, part: int, path: KeyPath) -> Iterator[Problem]:
    """A problem for each marked word that the quote does not contain."""
    for key in _PARTS:
        given = getattr(table, key)
        listed = [((key,), given)] if isinstance(given, str) else _entries(key, given)
        for end, words in listed:
            if words and not within(words, table.text):
                yield _not_in_quote(key, path, Where(part, (*path, *end)))


def _entries(key: str, given: tuple[str, ...]) -> list[tuple[KeyPath, str]]:
    return [((key, index), words) for index, words in enumerate(given)]


def _not_in_quote(key: str, path: KeyPath, where: Where) -> Problem:
    message = f"the words of `{key}` are not in the quote"
    other = Where(where.part, (*path, "text"), label="they are copied from here")
    return Problem(codes.NOT_IN_QUOTE, message, where, others=(other,))
