"""The five statuses: what stands behind a sentence, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.packs.pack import Claim, Quote, Status


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A status in words: its name, how it is printed, and what it means."""

    name: str
    printed: str
    means: str


WORDS: dict[Status, StatusWords] = {
    "confirmed": StatusWords(
        "CONFIRMED",
        "as fact",
        "Somebody who takes no side checked it, or it was done in public.",
    ),
    "alleged": StatusWords("ALLEGED", "with a name in front", "It rests on somebody's word."),
    "denied": StatusWords(
        "DENIED", "with both names", "One side says it, and a party rejects it in the same article."
    ),
    "analysis": StatusWords(
        "ANALYSIS",
        "as opinion, with the name",
        "The future, a motive, a judgement: nothing that could be settled that day.",
    ),
    "unknown": StatusWords(
        "UNKNOWN", "not at all", "The passage itself says that it is not known."
    ),
}

CHECKED = "A named checker outside the parties says so, and how."
IN_PUBLIC = "It was done in public, or the side that it hurts admitted it."
_DECIDED: dict[Status, str] = {
    "unknown": "The passage that carries it says that it is not known.",
    "analysis": "No camera, document or count could have settled it that day.",
    "denied": "It rests on somebody's word, and a party rejects it in the same article.",
    "alleged": "It rests on somebody's word: nobody neutral checked it, it was not done in public.",
}


def decided(claim: Claim, quote: Quote) -> str:
    """The rule of the editorial guide that decides the status of a claim in this quote."""
    if quote.status != "confirmed":
        return _DECIDED[quote.status]
    checked = any(q.role == "checks" for q in claim.quotes)
    return CHECKED if checked else IN_PUBLIC


def accepted(claim: Claim, quote: Quote) -> tuple[Status, ...]:
    """The statuses that count as right for this quote, the key first."""
    return (quote.status, *(s for s in claim.also_accept if s != quote.status))
