"""What is found in one or several articles, before anything is written."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.drafting import signs
from quizgame.drafting.attributions import attributions
from quizgame.drafting.differences import Told
from quizgame.drafting.speakers import ranked, speakers
from quizgame.drafting.spinning import spun
from quizgame.drafting.suggestions import suggestions
from quizgame.drafting.versions import retold, versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.attributions import Attribution
    from quizgame.drafting.spinning import Spun
    from quizgame.drafting.suggestions import Suggestion
    from quizgame.drafting.versions import Place, Version


@dataclass(frozen=True, slots=True)
class Statement:
    """An attributed statement, how its speaker is printed, and what is suggested for it.

    `name` is empty where no speaker can be told.
    """

    found: Attribution
    name: str
    suggested: Suggestion


@dataclass(frozen=True, slots=True)
class Drafted:
    """One article.

    Attributes:
        name: the file's name without the ending.
        text: the raw text.
        speakers: those who are named, the most frequent first.
        breaks: where its lines end.
    """

    name: str
    text: str
    statements: tuple[Statement, ...]
    speakers: tuple[str, ...]
    spun: Spun
    breaks: tuple[int, ...]

    def line(self, statement: Statement) -> int:
        """The number of the line that the statement stands on, from 1."""
        return bisect(self.breaks, statement.found.sentence[0]) + 1


@dataclass(frozen=True, slots=True)
class Draft:
    """All articles, the statements that several carry, and the articles that retell one report.

    `retold` holds groups of the articles' numbers.
    """

    articles: tuple[Drafted, ...]
    versions: tuple[Version, ...]
    retold: tuple[tuple[int, ...], ...]

    def told(self, place: Place) -> Told:
        """A statement with the article that it stands in."""
        article = self.articles[place.article]
        one = article.statements[place.statement]
        return Told(article.text, one.found, one.name)


def draft(texts: Sequence[tuple[str, str]]) -> Draft:
    """Drafts from articles, each given by its name and its raw text."""
    articles = tuple(_drafted(name, text) for name, text in texts)
    passages = [[signs.said(one.text, each.found) for each in one.statements] for one in articles]
    pairs = versions(passages)
    return Draft(articles, tuple(pairs), tuple(map(tuple, retold(passages, pairs))))


def _drafted(name: str, text: str) -> Drafted:
    found = attributions(text)
    names = speakers(text, found)
    suggested = suggestions(text, found, names)
    statements = tuple(map(Statement, found, names, suggested))
    breaks = tuple(found.start() for found in re.finditer("\n", text))
    return Drafted(name, text, statements, tuple(ranked(names)), spun(text), breaks)
