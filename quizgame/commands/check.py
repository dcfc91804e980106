"""`quizgame check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show, show_json
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "Check packs: TOML, keys, references, quotes, and the rules for good items."


def options(parser: ArgumentParser) -> None:
    """Which packs, how strictly, and how the findings are printed."""
    arguments.packs(parser)
    arguments.json(parser)
    option = parser.add_argument
    option("--strict", action="store_true", help="warnings fail too")
    option("path", nargs="*", type=Path, metavar="PATH", help="a pack, or a folder of packs")


def run(args: Namespace) -> int:
    """Prints every finding."""
    # 130 ms, most of them for the validation library.
    from quizgame.checking import report
    from quizgame.checking.check import check as findings
    from quizgame.packs.load import load

    checked: list[report.Checked] = []
    for path in _packs_to_check(args):
        loaded = load(path)
        checked.append(report.Checked(path, loaded.pack, findings(loaded)))
    if args.json:
        show_json(report.data(checked))
    else:
        show(report.text(checked, Path.cwd()))
    return 0 if report.passes(checked, strict=args.strict) else 1


def _packs_to_check(args: Namespace) -> list[Path]:
    from quizgame.packs import library

    if not args.path:
        return [entry.path for entry in library.find(args.packs).entries]
    found: list[Path] = []
    for path in args.path:
        packs = library.packs_at(path)
        if not packs:
            raise UsageError(
                "There is no pack to check",
                f"{path} does not exist, or holds no pack.",
                "Name a folder with a `pack.toml` in it, a `.toml` file, or a folder of packs.",
            )
        found += packs
    return found
