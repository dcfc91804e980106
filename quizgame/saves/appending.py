"""Adding to a save, so that it is on the disk before anybody says "saved"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from quizgame.saves.records import Record


def append(path: Path, record: Record, *, player: str = "") -> None:
    """Write a record; it is on the disk when this returns. Blocks: call it off the event loop.

    Args:
        path: the save, which must exist.
        record: what to add.
        player: the `Save.id` that is meant; another player's journal at this path is not touched.

    Raises:
        NotSaved: why, and what to do; the file is as it was.
    """
    raise NotImplementedError
