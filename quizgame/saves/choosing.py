"""Finding the save that is meant by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.errors import UsageError
from quizgame.saves.listing import PlayerFile, players

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def chosen(folder: Path, name: str | None, *, broken: bool = False) -> PlayerFile:
    """The save of a player.

    Args:
        folder: where saves are kept.
        name: the player's name, or the save's file name for one without a name of their own; None
            where only one save is there.
        broken: whether it may be one that cannot be read.

    Raises:
        UsageError: there is none, or more than one could be meant.
        UnreadableSave: the one that is meant cannot be read.
    """
    every = players(folder)
    found = [one for one in every if name is None or name == one.name]
    found = found or [one for one in every if name in {one.path.name, one.path.stem}]
    if len(found) != 1:
        raise _none(folder, name, every) if not found else _several(name, found)
    if found[0].problem and not broken:
        raise found[0].problem
    return found[0]


def last_played(folder: Path) -> PlayerFile | None:
    """Whoever played last of those whose saves can be read; None if there is nobody."""
    return next((one for one in players(folder) if not one.problem), None)


def called(player: PlayerFile) -> str:
    """What a player is called on a command line: the name, or the file's if there is none."""
    return player.name or player.path.stem


def _none(folder: Path, name: str | None, every: Iterable[PlayerFile]) -> UsageError:
    there = ", ".join(called(one) for one in every)
    if not there:
        return UsageError(
            "There is no save",
            f"Nobody has played with saves in {folder}.",
            "Play a round first, or name another folder with --saves.",
        )
    return UsageError("There is no such player", f'Nobody here is "{name}".', f"Here are: {there}.")


def _several(name: str | None, found: Iterable[PlayerFile]) -> UsageError:
    if name is None:
        there = ", ".join(called(one) for one in found)
        return UsageError(
            "Which player?",
            f"There is more than one save here: {there}.",
            "Name one with --player.",
        )
    files = ", ".join(one.path.name for one in found)
    return UsageError(
        "Which player?",
        f'More than one save belongs to "{name}": {files}.',
        "Give the file's name after --player.",
    )
