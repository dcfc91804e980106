"""`quizgame import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.output import losses, show
from quizgame.errors import QuizgameError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Make a pack of questions from Moodle (GIFT) or a spreadsheet (CSV)."
FORMATS = ("gift", "csv")


def options(parser: ArgumentParser) -> None:
    """Which file, in which format, and where the pack is made."""
    option = parser.add_argument
    option("file", type=Path, metavar="FILE", help="the file with the questions")
    option("--from", dest="source", choices=FORMATS, help="the format; else told by the name")
    option("-o", "--output", required=True, type=Path, metavar="DIR", help="the pack's new folder")
    option("--title", metavar="TITLE", help="the pack's title; else the file's name")


def run(args: Namespace) -> int:
    """Writes the pack, and names what it could not hold."""
    from quizgame.exchange import files, formats, to_pack
    from quizgame.packs.names import slug
    from quizgame.writing import write

    source = args.source or formats.ENDINGS.get(args.file.suffix.lower())
    if source is None:
        raise UsageError(
            "The format is not known",
            f"{args.file} does not tell what it is.",
            "Say `--from gift` or `--from csv`.",
        )
    intake = formats.IN[source](files.read(args.file), str(args.file))
    if not intake.taken:
        losses(intake.losses)
        many = f"{intake.seen} that this game cannot ask" if intake.seen else "none"
        raise QuizgameError(
            "No question could be imported",
            f"{args.file} has {many}.",
            "It takes questions with one right answer among two to five.",
        )
    title = args.title or args.file.stem.replace("_", " ").strip() or "Imported"
    toml = to_pack.pack_toml(intake, slug(args.output.resolve().name, "imported"), title)
    write({args.output / "pack.toml": toml}, hint="Name another folder with -o.")
    show([f"{len(intake.taken)} of {intake.seen} questions in {args.output}"])
    losses(intake.losses)
    return 1 if intake.losses else 0
