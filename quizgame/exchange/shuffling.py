"""The order of options on paper, the same for the same seed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from quizgame.game import chance

if TYPE_CHECKING:
    from quizgame.exchange.exercises import Exercise, Option

LETTERS = "ABCDE"


def shuffled(exercise: Exercise, seed: str) -> tuple[Option, ...]:
    """The options in an order that follows from the seed, unless they have one of their own."""
    if exercise.ordered:
        return exercise.options
    return tuple(chance.shuffled(exercise.options, Random(seed)))
