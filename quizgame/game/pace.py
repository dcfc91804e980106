"""About how long a round takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_RECENT = 30
_USUAL, _FASTEST, _SLOWEST = 15.0, 5.0, 60.0
_READING = 15.0
"""Seconds for an explanation, which nobody measures."""


def minutes(items: int, seconds: Sequence[float]) -> int:
    """About how many minutes so many items take, at least 1.

    Args:
        items: how many.
        seconds: what the player's answers took, the oldest first; what is far off is a pause.
    """
    recent = sorted(seconds[-_RECENT:])
    pace = recent[len(recent) // 2] if recent else _USUAL
    return max(1, round(items * (min(max(pace, _FASTEST), _SLOWEST) + _READING) / 60))
