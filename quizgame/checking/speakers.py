"""Who is named in front of a headline, and offered as a rival to others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.checking.finding import Finding
from quizgame.checking.walk import quotes
from quizgame.checking.wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.checking.finding import At
    from quizgame.packs.pack import Pack

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "his", "her", "their"})
_BEGINS = re.compile(r"^(?:the|a|an) ")


def _named(pack: Pack) -> Iterator[tuple[At, str]]:
    for at, quote in quotes(pack):
        if quote.who:
            yield replace(at, path=(*at.path[:-1], "who")), quote.who


def pronouns(pack: Pack) -> Iterator[Finding]:
    """On a front page nobody knows who "he" is."""
    for at, who in _named(pack):
        if folded(who) in _PRONOUNS:
            yield Finding(f"`{who}` is no name to print in front of a headline", at)


def two_names(pack: Pack) -> Iterator[Finding]:
    """Two spellings of one speaker would be rivals in "who says so?"."""
    first: dict[str, tuple[str, At]] = {}
    told: set[str] = set()
    for at, who in _named(pack):
        other, where = first.setdefault(_BEGINS.sub("", folded(who)), (who, at))
        if other != who and who not in told:
            told.add(who)
            message = f"`{who}` and `{other}` look like one speaker"
            yield Finding(message, at, others=(replace(where, label="the first"),))
