"""Starts a hub as a process of its own, which outlives whoever started it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import quizgame
from quizgame.classroom.errors import HubNotStarted
from quizgame.saves.refusals import telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.classroom.folder import Folder, Running

PATIENCE = 20.0
"""Seconds in which a hub begins to listen; it takes about one."""

if sys.platform == "win32":
    # No window, and no signal of this console reaches it.
    _APART = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
else:
    _APART = 0

_started: list[subprocess.Popen[bytes]] = []
"""Hubs that this process has started. It lets go of none, for they are to live on."""

_HOME = Path(quizgame.__file__).resolve().parent.parent
"""Where this package is found."""

_PAUSE = 0.02
_TOLD = 2000


def start(
    folder: Folder,
    *,
    packs: Sequence[Path] = (),
    address: str | None = None,
    port: int | None = None,
) -> Running:
    """Starts the hub of a session that has begun, and waits until it listens.

    Args:
        folder: the session.
        packs: where packs are looked for; empty for where the pack was found.
        address: where it listens; None for where it listened before, or the best address.
        port: None for the port it had before, or the first free one.

    Raises:
        HubNotStarted: it has ended, or does not listen in time; what it said.
        NotSaved: its log cannot be written.
    """
    command = _command(folder, packs, address, port)
    before = _written(folder)
    with telling(folder.log), folder.log.open("ab") as log:
        begin = log.tell()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Not where it was called: another `quizgame` there would be run instead of this one.
            cwd=_HOME,
            # What ends this terminal does not end it.
            start_new_session=True,
            creationflags=_APART,
        )
    _started.append(process)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        running = folder.last
        if running and running.pid == process.pid and _written(folder) != before:
            return running
        if process.poll() is not None:
            raise _not_started(folder, begin)
        time.sleep(_PAUSE)
    process.terminate()
    raise _not_started(folder, begin)


def _written(folder: Folder) -> int:
    """When a hub last told where it listens. An old number of a process may come again."""
    try:
        return folder.hub.stat().st_mtime_ns
    except OSError:
        return 0


def _command(
    folder: Folder, packs: Sequence[Path], address: str | None, port: int | None
) -> list[str]:
    saves = folder.path.resolve().parent.parent
    command = [sys.executable, "-m", "quizgame", "host", "--headless"]
    command += ["--resume", folder.session, "--saves", str(saves)]
    if packs:
        command += ["--packs", *(str(pack.resolve()) for pack in packs)]
    if address is not None:
        command += ["--address", address]
    if port is not None:
        command += ["--port", str(port)]
    return command


def _not_started(folder: Folder, begin: int) -> HubNotStarted:
    try:
        with folder.log.open("rb") as log:
            log.seek(max(begin, os.fstat(log.fileno()).st_size - _TOLD))
            said = " ".join(log.read().decode("utf-8", "replace").split())
    except OSError:
        said = ""
    return HubNotStarted(
        "The lesson did not start",
        said or f"Its hub did not listen within {PATIENCE:.0f} seconds.",
        f"When that is mended: `quizgame host --resume {folder.session}`.",
    )
