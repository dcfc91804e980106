"""A player's doubts about an item, kept beside the save for the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def note(
    path: Path, *, item: str, quote: str, status: str, rule: str, text: str = "", at: datetime
) -> Path:
    """Add a note about an item to `<stem>.notes.toml` beside the save; durable like an answer.

    Args:
        path: the player's save.
        item: the item's id.
        quote: the passage as it was shown.
        status: the status that the key gives.
        rule: the rule that decided.
        text: the player's own words, if any.
        at: aware, with the player's local offset.

    Returns:
        The file that holds the notes.

    Raises:
        NotSaved: why, and what to do.
    """
    raise NotImplementedError
