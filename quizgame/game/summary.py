"""What a round showed, in one true sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.game.history import kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.game.history import Answered


def summarise(given: Sequence[Answered]) -> str:
    """How many were right, and what the misses have in common, if anything."""
    if not given:
        return "Nothing answered this time."
    misses = [answer for answer in given if not answer.right]
    score = f"{len(given) - len(misses)} of {len(given)}."
    return f"{score} {_common(misses)}".rstrip()


def _common(misses: Sequence[Answered]) -> str:
    if not misses:
        return "Every line stands as you printed it."
    rules = {answer.skill for answer in misses}
    words = skills.words(misses[0].skill)
    if len(misses) > 1 and len(rules) == 1 and words:
        return f'All your misses were one rule: "{words.question}"'
    sides = {"fact" if answer.status == "confirmed" else answer.status for answer in misses}
    kinds = {kind(answer.item) for answer in misses}
    if len(misses) > 1 and sides == {"fact"} and kinds <= {"two-way", "five-way"}:
        return "Each miss was a fact that you doubted."
    # Of five, alleged can also be missed by taking it for less.
    if len(misses) > 1 and sides <= {"alleged", "denied"} and kinds == {"two-way"}:
        return "Each miss was somebody's word that you took for more."
    if len(misses) == 1 and words:
        return f'The miss: "{words.question}"'
    return ""
