"""`quizgame progress`."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show, show_json
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from quizgame.insight.figures import Figures
    from quizgame.saves.reading import Save

SUMMARY = "Tell how far a player has come: skills, accuracy, confidence, corrections."

_NARROWEST, _WIDEST = 56, 84


def options(parser: ArgumentParser) -> None:
    """Whose progress, and how it is printed."""
    parser.add_argument("--player", metavar="NAME", help="whose; by default who played last")
    arguments.saves(parser)
    arguments.packs(parser)
    arguments.json(parser)
    parser.add_argument("--figures", action="store_true", help="print the statistics too")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII signs only")


def run(args: Namespace) -> int:
    """Prints every view, one below the other."""
    from quizgame import places

    folder = places.saves(args.saves).path
    save = _save(folder, args.player)
    made = _figures(folder, save, args)
    if args.json:
        from quizgame.insight.data import data

        show_json(data(save.name if save else None, made))
    elif save:
        show(_text(save, made, args))
    else:
        show([f"Nobody has played yet with saves in {folder}.", "`quizgame` starts the game."])
    return 0


def _save(folder: Path, name: str | None) -> Save | None:
    """The save that is meant, with what is to be said about it and the others; None for nobody.

    Raises:
        QuizgameError: it is not there, or cannot be read.
    """
    from quizgame.saves import choosing
    from quizgame.saves.reading import read

    if name is not None:
        save = read(choosing.chosen(folder, name).path)
    elif last := choosing.last_played(folder):
        save = read(last.path)
        _tell_of_others(folder, last.path)
    else:
        _tell_of_others(folder, None)
        return None
    show(save.notices, sys.stderr)
    return save


def _tell_of_others(folder: Path, own: Path | None) -> None:
    from quizgame.saves.choosing import called
    from quizgame.saves.players import players

    others = [player for player in players(folder) if player.path != own]
    for player in others:
        if problem := player.problem:
            show([f"{problem.title}: {problem.message} {problem.hint}"], sys.stderr)
    readable = ", ".join(called(player) for player in others if not player.problem)
    if readable:
        show([f"Others here, to be named with --player: {readable}."], sys.stderr)


def _figures(folder: Path, save: Save | None, args: Namespace) -> Figures:
    from quizgame.packs.library import find
    from quizgame.play.desk import Desk
    from quizgame.play.player import Player

    desk = Desk(find(args.packs), folder, Player(folder, save), _now)
    if desk.player.answers:
        # Without its pack an answer still counts.
        with suppress(UsageError):
            desk.use(desk.player.answers[-1].item.partition("/")[0])
    return desk.figures()


def _now() -> datetime:
    return datetime.now().astimezone()


def _text(save: Save, made: Figures, args: Namespace) -> Iterator[str]:
    from shutil import get_terminal_size

    from quizgame.insight.views.rows import Sheet, day, lines
    from quizgame.insight.views.table import VIEWS
    from quizgame.text import ASCII, UNICODE

    takes_unicode = "utf" in (sys.stdout.encoding or "").lower()
    type = ASCII if args.ascii or not takes_unicode else UNICODE
    width = min(_WIDEST, max(_NARROWEST, get_terminal_size().columns))
    sheet = Sheet(width, type, figures=args.figures)
    yield type.line(f"{save.name or 'Somebody without a name'}: progress on {day(made.today)}")
    for view in VIEWS:
        yield from ("", type.rule * width, view.title.upper(), "")
        yield from lines(view.rows(made, sheet), width)
