"""The `quizgame` command: one function a command, and nothing imported that it does not need."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from quizgame import __version__
from quizgame.errors import QuizgameError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import TextIO

    from quizgame.packs.library import Entry

STOPPED = 130
"""What a command ends with that Ctrl-C stopped, or whose reader went away."""


def play(args: Namespace) -> int:
    """Play; what `quizgame` alone does."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "The game needs a terminal",
            "Its input or its output is not one.",
            "Start `quizgame` in a terminal window, without `|` or `>`.",
        )
    # 250 ms.
    from quizgame.tui.app import run
    from quizgame.tui.options import Options

    return run(
        Options(tuple(args.packs), args.saves, args.player, args.pack, args.seed, args.ascii)
    )


def check(args: Namespace) -> int:
    """Check packs: TOML, keys, references, quotes, and the rules for good items."""
    # 130 ms, most of them for the validation library.
    from quizgame.checking import report
    from quizgame.checking.check import check as findings
    from quizgame.packs.load import load

    checked: list[report.Checked] = []
    for path in _packs_to_check(args):
        loaded = load(path)
        checked.append(report.Checked(path, loaded.pack, findings(loaded)))
    if args.json:
        _print_json(report.data(checked))
    else:
        from pathlib import Path

        _print(report.text(checked, Path.cwd()))
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


def packs(args: Namespace) -> int:
    """List the packs that can be played, and those that are broken."""
    from quizgame.packs.library import find

    entries = find(args.packs).entries
    rows = [_row(entry) for entry in entries]
    if args.json:
        _print_json(rows)
    elif rows:
        _print("\n".join(_row_text(row)) for row in rows)
    else:
        _print(["No packs. `quizgame where` shows where they are looked for."])
    return 0


def _row(entry: Entry) -> dict[str, object]:
    loaded = entry.load()
    pack = loaded.pack
    return {
        "id": entry.id,
        "title": entry.title,
        "path": str(entry.path),
        "place": entry.place.why,
        "hidden_by": str(entry.hidden_by) if entry.hidden_by else None,
        "playable": pack is not None,
        "findings": len(loaded.diagnostics),
        "claims": len(pack.claims) if pack else 0,
        "questions": len(pack.questions) if pack else 0,
        "sets": len(pack.sets) if pack else 0,
        "scenarios": len(pack.scenarios) if pack else 0,
    }


def _row_text(row: dict[str, object]) -> Iterable[str]:
    from quizgame.checking.report import counted

    yield f"{row['id'] or '(no id)'}: {row['title'] or '(no title)'}"
    if row["playable"]:
        kinds = ("claim", "question", "set", "scenario")
        yield "  " + ", ".join(counted(int(str(row[f"{kind}s"])), kind) for kind in kinds)
    else:
        yield f"  broken, findings: {row['findings']} (see `quizgame check`)"
    yield f"  {row['path']} ({row['place']})"
    if row["hidden_by"]:
        yield f"  hidden by {row['hidden_by']}, which has the same id and was found first"


def where(args: Namespace) -> int:
    """Show where packs, articles, saves and key bindings are looked for."""
    from quizgame import places

    found = {
        "packs": list(places.packs(args.packs)),
        "articles": list(places.articles()),
        "saves": [places.saves(args.saves)],
        "keys": [places.keys()],
    }
    rows = {
        what: [
            {"path": str(one.path), "why": one.why, "exists": one.path.exists()} for one in listed
        ]
        for what, listed in found.items()
    }
    if args.json:
        _print_json(rows)
        return 0
    for what, listed in rows.items():
        _print([f"{what}:"])
        _print(
            f"  {'used' if row['exists'] else 'not there'}: {row['path']} ({row['why']})"
            for row in listed
        )
    return 0


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "play": play,
    "check": check,
    "packs": packs,
    "where": where,
}


def _parser(command: str) -> ArgumentParser:
    # 11 ms both, which `--version` does without.
    from argparse import ArgumentParser
    from pathlib import Path

    class Parser(ArgumentParser):
        def error(self, message: str) -> NoReturn:
            hint = f"See `{self.prog} --help`."
            raise UsageError("The command was not understood", f"{message}.", hint)

    parser = Parser(
        prog=f"quizgame {command}", description=COMMANDS[command].__doc__, allow_abbrev=False
    )
    option = parser.add_argument
    places = "where packs are looked for, instead of the usual places"
    option(
        "--packs", nargs="+", action="extend", type=Path, default=[], metavar="PATH", help=places
    )
    if command in {"play", "where"}:
        option("--saves", type=Path, metavar="DIR", help="where progress is kept")
    if command == "play":
        option("--player", metavar="NAME", help="who plays")
        option("--pack", metavar="ID", help="which pack is played")
        option("--seed", type=int, metavar="N", help="draw the same rounds again")
        option("--ascii", action="store_true", help="draw with ASCII signs only")
    else:
        option("--json", action="store_true", help="print data for programs")
    if command == "check":
        option("--strict", action="store_true", help="warnings fail too")
        option("path", nargs="*", type=Path, metavar="PATH", help="a pack, or a folder of packs")
    return parser


def _overview() -> str:
    commands = "".join(f"  {name:7}{one.__doc__}\n" for name, one in COMMANDS.items())
    return (
        "Confirmed or Alleged? A game that teaches people to read the news.\n\n"
        f"usage: quizgame [COMMAND] [OPTION…]\n\n{commands}\n"
        "`quizgame COMMAND --help` tells the options of a command; those of `play` may stand\n"
        "without the word. `quizgame --version` tells the version."
    )


def _dispatch(argv: Sequence[str]) -> int:
    first, rest = (argv[0], argv[1:]) if argv else ("play", ())
    if first == "--version":
        print(f"quizgame {__version__}")
        return 0
    if first in {"-h", "--help", "help"}:
        _print([_overview()])
        return 0
    if first.startswith("-"):
        first, rest = "play", argv
    if first not in COMMANDS:
        # 10 ms.
        from difflib import get_close_matches

        close = get_close_matches(first, COMMANDS, 1)
        hint = f"Did you mean `quizgame {close[0]}`?" if close else "See `quizgame --help`."
        raise UsageError("There is no such command", f"`{first}` is none.", hint)
    return COMMANDS[first](_parser(first).parse_args(rest))


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command.

    Returns:
        0; 1 for findings; 2 if the command was not usable as given; 130 if it was stopped.
    """
    for stream in (sys.stdout, sys.stderr):
        # What a terminal or a file cannot show must not end the command.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _dispatch(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except QuizgameError as error:
        _print([f"{error.title}: {error.message}", error.hint], sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    return code


def _print(lines: Iterable[str], file: TextIO | None = None) -> None:
    # 15 ms. Where a path or a pack's text is printed, it may hold what commands a terminal.
    from quizgame.text import UNICODE

    for line in lines:
        print(UNICODE.clean(line), file=file)


def _print_json(value: object) -> None:
    import json

    print(json.dumps(value, indent=2))
