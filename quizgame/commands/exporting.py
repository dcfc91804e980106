"""`quizgame export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import losses, show
from quizgame.errors import QuizgameError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quizgame.packs.pack import Pack

SUMMARY = "Write a pack's items for Moodle (GIFT), Anki, a spreadsheet (CSV), or on paper."
FORMATS = ("gift", "anki", "csv", "worksheet")


def options(parser: ArgumentParser) -> None:
    """Which items, in which format, and where to."""
    arguments.packs(parser)
    option = parser.add_argument
    option("pack", metavar="PACK", help="a pack's folder or file, or the id of one that is found")
    option("--to", required=True, choices=FORMATS, help="the format")
    option("-o", "--output", required=True, type=Path, metavar="FILE", help="where it is written")
    option("--set", metavar="ID", help="only the items of this set, in its order")
    option("--versions", type=int, default=1, metavar="N", help="worksheet: how many, A, B, C…")
    option(
        "--seed", type=int, default=0, metavar="N", help="worksheet: what its order follows from"
    )
    option("--force", action="store_true", help="overwrite what is there")


def run(args: Namespace) -> int:
    """Writes the files, and names what they could not hold."""
    # 130 ms, most of them for the validation library.
    from quizgame.exchange import formats, of_pack, worksheet
    from quizgame.writing import write

    if not 1 <= args.versions <= worksheet.MOST_VERSIONS:
        most = worksheet.MOST_VERSIONS
        raise UsageError(
            "So many versions cannot be", f"{args.versions} were asked for.", f"1 to {most}."
        )
    if args.to == "worksheet" and args.output.suffix.lower() not in formats.SHEETS:
        raise UsageError(
            "A worksheet cannot be written so",
            f"{args.output} would be neither a page nor Markdown.",
            "Name it .html, which browsers print and word processors open, or .md.",
        )
    pack = _pack(args.pack, args.packs)
    book, lost = of_pack.book(pack, args.set)
    sheets = formats.Sheets(args.versions, args.seed)
    written = formats.OUT[args.to](book, args.output, sheets)
    write(written, over=args.force, hint="Choose another name, or say `--force`.")
    many = len(book.exercises)
    show([f"{many} {'item' if many == 1 else 'items'} in {', '.join(map(str, written))}"])
    losses(lost)
    return 1 if lost else 0


def _pack(given: str, places: list[Path]) -> Pack:
    """The pack that is meant: by its place, else by its id.

    Raises:
        UsageError: there is none.
        QuizgameError: it has errors.
    """
    from quizgame.packs.library import find, packs_at
    from quizgame.packs.load import load

    at = packs_at(Path(given))
    if len(at) > 1:
        raise UsageError(
            "Which pack?", f"{given} holds {len(at)} packs.", f"Name one of them: {at[0]}, {at[1]}…"
        )
    entry = None if at else find(places).get(given)
    if not at and entry is None:
        raise UsageError(
            "There is no such pack",
            f"{given} is no pack, and no pack has this id.",
            "`quizgame packs` lists those that are found.",
        )
    loaded = load(at[0]) if at else entry.load() if entry else None
    if loaded is None or loaded.pack is None:
        raise QuizgameError(
            "This pack has errors",
            f"{given} cannot be exported as it is.",
            f"`quizgame check {given}` names them.",
        )
    return loaded.pack
