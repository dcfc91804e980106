"""`quizgame host --headless`: the hub alone, told and telling by lines."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from quizgame.classroom import doing, session, telling
from quizgame.classroom.files import allow_many
from quizgame.commands import hosting
from quizgame.commands.output import show
from quizgame.errors import QuizgameError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from quizgame.classroom.events import Event
    from quizgame.classroom.folder import Folder, Running
    from quizgame.classroom.hub import Hub

STOPPED = {"SIGINT": 130}
"""What the command ends with that a signal has stopped; 0 for those that mean it kindly."""

_STDIN = 0
_CHUNK = 4096


def run(args: Namespace) -> int:
    """Runs the hub in this process until the lesson is over, or a signal comes."""
    where, is_new = hosting.session(args)
    console = Console(where)
    allow_many()
    try:
        why = session.run(
            where,
            packs=args.packs,
            address=args.address,
            port=args.port,
            ready=console.ready,
            tell=console.tell,
        )
    except QuizgameError:
        if is_new and not console.listened:
            where.discard()
        raise
    console.say(f"stopped why={why}")
    return STOPPED.get(why, 0)


class Console:
    """Lines in, lines out. Whoever reads no longer, or types no longer, ends nothing."""

    def __init__(self, where: Folder) -> None:
        """The console of a session's hub."""
        self.listened = False
        self._where = where
        self._heard = True
        self._lines: asyncio.Queue[str] = asyncio.Queue()
        self._doing: asyncio.Task[None] | None = None

    def ready(self, hub: Hub, running: Running, damaged: tuple[int, ...]) -> None:
        """Says where the hub listens, and begins to read verbs."""
        self.listened = True
        self.say(telling.listening(running))
        for number in damaged:
            self.say(f"damaged line={number} of={self._where.journal}")
        loop = asyncio.get_running_loop()

        def typed(line: str) -> None:
            with suppress(RuntimeError):
                # The loop may be closed by now.
                loop.call_soon_threadsafe(self._lines.put_nowait, line)

        self._doing = asyncio.create_task(self._do())
        if sys.stdin is not None and not sys.stdin.closed:
            threading.Thread(target=_read, args=(typed,), daemon=True).start()

    def tell(self, events: Sequence[Event]) -> None:
        """Says what has happened."""
        self.say(*map(telling.line, events))

    def say(self, *lines: str) -> None:
        """Prints lines at once."""
        if not self._heard:
            return
        try:
            show(lines)
            sys.stdout.flush()
        except (OSError, ValueError):
            self._heard = False
            with suppress(OSError, ValueError):
                # Python flushes once more when it ends, and would complain then.
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    async def _do(self) -> None:
        """Carries out what is typed, one line after the other."""
        while True:
            line = await self._lines.get()
            try:
                self.say(f"status {telling.status(await doing.do(self._where, line))}")
            except QuizgameError as error:
                self.say(" ".join(("refused", error.message, error.hint)).rstrip())


def _read(typed: Callable[[str], None]) -> None:
    """Reads lines as they come. Unbuffered: a thread that waits there must not stop the end."""
    rest = b""
    while True:
        try:
            chunk = os.read(_STDIN, _CHUNK)
        except OSError:
            return
        if not chunk:
            return
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if line.strip():
                typed(line.decode("utf-8", "replace").strip())
