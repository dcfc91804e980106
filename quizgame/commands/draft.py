"""`quizgame draft`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show, show_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Find the statements in articles, suggest a status for each, and draft a pack."


def options(parser: ArgumentParser) -> None:
    """Which articles, and what becomes of the draft."""
    option = parser.add_argument
    option("article", nargs="+", type=Path, metavar="ARTICLE", help="a plain text file in UTF-8")
    option("-o", "--output", type=Path, metavar="DIR", help="write a pack into this folder")
    arguments.json(parser)


def run(args: Namespace) -> int:
    """Prints what was found, or writes it as a pack."""
    # 25 ms.
    from quizgame.drafting.data import data
    from quizgame.drafting.draft import draft
    from quizgame.drafting.reading import read
    from quizgame.drafting.report import report
    from quizgame.drafting.writing import write

    found = draft([(path.stem, read(path)) for path in args.article])
    if args.output is not None:
        written = write(found, args.article, args.output)
        if not args.json:
            show([f"Written: {path}" for path in written])
            show([f"Decide each status, then run `quizgame check {args.output}`."])
    if args.json:
        show_json(data(found))
    elif args.output is None:
        show(report(found))
    return 0
