"""How much of a share could be chance."""

from __future__ import annotations

from math import sqrt

Z95 = 1.959963984540054
"""The standard normal quantile that leaves 2.5 % above it."""


def likely(right: int, answers: int, z: float = Z95) -> tuple[float, float]:
    """The range in which the true share plausibly lies: Wilson's score interval.

    With `p` the share seen, `n` the answers: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
    It holds for few answers, and for none or all right. From E. B. Wilson, "Probable inference, the
    law of succession, and statistical inference", J. Am. Stat. Assoc. 22 (1927), 209-212.

    Args:
        right: how many were right, at most `answers`.
        answers: how many there are; for none the range is everything.
        z: the normal quantile; by default that of 95 %.

    Returns:
        Both ends, from 0 to 1.
    """
    if not answers:
        return 0.0, 1.0
    share, square = right / answers, z * z / answers
    middle = share + square / 2
    reach = sqrt(square * (share * (1 - share) + square / 4))
    low, high = (middle - reach) / (1 + square), (middle + reach) / (1 + square)
    # Rounding must not exclude the share itself.
    return min(max(low, 0.0), share), max(min(high, 1.0), share)
