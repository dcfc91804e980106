"""Formats of a save, and how an older one is understood.

A file is never rewritten. What an older version wrote is lifted in memory, format by format; what a
newer one wrote is not guessed at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Table = dict[str, object]
Upcast = Callable[[str, Table], tuple[str, Table]]
"""Takes a block's kind and table as one format has them, gives them as the next has them."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats that a version of the game understands.

    Attributes:
        current: the one that is written.
        upcasts: for each older format the step to the next.
    """

    current: int
    upcasts: Mapping[int, Upcast] = field(default_factory=dict)

    def knows(self, number: int) -> bool:
        """Whether what is written in this format can be understood."""
        return number <= self.current and all(
            older in self.upcasts for older in range(number, self.current)
        )

    def lift(self, kind: str, table: Table, written_in: int) -> tuple[str, Table]:
        """A block as the current format has it; `written_in` must be known."""
        for older in range(written_in, self.current):
            kind, table = self.upcasts[older](kind, table)
        return kind, table


FORMATS = Formats(current=1)
