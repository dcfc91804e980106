"""A worksheet: handouts, each with an order of its own, and the key to all of them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from quizgame.exchange.gift_out import rule
from quizgame.exchange.shuffling import LETTERS, shuffled
from quizgame.game import chance
from quizgame.game.asking import WORDING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.exchange.exercises import Book, Evidence, Exercise, Option

MOST_VERSIONS = 26


@dataclass(frozen=True, slots=True)
class Task:
    """An exercise as it is printed in one version; `letter` is that of the right option."""

    number: int
    exercise: Exercise
    options: tuple[Option, ...]

    @property
    def letter(self) -> str:
        """The letter of the right option."""
        return LETTERS[self.options.index(self.exercise.right)]

    def lettered(self) -> Iterator[tuple[str, Option]]:
        """The options with their letters."""
        return zip(LETTERS, self.options, strict=False)


@dataclass(frozen=True, slots=True)
class Version:
    """One handout; its name is a letter, or empty if it is the only one."""

    name: str
    tasks: tuple[Task, ...]


def versions(book: Book, count: int, seed: int) -> tuple[Version, ...]:
    """So many handouts.

    A single one keeps the order of the exercises; of several, each has an order of its own.
    """
    return tuple(
        _version(book, chr(ord("A") + number) if count > 1 else "", seed) for number in range(count)
    )


def _version(book: Book, name: str, seed: int) -> Version:
    exercises = list(book.exercises)
    if name:
        exercises = chance.shuffled(exercises, Random(f"{seed} {name}"))
    return Version(
        name,
        tuple(
            Task(number, one, shuffled(one, f"{seed} {name} {one.id}"))
            for number, one in enumerate(exercises, 1)
        ),
    )


def places(exercise: Exercise, printed: tuple[Version, ...]) -> str:
    """Where an exercise stands in each version: `3`, or `A 3, B 1`."""
    found = [
        f"{version.name} {task.number}".strip()
        for version in printed
        for task in version.tasks
        if task.exercise is exercise
    ]
    return ", ".join(found)


def letters(version: Version) -> str:
    """The right letters of a version, with their numbers."""
    return "  ".join(f"{task.number} {task.letter}" for task in version.tasks)


def reasons(exercise: Exercise) -> list[str]:
    """Why the answer is right, and the rule of the skill."""
    return [line for line in (*exercise.why.split("\n"), rule(exercise.tags)) if line.strip()]


def source(shown: Evidence) -> str:
    """Where a passage comes from, in a line."""
    place = ", ".join(part for part in (shown.outlet, shown.dated) if part)
    wording = WORDING[shown.wording]
    return f"{place} ({wording})" if wording else place


INTRODUCTION = (
    "Each passage stands as its paper printed it. The question is not whether it is true, but who "
    "stood behind it on that day, and how."
)
