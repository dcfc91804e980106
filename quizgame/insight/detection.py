"""Telling facts from claims, and leaning to one side: signal detection on two-way answers.

What is to be detected is a fact: "confirmed" is the yes of a yes-no task.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, Literal

from quizgame.game.history import kind
from quizgame.insight.chance import Z95

if TYPE_CHECKING:
    from collections.abc import Iterable
    from statistics import NormalDist

    from quizgame.game.history import Answered

ENOUGH = 50
"""From so many two-way answers on a lean is named."""

SHARP, BLURRED = 1.68, 0.84
"""The d′ of somebody without a lean who is right eight times in ten, and two times in three.

Without a lean the share right is Φ(d′ / 2), with Φ the normal distribution.
"""

_LEAST_LEAN = 0.2
"""A smaller c is no lean that anybody would notice, however surely it is there."""

Lean = Literal["trusting", "suspicious", "even"]
Sight = Literal["sharp", "fair", "blurred"]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Two-way answers by what they were about and how they were printed.

    Attributes:
        hits: facts that were printed as fact.
        misses: facts that were printed as somebody's word.
        false_alarms: somebody's word that was printed as fact.
        rejections: somebody's word that was printed so.
    """

    hits: int
    misses: int
    false_alarms: int
    rejections: int

    @property
    def facts(self) -> int:
        """How many of the answers were about facts."""
        return self.hits + self.misses

    @property
    def claims(self) -> int:
        """How many of the answers were about somebody's word."""
        return self.false_alarms + self.rejections

    @property
    def answers(self) -> int:
        """How many there are in all."""
        return self.facts + self.claims

    @property
    def hit_rate(self) -> float:
        """The share of facts printed as fact, between 0 and 1, corrected for small numbers.

        The log-linear correction adds 0.5 to the hits and 1 to their number, so that no rate is 0
        or 1: M. J. Hautus, "Corrections for extreme proportions and their biasing effects on
        estimated values of d′", Behav. Res. Methods Instrum. Comput. 27 (1995), 46-51.
        """
        return (self.hits + 0.5) / (self.facts + 1)

    @property
    def false_alarm_rate(self) -> float:
        """The share of somebody's word printed as fact, with the same correction."""
        return (self.false_alarms + 0.5) / (self.claims + 1)

    @property
    def d_prime(self) -> float:
        """How well the two are told apart: d′ = z(hit rate) - z(false-alarm rate); 0 is chance.

        From N. A. Macmillan and C. D. Creelman, "Detection theory", 2nd ed. (2005), ch. 1.
        """
        z = _normal().inv_cdf
        return z(self.hit_rate) - z(self.false_alarm_rate)

    @property
    def c(self) -> float:
        """The lean: c = -(z(hit rate) + z(false-alarm rate)) / 2.

        Below 0 "confirmed" comes easily, above 0 it comes seldom. From Macmillan and Creelman
        (2005), ch. 2.
        """
        z = _normal().inv_cdf
        return -(z(self.hit_rate) + z(self.false_alarm_rate)) / 2

    @property
    def error_of_d_prime(self) -> float:
        """The standard error of d′; that of c is half of it.

        The variance is H(1-H) / (n φ(z(H))²) for the hits and the same for the false alarms, with
        φ the normal density: V. Gourevitch and E. Galanter, "A significance test for one parameter
        isosensitivity functions", Psychometrika 32 (1967), 25-33.
        """
        rates = ((self.hit_rate, self.facts + 1), (self.false_alarm_rate, self.claims + 1))
        return sqrt(sum(_variance_of_z(rate, number) for rate, number in rates))

    @property
    def lean(self) -> Lean | None:
        """To which side the verdicts lean; None before there are `ENOUGH` of them.

        A lean is named if it is large enough to be noticed, and if its 95 % interval leaves out 0.
        """
        if self.answers < ENOUGH:
            return None
        if abs(self.c) < max(_LEAST_LEAN, Z95 * self.error_of_d_prime / 2):
            return "even"
        return "suspicious" if self.c > 0 else "trusting"

    @property
    def sight(self) -> Sight | None:
        """How well facts and claims are told apart; None before there are `ENOUGH` answers."""
        if self.answers < ENOUGH:
            return None
        return (
            "sharp" if self.d_prime >= SHARP else "fair" if self.d_prime >= BLURRED else "blurred"
        )


def verdicts(past: Iterable[Answered]) -> Verdicts:
    """The two-way answers, counted; answers of other kinds have no two sides.

    What an item was about follows from the choice and from whether it was right by its key then.
    """
    counts = {(right, chosen): 0 for right in (True, False) for chosen in ("confirmed", "alleged")}
    for answer in past:
        cell = (answer.right, answer.chosen)
        if kind(answer.item) == "two-way" and cell in counts:
            counts[cell] += 1
    return Verdicts(
        hits=counts[True, "confirmed"],
        misses=counts[False, "alleged"],
        false_alarms=counts[False, "confirmed"],
        rejections=counts[True, "alleged"],
    )


@cache
def _normal() -> NormalDist:
    # 30 ms, and home does without.
    from statistics import NormalDist

    return NormalDist()


def _variance_of_z(rate: float, number: int) -> float:
    height = _normal().pdf(_normal().inv_cdf(rate))
    return rate * (1 - rate) / (number * height**2)
