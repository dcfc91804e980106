"""A draft as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import signs
from quizgame.drafting.differences import differences
from quizgame.drafting.passages import passage
from quizgame.packs import slurs
from quizgame.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.drafting.draft import Draft, Drafted, Statement
    from quizgame.drafting.versions import Version

_WIDTH = 78


def report(draft: Draft) -> Iterator[str]:
    """The lines of the report; what was copied from articles is not yet cleaned."""
    for article in draft.articles:
        yield from _article(article)
    if draft.versions:
        yield "The same in several articles"
        yield ""
        for one in draft.versions:
            yield from _version(draft, one)
    for group in draft.retold:
        names = ", ".join(draft.articles[number].name for number in group)
        yield from _wrapped(f"One report, told {len(group)} times: {names}.")
        yield from _wrapped("They count as one source: give them the same `report`.")
        yield ""
    yield from _wrapped(
        "A status is only suggested: it follows a few words, and you read the whole article. "
        "`-o DIR` writes a pack in which you decide."
    )


def _article(article: Drafted) -> Iterator[str]:
    count = len(article.statements)
    yield f"{article.name}: {count} attributed statement{'' if count == 1 else 's'}"
    yield ""
    yield from warnings(article)
    for number, one in enumerate(article.statements, 1):
        yield from _statement(article, number, one)
    if article.speakers:
        yield from _wrapped(f"Speakers: {', '.join(article.speakers)}.")
        yield ""


def warnings(article: Drafted) -> Iterator[str]:
    """What an author should know of the article before quoting it."""
    if article.spun.suspicious:
        examples = ", ".join(f"“{one}”" for one in article.spun.examples(article.text))
        yield from _wrapped(
            "Warning: a machine seems to have reworded this text "
            f"({article.spun.rate:.0f} signs in 1,000 words: {examples}). Its quotation marks "
            "prove nobody's exact words; look for the article that it was made from."
        )
        yield ""


def _statement(article: Drafted, number: int, one: Statement) -> Iterator[str]:
    text, found = article.text, one.found
    suggested = one.suggested
    who = one.name or "nobody named"
    yield f"{number:>3}  line {article.line(one)} · {who} · {suggested.status}? ({suggested.skill})"
    yield from _wrapped(f"“{_flat(text[slice(*passage(found))])}”", "     ")
    parts = [
        ("source", _flat(signs.source(text, found))),
        ("cue", _flat(signs.cue(text, found))),
        ("hedges", ", ".join(_flat(text[slice(*span)]) for span in found.hedges)),
    ]
    listed = " · ".join(f"{what}: {words}" for what, words in parts if words)
    yield from _wrapped(listed, "     ")
    yield from _wrapped(suggested.because, "     ")
    yield ""


def _version(draft: Draft, one: Version) -> Iterator[str]:
    for place in (one.first, one.second):
        article = draft.articles[place.article]
        statement = article.statements[place.statement]
        quoted = _flat(article.text[slice(*passage(statement.found))])
        yield from _wrapped(f"{article.name} {place.statement + 1}: “{quoted}”", "  ")
    for each in differences(draft.told(one.first), draft.told(one.second)):
        yield from _wrapped(f"{each.what}: {each.first} / {each.second}", "    ")
    yield ""


def _flat(words: str) -> str:
    """The words on one line; a slur is never shown."""
    return " ".join(slurs.pattern().sub("[…]", words).split())


def _wrapped(words: str, indent: str = "") -> Iterator[str]:
    for begin, end in wrap(words, _WIDTH - len(indent)):
        yield indent + words[begin:end]
