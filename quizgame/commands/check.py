"""`quizgame check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show, show_json
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from quizgame.checking.report import Checked

SUMMARY = "Check packs: TOML, keys, references, quotes, and the rules for good items."
FORMATS = ("plain", "json", "github", "sarif")


def options(parser: ArgumentParser) -> None:
    """Which packs, how strictly, how the findings are printed, and what is done about them."""
    arguments.packs(parser)
    arguments.json(parser)
    option = parser.add_argument
    option("--format", choices=FORMATS, metavar="|".join(FORMATS), help="how it is printed")
    option("--strict", action="store_true", help="warnings fail too")
    option("--fix", action="store_true", help="write missing ids, and quotes as printed")
    option("--diff", action="store_true", help="show what --fix would change, and change nothing")
    option("--watch", action="store_true", help="check again whenever a file is saved")
    option("path", nargs="*", type=Path, metavar="PATH", help="a pack, or a folder of packs")


def run(args: Namespace) -> int:
    """Prints every finding; mends or watches if that is asked for."""
    form = _format(args)
    if args.watch:
        # 130 ms, most of them for the validation library; so below.
        from quizgame.commands.check_watch import watch

        return watch(packs_to_check(args))
    if args.fix or args.diff:
        return _mend(args, form)
    checked = check_all(packs_to_check(args))
    _print(checked, form)
    return _verdict(checked, args)


def _format(args: Namespace) -> str:
    form = "json" if args.json else "plain"
    if args.json and args.format not in {None, "json"}:
        raise UsageError(
            "The findings can be printed in one form only",
            f"--json and --format {args.format} are two.",
            "Leave one of them out.",
        )
    if args.watch and (args.fix or args.diff or form != "plain" or args.format):
        raise UsageError(
            "--watch goes with no other form and no --fix",
            "It prints what a person reads, again and again.",
            "Leave the other option out, or --watch.",
        )
    return args.format or form


def _mend(args: Namespace, form: str) -> int:
    from quizgame.commands import check_fix

    if not args.path:
        raise UsageError(
            "No pack is named to be mended",
            "Without a PATH every pack would be changed that is found.",
            "Name the pack: `quizgame check --fix PATH`.",
        )
    if args.diff:
        return check_fix.diff(packs_to_check(args))
    changed = check_fix.fix(packs_to_check(args))
    checked = check_all(packs_to_check(args))
    _print(checked, form, changed)
    return _verdict(checked, args)


def check_all(paths: Sequence[Path]) -> list[Checked]:
    """Loads and checks the packs."""
    from quizgame.checking.check import check as findings
    from quizgame.checking.report import Checked
    from quizgame.packs.load import load

    checked = []
    for path in paths:
        loaded = load(path)
        checked.append(Checked(path, loaded.pack, findings(loaded)))
    return checked


def _verdict(checked: Sequence[Checked], args: Namespace) -> int:
    from quizgame.checking import report

    return 0 if report.passes(checked, strict=args.strict) else 1


def _print(checked: Sequence[Checked], form: str, changed: Sequence[str] | None = None) -> None:
    from quizgame.checking import report

    here = Path.cwd()
    if form == "json":
        show_json(report.data(checked) | ({} if changed is None else {"fixed": list(changed)}))
        return
    if form == "plain":
        show([*(changed or []), *([""] if changed else []), *report.text(checked, here)])
        return
    # 12 ms for the pages of the rules.
    from quizgame.checking import annotations

    if form == "sarif":
        show_json(annotations.sarif(checked, here))
    else:
        show(annotations.github(checked, here))


def packs_to_check(args: Namespace) -> list[Path]:
    """The packs that are named, or all that are found.

    Raises:
        UsageError: there is none where one is named.
    """
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
