"""`quizgame forget`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quizgame.commands import arguments
from quizgame.commands.output import show
from quizgame.errors import QuizgameError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quizgame.classroom.folder import Folder

SUMMARY = "Delete a class session for ever: its answers, its names, its tokens."


def options(parser: ArgumentParser) -> None:
    """Which session, and whether to ask first."""
    parser.add_argument("session", metavar="SESSION", help="the session's id or folder")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    arguments.saves(parser)


def run(args: Namespace) -> int:
    """Tells what is there, asks, and deletes it."""
    # 150 ms, most of them for the validation library.
    from quizgame import places
    from quizgame.classroom import forgetting

    folder = forgetting.meant(args.session, places.saves(args.saves).path)
    if folder.lives():
        # Nobody should have to type the name of a session that will not go.
        forgetting.forget(folder)
    show([f"In {folder.path}:", *_held(folder)])
    if not args.yes and not _agreed(folder):
        show(["Nothing was deleted."])
        return 1
    forgetting.forget(folder)
    show(
        [
            f"Deleted for ever: session {folder.session}.",
            "Reports that you have written elsewhere, and what students keep in saves of their "
            "own, are still there.",
        ]
    )
    return 0


def _held(folder: Folder) -> list[str]:
    """What the session is, as far as its journal tells, and its files."""
    from quizgame.classroom.forgetting import entries

    try:
        files = [f"  {name} ({size:,} bytes)" for name, size in entries(folder)]
    except OSError as error:
        raise QuizgameError(
            "Nothing was deleted",
            f"{error.filename or folder.path}: {error.strerror}.",
            "Allow reading it, or delete it by hand.",
        ) from error
    return [*_told(folder), *files]


def _told(folder: Folder) -> list[str]:
    from quizgame.classroom import journal, results
    from quizgame.insight.views.rows import counted, day

    try:
        held = results.held(journal.read(folder.journal))
    except QuizgameError as error:
        return [f"  {error.message}"]
    what = f"{held.title}, {day(held.began.date())}"
    students = counted(len(held.students), "student")
    return [f"  {what}: {students}, {counted(len(held.given), 'answer')}"]


def _agreed(folder: Folder) -> bool:
    """Whether somebody at a terminal typed the id of the session that goes."""
    if not sys.stdin.isatty():
        raise UsageError(
            "Nobody is there to ask", "Nothing was deleted.", "Say --yes if it is meant."
        )
    show([f"Type {folder.session} to delete it for ever, or just Enter to keep it."])
    return sys.stdin.readline().strip() == folder.session
