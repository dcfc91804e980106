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
    round and its claim is a fresh one: neither the missed claim itself, nor one that was missed
    when it was last asked. Knowing the sentence is not knowing the rule.
    """
    every: list[Correction] = []
    still_open: dict[str, list[int]] = {}
    missed_last: set[str] = set()
    for answer in past:
        waiting = still_open.setdefault(answer.skill, [])
        about = subject(answer.item)
        if not answer.right:
            missed_last.add(about)
            waiting.append(len(every))
            every.append(Correction(answer))
        elif about in missed_last:
            missed_last.remove(about)
        else:
            index = next((i for i in waiting if _pays(answer, every[i].missed)), None)
            if index is not None:
                waiting.remove(index)
                every[index] = Correction(every[index].missed, answer.at)
    return every


def open_corrections(past: Iterable[Answered]) -> list[Correction]:
    """The corrections that wait to be struck out."""
    return [correction for correction in corrections(past) if correction.struck is None]


def struck_by(past: Iterable[Answered], given: Iterable[Answered]) -> int:
    """How many corrections the answers of a round have struck out; they are a part of `past`."""
    times = {answer.at for answer in given if answer.right}
    return sum(correction.struck in times for correction in corrections(past))


def missed_last(past: Iterable[Answered]) -> frozenset[str]:
    """The claims, as `pack/claim`, that were missed when they were last asked."""
    last = {subject(answer.item): answer.right for answer in past}
    return frozenset(about for about, right in last.items() if not right)


def _pays(answer: Answered, missed: Answered) -> bool:
    return answer.round != missed.round and subject(answer.item) != subject(missed.item)
