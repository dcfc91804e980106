"""Articles that retell each other are one source, however many they are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.packs.quotes import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Article, Claim, Pack

_AGREE = re.compile(
    r"\b(?:both|two|three|four|five|several|many|all)\b[^.;:]{0,24}"
    r"\b(?:papers|articles|sources|reports|outlets)\b|\bagree\b|\bindependent(?:ly)?\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\bretell|\b(?:one|same|single|common) (?:\w+ )?(?:report|source|talk|origin)\b"
    r"|\bone\b[^.]*\bsource\b|\bnot\b[^.]*\bagree\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w+")
_RUN = 10
_SHARED = 0.1
"""Two articles on one event share names and quotations, but not a tenth of all that they print."""
_COMPARED, _MOST_ARTICLES = 20_000, 60
"""Words of an article, and articles: every one is compared with every other."""


def counted_twice(pack: Pack) -> Iterator[Finding]:
    """A reason that counts papers counts retellings once."""
    for claim in pack.claims.values():
        match = _AGREE.search(claim.why)
        if match and not _ONCE.search(claim.why) and _retold(pack, claim):
            message = "the articles of this claim retell one report, and the reason counts them"
            yield Finding(message, At("claim", claim.id, ("why",), match.span()))


def _retold(pack: Pack, claim: Claim) -> bool:
    articles = {quote.article for quote in claim.quotes if quote.role != "rejects"}
    reports = {pack.articles[article].report or article for article in articles}
    return len(articles) > 1 and len(reports) == 1


def shared_sentences(pack: Pack) -> Iterator[Finding]:
    """What two articles have word for word, they have from each other or from a third."""
    articles = list(pack.articles.values())[:_MOST_ARTICLES]
    runs = {article.id: _runs(article) for article in articles}
    for one, other in combinations(articles, 2):
        if one.report is not None and one.report == other.report:
            continue
        shorter = min(len(runs[one.id]), len(runs[other.id]))
        shared = len(runs[one.id] & runs[other.id])
        if shared > _SHARED * shorter:
            message = (
                f"{100 * shared // shorter} % of this article stands word for word in "
                f"`{other.id}` too, and they count as two sources"
            )
            others = (At("article", other.id, ("id",), label="the other"),)
            yield Finding(message, At("article", one.id, ("id",)), others=others)


def _runs(article: Article) -> set[int]:
    """The runs of ten words that an article has, told apart by their hashes."""
    words = _WORDS.findall(fold(article.text or "").casefold())[:_COMPARED]
    return {hash(tuple(words[n : n + _RUN])) for n in range(len(words) - _RUN + 1)}


def alone(pack: Pack) -> Iterator[Finding]:
    """A report that is misspelt in one article joins nothing."""
    reports = Counter(article.report for article in pack.articles.values())
    for article in pack.articles.values():
        if article.report is not None and reports[article.report] == 1:
            message = f"no other article has the report `{article.report}`"
            yield Finding(message, At("article", article.id, ("report",)))
