"""One verb from the command line: connect, do it, look, go."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizgame.classroom import tokens, typed
from quizgame.classroom.client import HostClient
from quizgame.classroom.errors import NoHub, SessionError
from quizgame.classroom.folder import LOOPBACK
from quizgame.classroom.targets import Target
from quizgame.classroom.wire.outgoing import Done, HostView, Refused

if TYPE_CHECKING:
    from collections.abc import Collection

    from quizgame.classroom.client import ToHost
    from quizgame.classroom.folder import Folder
    from quizgame.classroom.link import LinkState

STATUS = "status"
"""What only looks."""

_PATIENCE = 10.0


async def do(folder: Folder, line: str) -> HostView:
    """Has the hub of a session carry out a typed verb, and returns how things stand after it.

    Raises:
        NoHub: it does not run, or does not answer.
        UsageError: the line is no verb.
        SessionError: the verb was refused; why.
    """
    running = folder.need_running()
    secrets = tokens.read(folder.tokens)
    seen = _Seen()
    client = HostClient(
        Target(LOOPBACK, running.port),
        secrets.host if secrets else "",
        on_message=seen.take,
        on_link=lambda _: seen.news.set(),
    )
    link = asyncio.create_task(client.run())
    try:
        async with asyncio.timeout(_PATIENCE):
            await seen.current(client, unless={"ended"})
        if seen.view is None:
            raise NoHub("The hub cannot be told", client.why, "Look into its log.")
        if line.strip() != STATUS:
            await _carried_out(client, line, seen)
        return seen.view
    except TimeoutError as error:
        raise NoHub("The hub does not answer", client.why, f"Its log is {folder.log}.") from error
    finally:
        client.close()
        await link


class _Seen:
    """What the hub has shown.

    Attributes:
        view: the last view; None before the first.
        behind: whether something was done that the last view may not have yet.
        news: set whenever there may be something to look at.
    """

    def __init__(self) -> None:
        self.view: HostView | None = None
        self.behind = True
        self.news = asyncio.Event()

    def take(self, message: ToHost) -> None:
        """Looks at a message. A view and the reply before it may come in one breath."""
        if isinstance(message, HostView):
            self.view, self.behind = message, False
        elif isinstance(message, Done):
            self.behind = True
        self.news.set()

    async def current(self, client: HostClient, *, unless: Collection[LinkState]) -> None:
        """Waits for a view in which everything is; no longer where the link stands so."""
        while self.behind and client.state not in unless:
            self.news.clear()
            await self.news.wait()


async def _carried_out(client: HostClient, line: str, seen: _Seen) -> None:
    assert seen.view is not None
    verb, fields = typed.parse(line, seen.view)
    reply = await client.do(verb, **fields)
    if isinstance(reply, Refused):
        raise SessionError("Not done", reply.text)
    # Not so where the hub has stopped.
    async with asyncio.timeout(_PATIENCE):
        await seen.current(client, unless={"lost", "ended"})
