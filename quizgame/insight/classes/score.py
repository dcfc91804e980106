"""How many of how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.insight.chance import likely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.insight.given import Given


@dataclass(frozen=True, slots=True)
class Score:
    """Right answers among answers."""

    right: int
    answers: int

    @property
    def share(self) -> float | None:
        """The share right, 0 to 1; None without answers."""
        return self.right / self.answers if self.answers else None

    @property
    def likely(self) -> tuple[float, float]:
        """Where the true share plausibly lies: Wilson's 95 % interval."""
        return likely(self.right, self.answers)

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.answers + other.answers)


def score(every: Iterable[Given]) -> Score:
    """The score of some answers, in people: two at one screen count as two."""
    right = answers = 0
    for given in every:
        answers += given.people
        right += given.people if given.right else 0
    return Score(right, answers)
