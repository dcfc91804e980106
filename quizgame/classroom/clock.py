"""The session's clock: it never runs backwards, and stands still while the machine sleeps."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_STEP = 5.0
"""The most seconds between two readings that count.

The hub reads its clock every second. Where more has passed, the machine slept or the process stood
still, and nobody could answer: that time is given back to whoever was answering.
"""


class Clock:
    """Tells the session's time from a clock that is not the wall's, which may jump."""

    def __init__(self, begin: float = 0.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        """A clock that starts at a time of the session."""
        self._monotonic = monotonic
        self._read = monotonic()
        self._t = begin

    def now(self) -> float:
        """The session's time in seconds."""
        read = self._monotonic()
        self._t += max(0.0, min(read - self._read, LONGEST_STEP))
        self._read = read
        return round(self._t, 4)
