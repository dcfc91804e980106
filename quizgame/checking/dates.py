"""Nothing is known at the desk that was printed later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.packs.articles import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack


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
