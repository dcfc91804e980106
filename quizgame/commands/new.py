"""`quizgame new`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.output import show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quizgame.packs.beginning import Given

SUMMARY = "Make a pack to begin with: it plays at once, and its comments teach the format."


def options(parser: ArgumentParser) -> None:
    """Where the pack is made, and from which articles."""
    option = parser.add_argument
    option("folder", type=Path, metavar="DIR", help="the pack's folder; its name becomes the id")
    option(
        "--article",
        nargs="+",
        action="extend",
        type=Path,
        default=[],
        metavar="FILE",
        help="articles (plain text) to write claims on; they are copied into the folder",
    )


def run(args: Namespace) -> int:
    """Makes the pack and tells what to do next."""
    # 130 ms, most of them for the validation library.
    from quizgame.packs.beginning import begin

    folder: Path = args.folder
    made, given = begin(folder, args.article)
    name = str(folder)
    if name.startswith("-"):
        # Not to be taken for an option.
        name = f".{os.sep}{name}"
    quoted = f"'{name}'" if " " in name else name
    show(f"made {path}" for path in made)
    show(_left(one) for one in given if one.copied is None)
    show(
        [
            "",
            f"quizgame preview {quoted}    play it while you write",
            f"quizgame check {quoted}      what is wrong, and how to mend it",
        ]
    )
    if given:
        show([f"Outlet and date of your articles are to be filled in, in {folder / 'pack.toml'}."])
    return 0


def _left(given: Given) -> str:
    return f"left {given.path} where it is: the pack may read it there"
