"""Texts that are too long to read, or too short to prove anything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.checking.walk import quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack

CLAIM = 90
WHY = 120
HEADLINE = 60
LONGEST_QUOTE = 600
FEWEST_WORDS = 4


def claims(pack: Pack) -> Iterator[Finding]:
    """A claim is one thought, read at a glance."""
    for claim in pack.claims.values():
        yield from _longer(claim.text, CLAIM, At("claim", claim.id, ("text",)))


def whys(pack: Pack) -> Iterator[Finding]:
    """The explanation's first view has room for two lines of reasons."""
    for claim in pack.claims.values():
        yield from _longer(claim.why, WHY, At("claim", claim.id, ("why",)))
    for question in pack.questions.values():
        yield from _longer(question.why, WHY, At("question", question.id, ("why",)))


def headlines(pack: Pack) -> Iterator[Finding]:
    """A headline has one line of the front page, beside the name in front of it."""
    for claim in pack.claims.values():
        if claim.headline != claim.text:
            yield from _longer(claim.headline, HEADLINE, At("claim", claim.id, ("headline",)))


def long_quotes(pack: Pack) -> Iterator[Finding]:
    """A passage is read on one screen, and articles belong to their publishers."""
    for at, quote in quotes(pack):
        yield from _longer(quote.text, LONGEST_QUOTE, at)


def short_quotes(pack: Pack) -> Iterator[Finding]:
    """A word or two show nobody who stands behind a claim."""
    for at, quote in quotes(pack):
        words = len(quote.text.split())
        if words < FEWEST_WORDS:
            yield Finding(f"the quote has {words} words, fewer than {FEWEST_WORDS}", at)


def _longer(text: str, most: int, at: At) -> Iterator[Finding]:
    if len(text) > most:
        key = at.path[-1]
        message = f"`{key}` has {len(text)} characters, more than {most}"
        inside = (most, len(text)) if text else None
        yield Finding(message, replace(at, inside=inside, label=f"{len(text) - most} too many"))
