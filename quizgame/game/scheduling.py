"""When a skill comes back: one FSRS card a skill, one review a skill and day.

The interval follows from FSRS 6 with its default weights and a desired retention of 90 % (the
package `fsrs`, https://github.com/open-spaced-repetition/py-fsrs). Nothing is stored: the schedule
is replayed from the answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fsrs import Scheduler

    from quizgame.game.history import Answered

AGAIN, GOOD, EASY = 1, 3, 4
"""What FSRS calls how well it went; *hard* is not used."""

_ENOUGH = 0.6
"""Less of a day's answers right than this, and the skill is learned anew."""

_LAST = date.max - timedelta(36_500)
"""After a later day there may be no room for the longest interval that FSRS gives."""

_CHUNK = 32
"""Reviews that are replayed together. Only the last chunk of a skill changes with a new answer."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a skill comes back.

    Attributes:
        reviewed: the player's own last day with an answer of this skill.
        due: the day from which it should be practised again; always after `reviewed`.
    """

    skill: str
    reviewed: date
    due: date

    def urgency(self, today: date) -> float:
        """The days since the last review as a share of what they should be; due from 1 on."""
        return (today - self.reviewed).days / (self.due - self.reviewed).days


class _Memory(NamedTuple):
    """What FSRS knows of a card after its last review."""

    stability: float
    difficulty: float
    reviewed: datetime
    due: datetime


def schedules(past: Iterable[Answered]) -> dict[str, Schedule]:
    """The schedule of every skill that was answered, whatever the pack, the longest due first."""
    every = []
    for skill, days in _by_day(past).items():
        reviews = [(day, rating(days[day])) for day in sorted(days)]
        memory = _replayed(reviews)
        every.append(Schedule(skill, memory.reviewed.date(), memory.due.date()))
    return {one.skill: one for one in sorted(every, key=lambda one: one.due)}


def due(past: Iterable[Answered], today: date) -> list[Schedule]:
    """The skills that are due on the player's own day `today`, the most urgent first.

    A day too late is much for a skill that comes every day, and little for one that comes monthly.
    """
    ripe = [one for one in schedules(past).values() if one.due <= today]
    return sorted(ripe, key=lambda one: one.urgency(today), reverse=True)


def rating(answers: Sequence[Answered]) -> int:
    """How well a skill went on one day: again under 60 % right, easy if all right and sure."""
    right = sum(answer.right for answer in answers)
    if right < _ENOUGH * len(answers):
        return AGAIN
    sure = all(answer.right and answer.confidence == "sure" for answer in answers)
    return EASY if sure else GOOD


def _by_day(past: Iterable[Answered]) -> dict[str, dict[date, list[Answered]]]:
    """The answers of each skill by the player's own days."""
    skills: dict[str, dict[date, list[Answered]]] = {}
    for answer in past:
        if answer.skill:
            skills.setdefault(answer.skill, {}).setdefault(answer.at.date(), []).append(answer)
    return skills


def _replayed(reviews: Sequence[tuple[date, int]]) -> _Memory:
    """The memory after at least one review."""
    memory: _Memory | None = None
    for begin in range(0, len(reviews), _CHUNK):
        memory = _after(memory, tuple(reviews[begin : begin + _CHUNK]))
    assert memory is not None
    return memory


@lru_cache(maxsize=1024)
def _after(memory: _Memory | None, reviews: tuple[tuple[date, int], ...]) -> _Memory:
    """The memory after some more reviews; 30 µs a review, so what was replayed once is kept."""
    # 5 ms that neither the first frame nor a command without a round needs.
    from fsrs import Card, Rating, State

    # Left to itself, a card reads the clock for its id and its first day, and sleeps.
    first = _midnight(reviews[0][0])
    card = Card(card_id=0, state=State.Learning, due=first)
    if memory:
        card = Card(0, State.Review, None, *memory[:2], due=memory.due, last_review=memory.reviewed)
    for day, how in reviews:
        card, _ = _scheduler().review_card(card, Rating(how), _midnight(day))
    assert card.stability is not None
    assert card.difficulty is not None
    assert card.last_review is not None
    return _Memory(card.stability, card.difficulty, card.last_review, card.due)


@cache
def _scheduler() -> Scheduler:
    """Whole days only: a skill has one review a day, so steps of minutes would mean nothing."""
    from fsrs import Scheduler

    steps: tuple[timedelta, ...] = ()
    return Scheduler(learning_steps=steps, relearning_steps=steps, enable_fuzzing=False)


def _midnight(day: date) -> datetime:
    """A calendar day as FSRS takes it: in UTC, so that days are equally long all the year."""
    day = min(day, _LAST)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
