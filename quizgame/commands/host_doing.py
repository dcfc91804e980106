"""`quizgame host --do`: a running lesson does something, and says how it stands."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizgame.classroom import doing, folder, telling
from quizgame.classroom.stopping import STOP, stop
from quizgame.commands.hosting import saves
from quizgame.commands.output import show

if TYPE_CHECKING:
    from argparse import Namespace


def run(args: Namespace) -> int:
    """Carries the verbs out, one after the other, until one is refused."""
    where = folder.to_resume(saves(args), args.resume or "")
    for line in args.do:
        if line.strip().casefold() == STOP:
            stop(where)
            show([f"stopped session={where.session}"])
            continue
        view = asyncio.run(doing.do(where, line))
        show([telling.status(view)])
    return 0
