"""How two versions of a statement differ: numbers, hedges, who says it, quoted words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.drafting import signs
from quizgame.drafting.hedges import NUMBER

if TYPE_CHECKING:
    from quizgame.drafting.attributions import Attribution

_NUMBERS = re.compile(rf"(?<![\w-])(?:{NUMBER})(?![\w-])", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”»“]|''(.+?)''")
_UNCOUNTED = frozenset(["one"])


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in one article: its text, its parts, and how its speaker is printed."""

    text: str
    statement: Attribution
    name: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What one version has and the other has not; `what` is a word such as "numbers"."""

    what: str
    first: str
    second: str


def differences(first: Told, second: Told) -> list[Difference]:
    """The differences that a reader should know of."""
    found: list[Difference] = []
    for what, one, other in (
        ("numbers", _numbers(first), _numbers(second)),
        ("hedges", _hedges(first), _hedges(second)),
        ("quoted words", _quoted(first), _quoted(second)),
    ):
        if one != other:
            found.append(Difference(what, _listed(one - other), _listed(other - one)))
    ours, theirs = _speaker(first), _speaker(second)
    if ours.split()[-1].casefold() != theirs.split()[-1].casefold():
        found.append(Difference("who says it", ours, theirs))
    return found


def _numbers(told: Told) -> set[str]:
    said = signs.content(told.text, told.statement)
    found = (match.group().lower().strip(".,") for match in _NUMBERS.finditer(said))
    return {number for number in found if number not in _UNCOUNTED}


def _hedges(told: Told) -> set[str]:
    return {told.text[slice(*span)].lower() for span in told.statement.hedges}


def _quoted(told: Told) -> set[str]:
    said = told.text[slice(*told.statement.sentence)]
    found = (match.group(1) or match.group(2) for match in _QUOTED.finditer(said))
    return {re.sub(r"\s+", " ", words).strip(" ,.") for words in found}


def _speaker(told: Told) -> str:
    return told.name or signs.source(told.text, told.statement) or "nobody named"


def _listed(words: set[str]) -> str:
    return "; ".join(sorted(words)) or "none"
