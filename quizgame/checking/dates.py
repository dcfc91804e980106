"""Nothing is known at the desk that was printed later."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.checking.walk import own_words, quotes
from quizgame.packs.articles import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_PLACEHOLDER = re.compile(r"\bto be filled in\b|^…$|^TODO\b|^\?+$", re.IGNORECASE)


def later(pack: Pack) -> Iterator[Finding]:
    """No article and no scenario is later than the day on which players sit at the desk."""
    if pack.as_of is None:
        return
    for article in pack.articles.values():
        if article.published and article.published > pack.as_of:
            message = f"printed on {article.published}, after the pack's day, {pack.as_of}"
            yield Finding(message, At("article", article.id, ("published",)))
    for scenario in pack.scenarios.values():
        if scenario.as_of and scenario.as_of > pack.as_of:
            message = f"it plays on {scenario.as_of}, after the pack's day, {pack.as_of}"
            yield Finding(message, At("scenario", scenario.id, ("as_of",)))


def undated(pack: Pack) -> Iterator[Finding]:
    """A status belongs to a day."""
    for article in pack.articles.values():
        if article.dated == UNDATED:
            yield Finding("an article without a date", At("article", article.id))


def later_years(pack: Pack) -> Iterator[Finding]:
    """What the pack says itself knows no later year than its day, unless a passage names it."""
    if pack.as_of is None:
        return
    printed = {year for _, quote in quotes(pack) for year in _YEAR.findall(quote.text)}
    for at, text in own_words(pack):
        for match in _YEAR.finditer(text):
            if int(match[0]) > pack.as_of.year and match[0] not in printed:
                message = f"{match[0]} is later than the pack's day, and no passage names it"
                yield Finding(message, replace(at, inside=match.span()))


def placeholders(pack: Pack) -> Iterator[Finding]:
    """What a tool could not know is for the author to fill in."""
    for article in pack.articles.values():
        for key in ("outlet", "title", "dated"):
            if _PLACEHOLDER.search(getattr(article, key)):
                at = At("article", article.id, (key,))
                yield Finding(f"`{key}` still waits for its author", at)
