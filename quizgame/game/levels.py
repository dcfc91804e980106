"""The ramp: how hard an item is, and where a player stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.game.history import Answered
    from quizgame.packs.pack import Claim, Pack, Question, Quote

LOWEST, HIGHEST = 1, 5
FIVE_WAY = 5
"""The level from which the five statuses are told apart."""

_WINDOW, _UP, _DOWN = 10, 8, 3
_TWO_VERSIONS = {"chain", "shrink", "quote"}


def of_quote(pack: Pack, claim: Claim, quote: Quote) -> int:
    """How hard it is to tell who stands behind a claim in this quote, 1 to 4.

    1 a named source, a check or a public act; 2 a hedge without a source; 3 a flat headline; 4 two
    versions, or an article that was reworded. An author's own level comes first.
    """
    if claim.level is not None:
        return claim.level
    if pack.articles[quote.article].wording == "reworded" or claim.skill in _TWO_VERSIONS:
        return 4
    if claim.skill == "headline":
        return 3
    return 2 if quote.hedges and not quote.source else 1


def of_question(question: Question) -> int:
    """How hard a question is: the author's level, or 2."""
    return question.level or 2


def of_player(past: Iterable[Answered]) -> int:
    """A player's level: up at 8 right of the last 10, down after three misses in a row.

    Each change starts the count anew.
    """
    level = LOWEST
    recent: list[bool] = []
    for answer in past:
        recent = [*recent, answer.right][-_WINDOW:]
        if sum(recent) >= _UP and len(recent) == _WINDOW and level < HIGHEST:
            level, recent = level + 1, []
        elif not any(recent[-_DOWN:]) and len(recent) >= _DOWN:
            level, recent = max(LOWEST, level - 1), []
    return level
