"""Words that do not belong where they stand, and texts that stand there twice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.checking.walk import own_words, quotes
from quizgame.packs.slurs import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.packs.pack import Pack

_LOADED = re.compile(r"\b(?:regimes?|dictators?|propaganda)\b", re.IGNORECASE)
# A single mark after a letter is an apostrophe.
_QUOTED = re.compile(
    r"\"[^\"]*\"|“[^”\"]*[”\"]|„[^“”\"]*[“”\"]|«[^»]*»|(?<!\w)[‘'][^’']*[’'](?!\w)"
)
_OTHER = re.compile(r"\W+")
_WRAPPER = re.compile(
    r"\b(?:sa(?:id|ys)|claim(?:ed|s)|stat(?:ed|es)) that\b|\baccording to\b"
    r"|\b(?:allegedly|reportedly|supposedly)\b"
    r"|\b(?:is|are|was|were) (?:said|reported|alleged|believed|feared) to\b",
    re.IGNORECASE,
)


def slurs(pack: Pack) -> Iterator[Finding]:
    """No slur is shown, not even one that stands in an article."""
    texts = [*own_words(pack), *((at, quote.text) for at, quote in quotes(pack))]
    for at, text in texts:
        for match in pattern().finditer(text):
            yield Finding("a slur, which is never shown", replace(at, inside=match.span()))


def loaded_words(pack: Pack) -> Iterator[Finding]:
    """The pack's own voice takes no side; a speaker's word may stand between quotation marks."""
    for at, text in own_words(pack):
        for match in _LOADED.finditer(unquoted(text)):
            message = f"`{match[0]}` takes a side, and the pack says it in its own voice"
            yield Finding(message, replace(at, inside=match.span()))


def wrapped(pack: Pack) -> Iterator[Finding]:
    """What stands around a claim ("X said that") tells its status, and is not the claim."""
    for claim in pack.claims.values():
        if match := _WRAPPER.search(unquoted(claim.text)):
            message = f"`{match[0]}` belongs to the passage, not to the claim"
            yield Finding(message, At("claim", claim.id, ("text",), match.span()))


def unquoted(text: str) -> str:
    """The text, of the same length, with spaces in place of what stands in quotation marks."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def same_claims(pack: Pack) -> Iterator[Finding]:
    """Two claims with one text cannot be told apart on a front page."""
    texts = ((claim.text, At("claim", claim.id, ("text",))) for claim in pack.claims.values())
    yield from _same("claims say the same", texts)


def same_questions(pack: Pack) -> Iterator[Finding]:
    """A question that is asked twice is answered from memory."""
    questions = pack.questions.values()
    yield from _same(
        "questions ask the same", ((one.ask, At("question", one.id, ("ask",))) for one in questions)
    )


def folded(text: str) -> str:
    """The text's words alone, for comparing."""
    return _OTHER.sub(" ", text.casefold()).strip()


def _same(what: str, texts: Iterable[tuple[str, At]]) -> Iterator[Finding]:
    first: dict[str, At] = {}
    for text, at in texts:
        other = first.setdefault(folded(text) or text, at)
        if other is not at:
            yield Finding(f"two {what}", at, others=(replace(other, label="the first"),))
