"""What the command line tells a student's side of a lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class JoinOptions:
    """What the command line tells a student's side.

    Attributes:
        code: the code, or an address; empty to be asked for it.
        name: the student's name; empty to be asked for it, where names are not given.
        pair: whether two sit at this screen.
        player: whose save keeps the answers too; None for nobody's.
    """

    code: str = ""
    name: str = ""
    pair: bool = False
    player: str | None = None
    saves: Path | None = None
    ascii: bool = False
