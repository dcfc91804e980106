"""`quizgame report`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show
from quizgame.errors import QuizgameError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from quizgame.insight.classes.people import Roster
    from quizgame.insight.classes.report import Report

SUMMARY = "Tell what a class has understood: students, items, skills, misconceptions, grades."

_FORMS = {"text": ".txt", "csv": ".csv", "grades": "", "html": ".html", "json": ".json"}
"""The forms, and the ending of a file's name that means each."""
_TABLES = frozenset({"csv", "grades"})


def options(parser: ArgumentParser) -> None:
    """What is reported, on whom, and in which form."""
    option = parser.add_argument
    option(
        "sources",
        nargs="*",
        metavar="SESSION",
        help="a session's id or folder, or a student's save; by default the last session",
    )
    option("--roster", type=Path, metavar="FILE", help="a list of students, as for `host`")
    option("--to", choices=tuple(_FORMS), help="the form; else what the file's name says")
    option("-o", "--output", type=Path, metavar="FILE", help="where to; else it is printed")
    option("--force", action="store_true", help="overwrite what is there")
    arguments.saves(parser)
    arguments.packs(parser)
    option("--ascii", action="store_true", help="text: draw with ASCII signs only")


def run(args: Namespace) -> int:
    """Prints or writes the report, and names what could not be read."""
    # 150 ms, most of them for the validation library.
    from quizgame import places
    from quizgame.classroom.reporting.described import described
    from quizgame.classroom.reporting.sources import sources
    from quizgame.insight.classes.report import report
    from quizgame.packs.library import find

    form = _form(args)
    roster = _roster(args.roster) if args.roster else None
    found = sources(args.sources, places.saves(args.saves).path)
    show(found.notices, sys.stderr)
    _tell(found.problems)
    if found.held:
        held = described(found.held, lambda: find(args.packs))
        _write(report(held, roster), form, args)
    elif not found.problems:
        raise UsageError(
            "There is nothing to report",
            "What was named holds neither a session nor a save.",
            "`quizgame report` alone reports the last session.",
        )
    return 1 if found.problems else 0


def _form(args: Namespace) -> str:
    if args.to:
        return str(args.to)
    ending = args.output.suffix.lower() if args.output else ""
    if ending in {"", ".txt"}:
        return "text"
    form = next((form for form, known in _FORMS.items() if known == ending), None)
    if form is None:
        raise UsageError(
            "A report cannot be written so",
            f"No form of it is called {ending}.",
            "Name the file .html, .csv, .json or .txt, or say the form with --to.",
        )
    return form


def _roster(path: Path) -> Roster:
    from quizgame.classroom import matching, roster
    from quizgame.insight.classes.people import Roster

    pupils = roster.load(path)

    def find(name: str) -> str | None:
        try:
            return matching.find(name, pupils).name
        except UsageError:
            return None

    return Roster(tuple(pupil.name for pupil in pupils), find)


def _tell(problems: Iterable[QuizgameError]) -> None:
    for one in problems:
        show([f"{one.title}: {one.message}", *([one.hint] if one.hint else [])], sys.stderr)


def _write(made: Report, form: str, args: Namespace) -> None:
    from quizgame.classroom.reporting import csv_out
    from quizgame.writing import write

    written = _written(made, form, args)
    if args.output is None:
        print(written, end="")
        return
    content = csv_out.BOM + written if form in _TABLES else written
    hint = "Choose another name, or say `--force`."
    write({args.output: content}, over=args.force, hint=hint)
    show([f"Written: {args.output}"])


def _written(made: Report, form: str, args: Namespace) -> str:
    if form == "csv":
        from quizgame.classroom.reporting import csv_out

        return csv_out.table(made)
    if form == "grades":
        from quizgame.classroom.reporting import grades_out

        return grades_out.table(made)
    if form == "html":
        from quizgame.classroom.reporting import page

        return page.page(made)
    if form == "json":
        import json

        from quizgame.insight.classes.data import data

        return json.dumps(data(made), indent=2) + "\n"
    return _text(made, args)


def _text(made: Report, args: Namespace) -> str:
    from shutil import get_terminal_size

    from quizgame.insight.classes.views import whole
    from quizgame.text import ASCII, UNICODE

    to_file = args.output is not None
    takes_unicode = to_file or "utf" in (sys.stdout.encoding or "").lower()
    type = ASCII if args.ascii or not takes_unicode else UNICODE
    columns = whole.WIDEST if to_file else get_terminal_size().columns
    return "".join(f"{line}\n" for line in whole.text(made, type, columns))
