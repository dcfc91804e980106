"""`quizgame host`: a hub that lives on its own, and a screen that comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom import starting, telling
from quizgame.commands import hosting
from quizgame.commands.output import show

if TYPE_CHECKING:
    from argparse import Namespace

    from quizgame.classroom.folder import Folder, Running


def run(args: Namespace) -> int:
    """Attaches to a running lesson, or starts its hub; then the screen."""
    _, running = attached(args)
    show([telling.listening(running)])
    return 0


def attached(args: Namespace) -> tuple[Folder, Running]:
    """The session that is meant, with its hub running.

    Raises:
        QuizgameError: it cannot be begun, found or started; why.
    """
    where, _ = hosting.session(args)
    running = where.running()
    if running is None:
        running = starting.start(where, packs=args.packs, address=args.address, port=args.port)
    return where, running
