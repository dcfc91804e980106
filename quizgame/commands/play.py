"""`quizgame play`, which `quizgame` alone means too."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Play; what `quizgame` alone does."


def options(parser: ArgumentParser) -> None:
    """Who plays what, from where, and how it is drawn."""
    arguments.packs(parser)
    arguments.saves(parser)
    option = parser.add_argument
    option("--player", metavar="NAME", help="who plays")
    option("--pack", metavar="ID", help="which pack is played")
    option("--seed", type=int, metavar="N", help="draw the same rounds again")
    option("--ascii", action="store_true", help="draw with ASCII signs only")
    option("--plain", action="store_true", help="play line by line, by print and input alone")


def run(args: Namespace) -> int:
    """Opens the game on the whole terminal, or line by line."""
    if args.plain:
        # 15 ms.
        from quizgame.plain.opening import run as run_plain

        return run_plain(
            packs=tuple(args.packs),
            saves=args.saves,
            player=args.player,
            pack=args.pack,
            seed=args.seed,
            ascii=args.ascii,
        )
    # The last of them is the one that Textual draws on.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UsageError(
            "The game needs a terminal",
            "Its input, its output or its error output is not one.",
            "Start `quizgame` in a terminal window, or play line by line: `quizgame play --plain`.",
        )
    # 250 ms.
    from quizgame.tui.app import run
    from quizgame.tui.options import Options

    return run(
        Options(tuple(args.packs), args.saves, args.player, args.pack, args.seed, args.ascii)
    )
