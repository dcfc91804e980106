"""One verb from the command line: connect, do it, look, go."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizgame.classroom import tokens, typed
from quizgame.classroom.client import HostClient
from quizgame.classroom.errors import NoHub, SessionError
from quizgame.classroom.folder import LOOPBACK
from quizgame.classroom.targets import Target
from quizgame.classroom.wire.outgoing import HostView, Refused

if TYPE_CHECKING:
    from quizgame.classroom.client import ToHost
    from quizgame.classroom.folder import Folder

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
    views: list[HostView] = []
    news = asyncio.Event()

    def take(message: ToHost) -> None:
        if isinstance(message, HostView):
            views.append(message)
        news.set()

    client = HostClient(
        Target(LOOPBACK, running.port),
        secrets.host if secrets else "",
        on_message=take,
        on_link=lambda _: news.set(),
    )
    link = asyncio.create_task(client.run())
    try:
        async with asyncio.timeout(_PATIENCE):
            while not views:
                await news.wait()
                news.clear()
                if client.state == "ended":
                    break
        if not views:
            raise NoHub("The hub cannot be told", client.why, "Look into its log.")
        if line.strip() != STATUS:
            await _carried_out(client, line, views, news)
        return views[-1]
    except TimeoutError as error:
        raise NoHub("The hub does not answer", client.why, f"Its log is {folder.log}.") from error
    finally:
        client.close()
        await link


async def _carried_out(
    client: HostClient, line: str, views: list[HostView], news: asyncio.Event
) -> None:
    verb, fields = typed.parse(line, views[-1])
    reply = await client.do(verb, **fields)
    if isinstance(reply, Refused):
        raise SessionError("Not done", reply.text)
    # A view follows; not so where the hub has stopped.
    seen = len(views)
    while len(views) == seen and client.state == "connected":
        news.clear()
        await news.wait()
