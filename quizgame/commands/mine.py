"""`quizgame mine`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quizgame.saves.listing import PlayerFile

SUMMARY = "List, export or delete what is kept of you."

_FORMS = ("svg", "markdown", "text", "csv", "json")


def options(parser: ArgumentParser) -> None:
    """What is done with whose data, and where an export goes."""
    option = parser.add_argument
    option("what", nargs="?", choices=("list", "export", "delete"), default="list")
    option("--player", metavar="NAME", help="whose; by default the only one there is")
    arguments.saves(parser)
    option("--to", choices=_FORMS, help="export: the format")
    option("-o", "--output", type=Path, metavar="FILE", help="export: where to; else it is printed")
    option("--day", metavar="DATE", help="export: the day of the front page, such as 2026-03-04")
    option("--force", action="store_true", help="export: overwrite what is there")
    option("--yes", action="store_true", help="delete: do not ask")


def run(args: Namespace) -> int:
    """Lists the files, writes an export, or deletes everything."""
    from quizgame import places
    from quizgame.saves.choosing import chosen

    folder = places.saves(args.saves).path
    player = chosen(folder, args.player, broken=args.what != "export")
    if args.what == "export":
        return _export(player, args)
    if args.what == "delete":
        return _delete(player, asks=not args.yes)
    show([f"Kept of {_named(player)} in {folder}:", *_files(player), *_tickets(folder)])
    return 0


def _tickets(folder: Path) -> list[str]:
    """What lessons have left on this computer; nothing where none was joined from it."""
    if not (folder / "classroom").is_dir():
        return []
    # 120 ms for the validation library.
    from quizgame.classroom import tickets

    place = tickets.folder(folder)
    if not any(place.glob("*.toml")):
        return []
    return [
        f"Tickets of those who joined lessons from here, with names but no answers: {place}.",
        "A ticket that is a month old goes when somebody joins the next lesson. What was answered "
        "in a lesson is on the teacher's computer.",
    ]


def _named(player: PlayerFile) -> str:
    from quizgame.saves.choosing import called

    return called(player)


def _files(player: PlayerFile) -> list[str]:
    from quizgame.saves.deleting import files_of

    return [f"  {path.name} ({path.lstat().st_size:,} bytes)" for path in files_of(player.path)]


def _export(player: PlayerFile, args: Namespace) -> int:
    from quizgame.play import own
    from quizgame.saves.reading import read

    if args.to is None:
        raise UsageError("Which format?", "None was named.", f"Say --to {', --to '.join(_FORMS)}.")
    save = read(player.path)
    show(save.notices, sys.stderr)
    made = own.export(save, args.to, _day(args.day))
    if args.output is None:
        print(made, end="")
        return 0
    own.write(args.output, made, over=args.force, hint="Take another name, or say `--force`.")
    show([f"Written: {args.output}"])
    return 0


def _day(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(
            "This is no day", f'"{given}" was given.', "Write it like 2026-03-04."
        ) from error


def _delete(player: PlayerFile, *, asks: bool) -> int:
    from quizgame.saves.deleting import delete
    from quizgame.saves.errors import UnreadableSave
    from quizgame.saves.glance import glance

    if asks and not _agreed(player):
        show(["Nothing was deleted."])
        return 1
    try:
        owner = glance(player.path).id
    except UnreadableSave:
        owner = ""
    gone = delete(player.path, owner)
    show(["Deleted for ever:", *(f"  {path.name}" for path in gone)])
    show(["What you have exported elsewhere is still there."])
    return 0


def _agreed(player: PlayerFile) -> bool:
    """Whether somebody at a terminal typed the name of whose data go."""
    if not sys.stdin.isatty():
        raise UsageError(
            "Nobody is there to ask", "Nothing was deleted.", "Say --yes if it is meant."
        )
    name = _named(player)
    show([f"This deletes for ever what is kept of {name}:", *_files(player)])
    show([f"Type {name} to delete it, or just Enter to keep it."])
    return sys.stdin.readline().strip() == name
