"""Whether somebody knows how much they know: confidence against what was right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgame.game import confidence
from quizgame.game.confidence import Stated, Tally
from quizgame.insight.chance import likely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.history import Answered

BANDS = ("guess", "fairly", "sure")
"""What can be said about an answer, the least sure first."""

ENOUGH = 10
"""From so many answers in a band on it is named as over- or underconfident."""

Trust = Literal["over", "under", "fits"]


@dataclass(frozen=True, slots=True)
class Band:
    """The answers that were given with one confidence.

    Attributes:
        said: the mean probability that was promised, from 0 to 1; 0 without answers.
    """

    name: str
    answers: int
    right: int
    said: float

    @property
    def share(self) -> float:
        """The share that was right, from 0 to 1; 0 without answers."""
        return self.right / self.answers if self.answers else 0.0

    @property
    def trust(self) -> Trust | None:
        """Whether more was promised than kept, or less; None before there are `ENOUGH` answers.

        It is named only where the promise lies outside what chance explains (`chance.likely`).
        """
        if self.answers < ENOUGH:
            return None
        low, high = likely(self.right, self.answers)
        return "over" if self.said > high else "under" if self.said < low else "fits"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence against what was right, over every answer that has one.

    Attributes:
        bands: all three, the least sure first.
        brier: the Brier score, 0 (always sure and right) to 1; see `brier`.
        reliability: the part of the score that comes from promising too much or too little.
        resolution: how far the confidence tells right from wrong; it lowers the score.
        uncertainty: what somebody would score who always promised their own share of right ones.
        points: what saying how sure has earned, of how much; see `game.confidence`.
    """

    bands: tuple[Band, ...]
    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    points: Tally

    @property
    def answers(self) -> int:
        """How many answers have a confidence."""
        return sum(band.answers for band in self.bands)

    @property
    def overconfidence(self) -> float:
        """Mean promise less share right, -1 to 1; above 0 more was promised than kept.

        From S. Lichtenstein, B. Fischhoff and L. D. Phillips, "Calibration of probabilities: the
        state of the art to 1980", in "Judgment under uncertainty" (1982), 306-334.
        """
        if not self.answers:
            return 0.0
        return sum(band.answers * (band.said - band.share) for band in self.bands) / self.answers


def brier(promises: Sequence[float], rights: Sequence[bool]) -> float:
    """The mean of (promise - outcome)², with 1 for right and 0 for wrong; 0 without answers.

    From G. W. Brier, "Verification of forecasts expressed in terms of probability", Mon. Weather
    Rev. 78 (1950), 1-3, halved as is usual for two outcomes. A promise that is one's true chance
    scores best.
    """
    if not promises:
        return 0.0
    pairs = zip(promises, rights, strict=True)
    return sum((promise - right) ** 2 for promise, right in pairs) / len(promises)


def parts(promises: Sequence[float], rights: Sequence[bool]) -> tuple[float, float, float]:
    """Reliability, resolution and uncertainty, whose first less second plus third is the score.

    Over the groups of one promise f, with o right of n, and O right over all N answers: Σ n (f-o)²
    / N, Σ n (o-O)² / N and O (1-O). From A. H. Murphy, "A new vector partition of the probability
    score", J. Appl. Meteorol. 12 (1973), 595-600.
    """
    if not promises:
        return 0.0, 0.0, 0.0
    groups: dict[float, list[bool]] = {}
    for promise, right in zip(promises, rights, strict=True):
        groups.setdefault(promise, []).append(right)
    every, share = len(promises), sum(rights) / len(promises)
    kept = [(promise, len(group), sum(group) / len(group)) for promise, group in groups.items()]
    return (
        sum(number * (promise - o) ** 2 for promise, number, o in kept) / every,
        sum(number * (o - share) ** 2 for _, number, o in kept) / every,
        share * (1 - share),
    )


def calibration(past: Iterable[Answered]) -> Calibration:
    """The calibration over the answers that have a confidence."""
    return calibrated(
        Stated(a.confidence, confidence.options_of(a), a.right) for a in past if a.confidence
    )


def calibrated(every: Iterable[Stated]) -> Calibration:
    """The calibration over what was stated."""
    stated = list(every)
    promises = [confidence.probability(one.confidence, one.options) for one in stated]
    rights = [one.right for one in stated]
    reliability, resolution, uncertainty = parts(promises, rights)
    given = list(zip(stated, promises, strict=True))
    return Calibration(
        bands=tuple(_band(name, given) for name in BANDS),
        brier=brier(promises, rights),
        reliability=reliability,
        resolution=resolution,
        uncertainty=uncertainty,
        points=confidence.tally(stated),
    )


def _band(name: str, given: Sequence[tuple[Stated, float]]) -> Band:
    inside = [(one.right, promise) for one, promise in given if one.confidence == name]
    number = len(inside)
    said = sum(promise for _, promise in inside) / number if number else 0.0
    return Band(name, number, sum(right for right, _ in inside), said)
