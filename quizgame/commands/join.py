"""`quizgame join`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Join a lesson that a teacher hosts, with the code on the wall."


def options(parser: ArgumentParser) -> None:
    """Which lesson, who joins, and how it is drawn."""
    option = parser.add_argument
    where = "the code that the teacher shows, or HOST:PORT; you are asked for it without"
    option("code", nargs="?", default="", metavar="CODE", help=where)
    option("--name", default="", metavar="NAME", help="who joins, where names are not given")
    option("--pair", action="store_true", help="two at this screen, who answer together")
    option("--player", metavar="NAME", help="keep the answers in this player's save too")
    arguments.saves(parser)
    option("--ascii", action="store_true", help="draw with ASCII signs only")
    option("--plain", action="store_true", help="attend line by line, by print and input alone")


def run(args: Namespace) -> int:
    """Opens a student's side of a lesson on the whole terminal, or line by line."""
    if args.plain:
        # 390 ms, most of it for the classes of the messages.
        from quizgame.plain.classroom.opening import run as run_plain

        return run_plain(
            code=args.code,
            name=args.name,
            pair=args.pair,
            player=args.player,
            saves=args.saves,
            ascii=args.ascii,
        )
    # The last of them is the one that Textual draws on.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UsageError(
            "A lesson needs a terminal",
            "Its input, its output or its error output is not one.",
            "Start `quizgame join` in a terminal window, or attend line by line: "
            "`quizgame join --plain`.",
        )
    # 250 ms.
    from quizgame.tui.classroom.student.app import run
    from quizgame.tui.classroom.student.options import JoinOptions

    return run(JoinOptions(args.code, args.name, args.pair, args.player, args.saves, args.ascii))
