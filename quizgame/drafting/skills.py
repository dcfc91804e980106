"""Which skill a statement may train."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.drafting import signs
from quizgame.drafting.denials import is_denial
from quizgame.drafting.lists import listed

if TYPE_CHECKING:
    from quizgame.drafting.attributions import Attribution
    from quizgame.packs.pack import Skill, Status

_BELIEFS = listed("believing")
_QUOTED = re.compile(r"[\"“„«]|''")
_NUMBER = re.compile(r"\d")
_DAY = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|"
    r"september|october|november|december|\d{4}|yesterday|last (?:week|month|year))\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")


def skill(text: str, one: Attribution, status: Status) -> Skill:
    """The skill that is most at stake in a statement of this suggested status."""
    said = signs.content(text, one)
    source = signs.source(text, one)
    if status == "confirmed":
        return "scope" if one.word in signs.CHECKS else "record"
    if is_denial(text, one) or signs.withholds(text, one):
        return "silence"
    if not _STOP.search(text[slice(*one.sentence)].rstrip()):
        return "headline"
    if one.word in _BELIEFS:
        return "belief"
    if not source or signs.VAGUE.search(source):
        return "shrink"
    if one.hedges:
        return "hedge"
    if _NUMBER.search(said) and not _DAY.search(said):
        return "number"
    if _DAY.search(said):
        return "date"
    if _QUOTED.search(said) and not _QUOTED.match(said):
        return "quote"
    return "word"
