"""Stops a hub without ending its lesson, which can be taken up again anywhere in the network."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from quizgame.classroom.errors import SessionError

if TYPE_CHECKING:
    from quizgame.classroom.folder import Folder

STOP = "stop"
"""The word for it on the command line; it is no verb, for it changes nothing of the lesson."""

_PATIENCE = 15.0
_PAUSE = 0.02


def stop(folder: Folder) -> None:
    """Has the hub of a session stop in order, and waits until it has.

    Raises:
        NoHub: it does not run.
        SessionError: it does not stop in time.
    """
    running = folder.need_running()
    with suppress(ProcessLookupError):
        os.kill(running.pid, signal.SIGTERM)
    deadline = time.monotonic() + _PATIENCE
    while folder.lives():
        if time.monotonic() > deadline:
            message = f"Process {running.pid} waits for something, perhaps for the disk."
            raise SessionError("The hub does not stop", message, "Wait, or end that process.")
        time.sleep(_PAUSE)
