"""A hub as a process: from the lock of its session to its last word."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from contextlib import ExitStack, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from quizgame.classroom import addresses, code, opening, server, tokens
from quizgame.classroom.clock import Clock
from quizgame.classroom.errors import HubLives
from quizgame.classroom.folder import Running
from quizgame.classroom.hub import Hub
from quizgame.classroom.journal import Journal
from quizgame.classroom.link import ENDED
from quizgame.classroom.server import EVERYWHERE, Server
from quizgame.classroom.staff import Staff
from quizgame.classroom.targets import Target
from quizgame.saves.refusals import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from websockets.asyncio.server import Server as Listener

    from quizgame.classroom.events import Event
    from quizgame.classroom.folder import Folder
    from quizgame.classroom.opening import Opened

_WAIT = 2.0
"""Seconds to wait for whoever just looks whether a hub lives."""
_GOODBYE = 3.0
"""Seconds in which connections may close."""


def run(
    folder: Folder,
    *,
    packs: Sequence[Path] = (),
    address: str | None = None,
    port: int | None = None,
    ready: Callable[[Hub, Running, tuple[int, ...]], None],
    tell: Callable[[Sequence[Event]], None],
) -> str:
    """Runs the hub of a session until it is over, or a signal stops it.

    Args:
        folder: the session, which has begun.
        packs: where packs are looked for; empty for where the pack was found.
        address: what students use; None for where the hub listened before, or what reaches this
            machine most likely.
        port: None for where the hub listened before, or the first free one.
        ready: is called in the loop once the hub listens, with the damaged lines of the journal.
        tell: is called in the loop with what has happened.

    Returns:
        Why it has stopped: `ended`, `abandoned`, `SIGTERM` and so on.

    Raises:
        HubLives: another process runs it.
        QuizgameError: it cannot be taken up, or nobody could join; why.
    """
    with ExitStack() as stack:
        with telling(folder.path):
            try:
                stack.enter_context(folder.lock(_WAIT))
            except TimeoutError as error:
                message = f"The hub of session {folder.session} is running already."
                hint = f"`quizgame host --resume {folder.session}` attaches to it."
                raise HubLives("This lesson is running", message, hint) from error
        opened = opening.take_up(folder, packs, datetime.now().astimezone())
        journal = Journal(folder.journal)
        stack.callback(journal.close)

        def listening(hub: Hub, running: Running) -> None:
            # What was made by now stays. To look through it for garbage while a large class answers
            # would take 60 ms at a time.
            gc.collect()
            gc.freeze()
            asyncio.get_running_loop().set_exception_handler(_complain)
            _heed_signals(hub)
            ready(hub, running, opened.damaged)

        serving = serve(opened, journal, address=address, port=port, ready=listening, tell=tell)
        return asyncio.run(serving)


async def serve(
    opened: Opened,
    journal: Journal,
    *,
    address: str | None,
    port: int | None,
    ready: Callable[[Hub, Running], None],
    tell: Callable[[Sequence[Event]], None],
) -> str:
    """Runs a hub in the loop of whoever calls it, like `run`. Hold the session's lock.

    Raises:
        QuizgameError: nobody could join, or the journal cannot be written.
    """
    folder, state = opened.folder, opened.state
    with telling(folder.tokens):
        secrets = tokens.keep(folder.tokens)
    hub = Hub(
        state,
        opened.material,
        journal,
        clock=Clock(state.at),
        secret=secrets.joining,
        staff=Staff(),
        tell=tell,
    )
    if opened.damaged:
        lines = ", ".join(map(str, opened.damaged))
        hub.remark = f"The journal is damaged; what stood on line {lines} is lost."
    listeners, running = await _listen(Server(hub, secrets), folder, address, port)
    hub.staff.code, hub.staff.address = running.code, str(Target(running.host, running.port))
    try:
        if opened.events:
            journal.append(opened.events)
        with telling(folder.hub):
            folder.tell(running)
        ready(hub, running)
        await hub.run()
    finally:
        await _say_goodbye(hub, listeners)
    if hub.stopped == ENDED:
        folder.hub.unlink(missing_ok=True)
    return hub.stopped


async def _listen(
    taking: Server, folder: Folder, address: str | None, port: int | None
) -> tuple[list[Listener], Running]:
    """Listens where it is asked for, else where students still look for the hub, else anywhere."""
    before = folder.last
    if before and port is None and address in {None, before.listens}:
        with suppress(server.NotListeningError):
            return _running(
                folder, before.listens, *await server.listen(taking, before.listens, before.port)
            )
    chosen = address or addresses.first()
    return _running(folder, chosen, *await server.listen(taking, chosen, port))


def _running(
    folder: Folder, listens: str, listeners: list[Listener], port: int
) -> tuple[list[Listener], Running]:
    host = addresses.first() if listens == EVERYWHERE else listens
    return listeners, Running(
        folder.session, os.getpid(), host, port, code.write(host, port), listens
    )


def _complain(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Tells of a mistake in the program; of a network that fails nothing, which is daily bread."""
    if not isinstance(context.get("exception"), OSError):
        loop.default_exception_handler(context)


def _heed_signals(hub: Hub) -> None:
    loop = asyncio.get_running_loop()
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    for number in (getattr(signal, name) for name in names if hasattr(signal, name)):
        name = signal.Signals(number).name
        if sys.platform == "win32":
            signal.signal(number, lambda *_, name=name: loop.call_soon_threadsafe(hub.stop, name))
        else:
            loop.add_signal_handler(number, hub.stop, name)


async def _say_goodbye(hub: Hub, listeners: Sequence[Listener]) -> None:
    hub.audience.dismiss_all(ENDED if hub.stopped == ENDED else "")
    for listener in listeners:
        listener.close(close_connections=True)
    with suppress(TimeoutError):
        async with asyncio.timeout(_GOODBYE):
            for listener in listeners:
                await listener.wait_closed()
