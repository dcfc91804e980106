"""How well a set of items measures: item analysis in the definitions of Moodle's statistics report.

x is the mark of an item, 0 or 1, T the total over all items, o = T - x the rest. An item that a
student did not answer has the mark 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, sqrt, tanh
from typing import TYPE_CHECKING

from quizgame.insight.chance import Z95
from quizgame.insight.classes.moments import (
    constant,
    covariance,
    deviation,
    kurtosis,
    mean,
    pearson,
    skewness,
    variance,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 30
"""From so many attempts on these statistics are told; below that they are mostly noise."""


@dataclass(frozen=True, slots=True)
class ItemMeasure:
    """One item among the others.

    Attributes:
        facility: the mean mark, 0 to 1.
        deviation: the standard deviation of its marks.
        weight: the effective weight in per cent, 100 √cov(x, T) / Σ √cov; None where cov < 0.
        discrimination: 100 times Pearson's r of x with o; None where one of them is constant.
        likely: its 95 % interval by Fisher's z; None with it.
        efficiency: 100 cov(x, o) / cov(sorted x, sorted o); None where that is 0.
    """

    facility: float
    deviation: float
    weight: float | None
    discrimination: float | None
    likely: tuple[float, float] | None
    efficiency: float | None


@dataclass(frozen=True, slots=True)
class SetMeasure:
    """A set of items as one test. Totals are in per cent of the items.

    Attributes:
        attempts: how many students there are.
        skewness: of the totals; None if they are all the same.
        kurtosis: their excess kurtosis; None if they are all the same.
        alpha: Cronbach's α; None for a single item, or if all totals are the same.
        error_ratio: √(1 - α) in per cent: how much of the deviation is chance; None with α.
        standard_error: of a single total, error ratio times deviation; None with α.
        items: in the order of the columns.
    """

    attempts: int
    mean: float
    deviation: float
    skewness: float | None
    kurtosis: float | None
    alpha: float | None
    error_ratio: float | None
    standard_error: float | None
    items: tuple[ItemMeasure, ...]


def measure(marks: Sequence[Sequence[int]]) -> SetMeasure:
    """The statistics of a matrix of marks, a row a student and a column an item.

    It needs two students and one item; whether there are enough to be told is the caller's matter.
    """
    totals = [sum(row) for row in marks]
    shares = [100 * total / len(marks[0]) for total in totals]
    columns = list(zip(*marks, strict=True))
    reliability = alpha(columns, totals)
    ratio = None if reliability is None else sqrt(1 - reliability)
    spread = deviation(shares)
    return SetMeasure(
        attempts=len(marks),
        mean=mean(shares),
        deviation=spread,
        skewness=skewness(shares),
        kurtosis=kurtosis(shares),
        alpha=reliability,
        error_ratio=None if ratio is None else 100 * ratio,
        standard_error=None if ratio is None else ratio * spread,
        items=_items(columns, totals),
    )


def alpha(columns: Sequence[Sequence[int]], totals: Sequence[int]) -> float | None:
    """Cronbach's α = p / (p-1) · (1 - Σ var x / var T), at most 1; None where it has no meaning.

    From L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16
    (1951), 297-334.
    """
    items = len(columns)
    if items < 2 or constant(totals):
        return None
    share = sum(variance(column) for column in columns) / variance(totals)
    return min(1.0, items / (items - 1) * (1 - share))


def _items(columns: Sequence[Sequence[int]], totals: Sequence[int]) -> tuple[ItemMeasure, ...]:
    with_total = [covariance(column, totals) for column in columns]
    roots = sum(sqrt(cov) for cov in with_total if cov > 0)
    return tuple(
        _item(column, totals, _weight(cov, roots))
        for column, cov in zip(columns, with_total, strict=True)
    )


def _weight(cov: float, roots: float) -> float | None:
    return None if cov < 0 or not roots else 100 * sqrt(cov) / roots


def _item(column: Sequence[int], totals: Sequence[int], weight: float | None) -> ItemMeasure:
    rest = rests(column, totals)
    r = pearson(column, rest)
    most = covariance(sorted(column), sorted(rest))
    return ItemMeasure(
        facility=mean(column),
        deviation=deviation(column),
        weight=weight,
        discrimination=None if r is None else 100 * r,
        likely=None if r is None else _likely(r, len(column)),
        efficiency=None if r is None or most <= 0 else 100 * covariance(column, rest) / most,
    )


def rests(column: Sequence[int], totals: Sequence[int]) -> list[int]:
    """The totals of the other items."""
    return [total - mark for mark, total in zip(column, totals, strict=True)]


def _likely(r: float, number: int) -> tuple[float, float]:
    """The 95 % interval of 100 r by R. A. Fisher's z, whose standard error is 1 / √(n-3)."""
    if number <= 3 or abs(r) == 1:
        return 100 * r, 100 * r
    reach = Z95 / sqrt(number - 3)
    return 100 * tanh(atanh(r) - reach), 100 * tanh(atanh(r) + reach)
