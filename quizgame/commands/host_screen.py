"""`quizgame host`: a hub that lives on its own, and screens that come and go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quizgame.classroom import folder, starting, tokens
from quizgame.classroom.client import HostClient, ProjectorClient
from quizgame.classroom.errors import NoHub
from quizgame.classroom.folder import LOOPBACK
from quizgame.classroom.targets import Target
from quizgame.commands import hosting
from quizgame.commands.output import show
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from quizgame.classroom.folder import Folder, Running
    from quizgame.classroom.tokens import Tokens


def run(args: Namespace) -> int:
    """Attaches to a running lesson, or starts its hub; then the screen."""
    # 250 ms, before the hub is started: a terminal that cannot show a screen begins no lesson.
    from quizgame.tui.classroom.host.host_app import run_host_screen
    from quizgame.tui.classroom.host.hosting import Process
    from quizgame.tui.terminal import refuse_dumb_terminal

    refuse_dumb_terminal()
    where, running = attached(args)
    connect = partial(HostClient, _target(running), _tokens(where).host)
    process = Process(partial(_where, where), partial(_start, where, args.packs))
    show([run_host_screen(connect, process, ascii=args.ascii, saves=args.saves)])
    return 0


def _where(folder: Folder) -> Target | None:
    running = folder.running()
    return _target(running) if running else None


def _start(folder: Folder, packs: Sequence[Path]) -> Target:
    """Takes a lesson up where students still look for it."""
    return _target(starting.start(folder, packs=packs))


def _target(running: Running) -> Target:
    return Target(LOOPBACK, running.port)


def run_wall(args: Namespace) -> int:
    """Shows a running lesson on the wall."""
    # 250 ms.
    from quizgame.tui.classroom.host.wall import run_wall

    where = folder.to_resume(hosting.saves(args), args.wall)
    running = where.need_running()
    watch = partial(ProjectorClient, _target(running), _tokens(where).projector)
    run_wall(watch, ascii=args.ascii)
    return 0


def attached(args: Namespace) -> tuple[Folder, Running]:
    """The session that is meant, with its hub running.

    Raises:
        QuizgameError: it cannot be begun, found or started; why.
    """
    where, _ = hosting.session(args)
    running = where.running()
    if running is not None and not _is_there(args, running):
        raise UsageError(
            "This lesson is running elsewhere",
            f"Session {where.session} listens at {running.listens}, port {running.port}.",
            "Leave out --port and --address; or end its process first, which is "
            f"{running.pid}, and take it up where you want it.",
        )
    if running is None:
        running = starting.start(where, packs=args.packs, address=args.address, port=args.port)
    return where, running


def _is_there(args: Namespace, running: Running) -> bool:
    """Whether a running hub listens where the options want it to."""
    wanted = (args.address or running.listens, args.port or running.port)
    return wanted == (running.listens, running.port)


def _tokens(where: Folder) -> Tokens:
    found = tokens.read(where.tokens)
    if found is None:
        hint = "Whoever began the lesson can read it; another user of this computer cannot."
        raise NoHub("The hub cannot be told", f"{where.tokens} cannot be read.", hint)
    return found
