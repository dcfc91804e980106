"""When somebody played and how it went: days, and stretches of time that fit on a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quizgame.game.history import Answered


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, week, month or year with answers in it.

    Attributes:
        first: its first day, which need not be one on which something was answered.
        unit: `day`, `week`, `month` or `year`.
    """

    first: date
    unit: str
    answers: int
    right: int

    @property
    def share(self) -> float:
        """The share right, from 0 to 1; a stretch is never empty."""
        return self.right / self.answers


def played(past: Iterable[Answered]) -> Counter[date]:
    """How many answers each of the player's own days has; days without any are not in it."""
    return Counter(answer.at.date() for answer in past)


def monday(day: date) -> date:
    """The first day of the week that a day is in."""
    return day - timedelta(min(day.weekday(), (day - date.min).days))


_UNITS: Mapping[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": monday,
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}


def stretches(past: Iterable[Answered], most: int) -> list[Stretch]:
    """Accuracy over time, the oldest first, in the shortest unit that needs at most `most`.

    Stretches in which nothing was answered are left out. Where even years are too many, the last
    ones are given.
    """
    given = [(answer.at.date(), answer.right) for answer in past]
    found: list[Stretch] = []
    for unit, first in _UNITS.items():
        answers: Counter[date] = Counter()
        right: Counter[date] = Counter()
        for day, was_right in given:
            answers[first(day)] += 1
            right[first(day)] += was_right
        found = [Stretch(day, unit, answers[day], right[day]) for day in sorted(answers)]
        if len(found) <= most:
            break
    return found[-most:]
