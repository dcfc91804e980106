"""`quizgame host`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.hosting_sense import expect_fitting
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Host a lesson that others join from their own terminals."


def options(parser: ArgumentParser) -> None:
    """What is hosted, how, and where."""
    option = parser.add_argument
    option("pack", nargs="?", metavar="PACK", help="which pack; its id or its path")
    option("--set", metavar="ID", help="which set of the pack")
    option("--scenario", metavar="ID", help="a scenario that the class decides, instead of a set")
    _how(parser)
    option("--port", type=int, metavar="N", help="the port, instead of the first free one")
    option("--address", metavar="A", help="the address students use; 0.0.0.0 listens at all")
    arguments.packs(parser)
    arguments.saves(parser)
    option("--ascii", action="store_true", help="draw with ASCII signs only")
    option("--headless", action="store_true", help="no screen: lines in, lines out")
    option(
        "--resume",
        nargs="?",
        const="",
        metavar="SESSION",
        help="take up a lesson that was begun; without an id the last one",
    )
    option(
        "--wall",
        nargs="?",
        const="",
        metavar="SESSION",
        help="a view without names for the projector; without an id of the last lesson",
    )
    option(
        "--do",
        action="append",
        metavar="VERB",
        help="have a running lesson do something: next, status, stop, ...",
    )


def _how(parser: ArgumentParser) -> None:
    option = parser.add_argument
    option("--names", choices=["given", "free"], help="two kind words (as usual), or their own")
    option("--roster", type=Path, metavar="FILE", help="a CSV of the names that may join")
    option("--seconds", metavar="N", help="how long a question is open: 60 (hands: none)")
    option("--no-confidence", action="store_true", help="do not ask how sure they are")
    option("--speed", metavar="PERCENT", help="the share of the points for speed (0), at most 33")
    option("--own-pace", action="store_true", help="everybody in an order of their own")
    option("--teams", metavar="A,B", help="the names of teams")
    option("--hands", action="store_true", help="nobody joins: hands are raised and counted")
    option("--most", type=int, metavar="N", help="how many may join (60, or the roster and 3)")
    option("--no-text-here", action="store_true", help="students read it on the wall alone")
    option("--no-text-there", action="store_true", help="the wall does not show the text")


def run(args: Namespace) -> int:
    """Hosts with a screen or without one, or has a running lesson do something."""
    expect_fitting(args)
    if args.do:
        # 150 ms, as the next one.
        from quizgame.commands.host_doing import run as do

        return do(args)
    if args.headless:
        from quizgame.commands.host_headless import run as run_headless

        return run_headless(args)
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UsageError(
            "The teacher's screen needs a terminal",
            "Its input, its output or its error output is not one.",
            "Start it in a terminal window, or without a screen: `quizgame host --headless`.",
        )
    from quizgame.commands.host_screen import run as run_screen
    from quizgame.commands.host_screen import run_wall

    return run_screen(args) if args.wall is None else run_wall(args)
