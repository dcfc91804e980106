"""Results that are asked for again and again of the same values, which never change."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")
Result = TypeVar("Result")

MOST = 64
"""So many results of a function are kept."""


def remembered(function: Callable[[Value], Result]) -> Callable[[Value], Result]:
    """Keeps the results of a function of one value, by which value it is, not by what is in it.

    A question with a thousand ballots is quick to tell from another, and slow to compare.
    """
    kept: dict[int, tuple[Value, Result]] = {}

    @wraps(function)
    def remembering(value: Value) -> Result:
        found = kept.get(id(value))
        if found is None:
            if len(kept) >= MOST:
                kept.clear()
            # The value is kept too: as long as it lives no other has its identity.
            found = kept[id(value)] = value, function(value)
        return found[1]

    return remembering
