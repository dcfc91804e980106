"""Means, variances and what is made of them, over a few dozen numbers.

Sample statistics throughout: variances and covariances divide by n - 1.
"""

from __future__ import annotations

from math import fsum, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of at least one value."""
    return fsum(values) / len(values)


def covariance(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The covariance of at least two pairs."""
    middle_x, middle_y = mean(xs), mean(ys)
    products = ((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return fsum(products) / (len(xs) - 1)


def variance(values: Sequence[float]) -> float:
    """The variance of at least two values."""
    return covariance(values, values)


def deviation(values: Sequence[float]) -> float:
    """The standard deviation of at least two values."""
    return sqrt(variance(values))


def constant(values: Sequence[float]) -> bool:
    """Whether all values are the same, so that nothing can go along with them."""
    return min(values) == max(values)


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Pearson's correlation, -1 to 1; None where one side is constant."""
    if constant(xs) or constant(ys):
        return None
    r = covariance(xs, ys) / sqrt(variance(xs) * variance(ys))
    return max(-1.0, min(1.0, r))


def skewness(values: Sequence[float]) -> float | None:
    """The adjusted Fisher-Pearson skewness G1; None below three values, or if all are the same.

    G1 = √(n(n-1)) / (n-2) · m3 / m2^1.5, with mk the k-th central moment over n. From D. N. Joanes
    and C. A. Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47
    (1998), 183-189.
    """
    number = len(values)
    if number < 3 or constant(values):
        return None
    spread = _moment(values, 2)
    scaled = _moment(values, 3) / (spread * sqrt(spread))
    return sqrt(number * (number - 1)) / (number - 2) * scaled


def kurtosis(values: Sequence[float]) -> float | None:
    """The excess kurtosis G2, 0 for a normal distribution; None below four values, or if constant.

    G2 = (n-1) / ((n-2)(n-3)) · ((n+1) (m4 / m2² - 3) + 6). From Joanes and Gill (1998).
    """
    number = len(values)
    if number < 4 or constant(values):
        return None
    excess = _moment(values, 4) / _moment(values, 2) ** 2 - 3
    return (number - 1) / ((number - 2) * (number - 3)) * ((number + 1) * excess + 6)


def _moment(values: Sequence[float], power: int) -> float:
    """The central moment over n."""
    middle = mean(values)
    return fsum((value - middle) ** power for value in values) / len(values)
