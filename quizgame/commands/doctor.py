"""`quizgame doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Tell before a lesson whether students will reach this machine."

_LONGEST = 86_400.0


def options(parser: ArgumentParser) -> None:
    """What is tried, from which side, and for how long."""
    option = parser.add_argument
    option("code", nargs="?", metavar="CODE", help="try to reach a teacher's machine: its code")
    option("--port", type=int, metavar="N", help="the port that the lesson will use")
    option("--address", metavar="A", help="the address that the lesson will use")
    arguments.saves(parser)
    option("--seconds", type=float, metavar="N", help="how long to wait for an answer, or a try")


def run(args: Namespace) -> int:
    """Examines this machine, or tries another one."""
    seconds = args.seconds
    if seconds is not None and not 0 <= seconds <= _LONGEST:
        raise UsageError(
            "This is no time to wait",
            f"{seconds:g} seconds were given.",
            "Say, such as --seconds 60.",
        )
    if args.code is None:
        # 380 ms, most of it for the classes of the messages.
        from quizgame import places
        from quizgame.commands.doctor_here import run as run_here

        return run_here(args.port, args.address, seconds, places.saves(args.saves).path)
    if args.port is not None or args.address is not None:
        raise UsageError(
            "A code has its address and port in it",
            "--port and --address are for the teacher's machine.",
            "Say `quizgame doctor CODE` alone, or `quizgame doctor ADDRESS:PORT`.",
        )
    from quizgame.commands.doctor_there import run as run_there

    return run_there(args.code, seconds)
