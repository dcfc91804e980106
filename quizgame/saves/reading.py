"""Reading a save. Nothing here writes: what is damaged is passed over and told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from quizgame.saves.records import Record


@dataclass(frozen=True, slots=True)
class Save:
    """What a player's file says.

    Attributes:
        id: tells this journal from another that later takes its place; pass it to `append`.
        name: empty for a player who has not given one.
        records: in the order of the file.
        settings: for each key the last value.
        notices: sentences for the player, one for each place that was passed over, and why.
    """

    path: Path
    id: str
    name: str
    created: datetime | None
    records: tuple[Record, ...]
    settings: Mapping[str, str | int | bool]
    notices: tuple[str, ...]


def read(path: Path) -> Save:
    """Everything in the save that can be used.

    Raises:
        UnreadableSave: it is no save, or cannot be opened.
        NewerSave: a later version began it.
    """
    raise NotImplementedError
