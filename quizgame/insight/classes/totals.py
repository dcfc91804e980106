"""What a whole class knows and believes: by skill, and by the misconception behind a choice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.insight.classes.items import ItemResult


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong belief that an author has named, and how often it was chosen.

    Attributes:
        because: the author's sentence.
        count: how many answers chose an option behind which it stands.
        answers: how many answers there were to the items that offer it.
        items: those items.
    """

    because: str
    count: int
    answers: int
    items: tuple[str, ...]


def misconceptions(every: Iterable[ItemResult]) -> tuple[Misconception, ...]:
    """Those that somebody chose, the most frequent first; one sentence is one misconception."""
    counts: Counter[str] = Counter()
    answers: Counter[str] = Counter()
    where: dict[str, list[str]] = {}
    for item in every:
        wrong = [choice for choice in item.choices if choice.because and not choice.right]
        for choice in wrong:
            counts[choice.because] += choice.count
        for because in dict.fromkeys(choice.because for choice in wrong):
            answers[because] += item.score.answers
            where.setdefault(because, []).append(item.item)
    found = [
        Misconception(because, counts[because], answers[because], tuple(at))
        for because, at in where.items()
        if counts[because]
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.because)))


def hardest(every: Sequence[ItemResult], least: float, most: int) -> tuple[ItemResult, ...]:
    """The items with answers that a smaller share than `least` got right, the hardest first."""
    found = [one for one in every if one.score.share is not None and one.score.share < least]
    return tuple(sorted(found, key=lambda one: (one.score.share or 0, one.item))[:most])
