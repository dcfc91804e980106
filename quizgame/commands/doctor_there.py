"""`quizgame doctor CODE`: a try from a student's machine."""

from __future__ import annotations

import asyncio
import sys

from quizgame.classroom import addresses
from quizgame.classroom.code import read
from quizgame.classroom.doctor import telling
from quizgame.classroom.doctor.probe import WAIT, probe
from quizgame.commands.output import show


def run(code: str, seconds: float | None) -> int:
    """Tries to reach a lesson, and says how long it took.

    Raises:
        UsageError: the code is none.
        Unreachable: why there is no lesson, and what helps.
    """
    target = read(code)
    show([f"Trying {target} ..."])
    sys.stdout.flush()
    outcome = asyncio.run(probe(target, seconds or WAIT))
    if outcome.what != "reached":
        raise telling.not_reached(target, outcome, addresses.mine())
    show(telling.reached(target, outcome))
    return 0
