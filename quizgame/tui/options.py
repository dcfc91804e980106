"""What the command line tells the full-screen game."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """Where to look, who plays, and how it is drawn.

    Attributes:
        packs: places named by hand; empty for the usual ones.
        player: the name of the player; None for whoever played last.
        pack: the id of the pack; None for the first that can be played.
        seed: what rounds follow from; None for chance.
        ascii: whether to draw with ASCII signs only.
    """

    packs: tuple[Path, ...] = ()
    saves: Path | None = None
    player: str | None = None
    pack: str | None = None
    seed: int | None = None
    ascii: bool = False
