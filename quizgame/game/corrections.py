"""Misses become corrections; a later right answer of the same rule strikes one out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game.history import subject

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from quizgame.game.history import Answered


@dataclass(frozen=True, slots=True)
class Correction:
    """A miss, and the answer that struck it out, if one has.

    Attributes:
        struck: when it was struck out; None while it is open.
    """

    missed: Answered
    struck: datetime | None = None


def corrections(past: Iterable[Answered]) -> list[Correction]:
    """Every correction in the order of the misses.

    Each right answer strikes out the oldest open correction of its skill, if it comes in a later
    round and is about another claim: knowing the sentence is not knowing the rule.
    """
    every: list[Correction] = []
    still_open: dict[str, list[int]] = {}
    for answer in past:
        waiting = still_open.setdefault(answer.skill, [])
        if not answer.right:
            waiting.append(len(every))
            every.append(Correction(answer))
            continue
        index = next((i for i in waiting if _pays(answer, every[i].missed)), None)
        if index is not None:
            waiting.remove(index)
            every[index] = Correction(every[index].missed, answer.at)
    return every


def open_corrections(past: Iterable[Answered]) -> list[Correction]:
    """The corrections that wait to be struck out."""
    return [correction for correction in corrections(past) if correction.struck is None]


def _pays(answer: Answered, missed: Answered) -> bool:
    return answer.round != missed.round and subject(answer.item) != subject(missed.item)
