"""Opening the desk: packs from their places, the player from the saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame import places
from quizgame.nicknames import clean_name
from quizgame.packs.library import find
from quizgame.play.desk import Desk
from quizgame.play.player import Player, player_named
from quizgame.saves.players import players
from quizgame.saves.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path


def open_desk(
    *,
    packs: Sequence[Path],
    saves: Path | None,
    name: str | None,
    pack: str | None,
    seed: int | None,
    now: Callable[[], datetime],
) -> Desk:
    """Everything that a game needs, read from disk.

    Args:
        packs: places named by hand; empty for the usual ones.
        saves: the folder of saves named by hand.
        name: who plays; None for whoever played last, or somebody new.
        pack: the id of the pack to use; None for the first that can be played.
        seed: what rounds follow from; None for chance.
        now: the clock.

    Raises:
        QuizgameError: the named player's save cannot be read or made, or there is no such pack.
    """
    folder = places.saves(saves).path
    player, problems = (player_named(folder, clean_name(name)), []) if name else _last(folder)
    desk = Desk(find(packs), folder, player, now, seed)
    desk.notices += problems
    desk.use(pack)
    if desk.dealer:
        # A long history takes 0.1 s to replay; nobody waits for it here.
        desk.dealer.agenda()
    return desk


def _last(folder: Path) -> tuple[Player, list[str]]:
    """Whoever played last, else somebody new; and why later saves cannot be read."""
    problems: list[str] = []
    for file in players(folder):
        if file.problem is None:
            return Player(folder, read(file.path)), problems
        problems.append(f"{file.problem.title}. {file.problem.message} {file.problem.hint}")
    return Player(folder), problems
