"""`quizgame explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show, show_json
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Explain a code of `check`: why it matters, an example, the cure."


def options(parser: ArgumentParser) -> None:
    """Which codes, and how they are printed."""
    arguments.json(parser)
    help = "a code such as C204; without one, all are listed"
    parser.add_argument("code", nargs="*", metavar="CODE", help=help)


def run(args: Namespace) -> int:
    """Prints the pages of the codes, or the list of all."""
    # 130 ms, most of them for the validation library, which the rules' modules need.
    from quizgame.checking import explaining, pages

    chosen = []
    for written in args.code:
        code = explaining.find(written)
        if code is None:
            hint = explaining.guess(written)
            raise UsageError("There is no such code", f"`{written[:40]}` is none.", hint)
        chosen.append(code)
    if args.json:
        show_json([explaining.data(code) for code in chosen or pages.every_code()])
    elif chosen:
        for number, code in enumerate(chosen):
            show([*([""] if number else []), *explaining.text(code)])
    else:
        show(explaining.listing())
    return 0
