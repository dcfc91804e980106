"""`quizgame preview`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "See a pack in the game while you write it: drawn anew whenever you save."


def options(parser: ArgumentParser) -> None:
    """Which pack, what to begin with, and how it is drawn."""
    option = parser.add_argument
    option("path", type=Path, metavar="PACK", help="a folder with a pack.toml, or a .toml file")
    option("--item", default="", metavar="ID", help="begin with this claim, question or item")
    option("--ascii", action="store_true", help="draw with ASCII signs only")


def run(args: Namespace) -> int:
    """Opens the preview on the whole terminal."""
    path = _pack(args.path)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "The preview needs a terminal",
            "Its input or its output is not one.",
            "Start it in a terminal window, without `|` or `>`; `quizgame check` needs none.",
        )
    # 250 ms.
    from quizgame.tui.preview.app import run

    return run(path, args.item, ascii=args.ascii)


def _pack(path: Path) -> Path:
    from quizgame.packs import library

    found = library.packs_at(path)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(str(one) for one in found[:5])
        raise UsageError("There are several packs", f"{path} holds {names}.", "Name one of them.")
    raise UsageError(
        "There is no pack to preview",
        f"{path} does not exist, or holds no pack.",
        "Name a folder with a `pack.toml` in it; `quizgame new DIR` makes one.",
    )
