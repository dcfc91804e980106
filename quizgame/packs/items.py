"""How a set names what it asks.

`claim`, `claim?kind`, `claim@quote`, `claim?kind@quote`, or `question`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

CLAIM_KINDS = ("two-way", "five-way", "source", "cue", "pair", "quote")
"""What can be asked about a claim."""
QUESTION_KIND = "choice"

_ITEM = re.compile(r"([a-z0-9-]+)(?:\?([a-z0-9-]+))?(?:@([a-z0-9-]+))?")


class ItemName(NamedTuple):
    """A set's item; what it leaves to the game is None."""

    id: str
    kind: str | None = None
    quote: str | None = None


def item_name(text: str) -> ItemName | None:
    """The parts of an item's name; None if it is none."""
    match = _ITEM.fullmatch(text)
    return ItemName(match[1], match[2], match[3]) if match else None
