"""A connection as the hub uses it: nothing waits for the other side, and little is kept for it."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from websockets.asyncio.server import broadcast
from websockets.exceptions import ConnectionClosed

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from websockets.asyncio.server import ServerConnection

    from quizgame.classroom.wire.message import Message

_BUFFERED = 1 << 16
"""So many bytes may wait to be sent before what comes next is kept back."""
_MOST_WAITING = 100
"""So many messages that must arrive may be kept back; whoever reads none of them is cut off."""
GOING = 1001
"""The code with which a hub closes a connection."""


class Connection:
    """Sends at once what it can. For a reader that stalls the newest view waits, and messages."""

    def __init__(self, socket: ServerConnection) -> None:
        """A connection that has been opened."""
        self.socket = socket
        self._messages: deque[str] = deque()
        self._view: str | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._sending = False
        self._dismissed = False

    def say(self, message: Message) -> None:
        """Sends a message that must arrive."""
        frame = message.model_dump_json()
        if self._send_now(frame):
            return
        self._messages.append(frame)
        if len(self._messages) > _MOST_WAITING:
            self._messages.clear()
            self._view = None
            self._dismissed = True
            # To close it in order would wait for the reader, too.
            self.socket.transport.abort()
            return
        self._send_later()

    def show(self, frame: bytes) -> None:
        """Sends a view, which takes the place of one that has not gone out yet."""
        text = frame.decode()
        if not self._send_now(text):
            self._view = text
            self._send_later()

    def glance(self, message: Message) -> None:
        """Sends what is soon out of date; it is dropped if something else waits."""
        self._send_now(message.model_dump_json())

    def dismiss(self, message: Message | None, reason: str = "") -> None:
        """Sends a last message, and closes the connection."""
        if self._dismissed:
            return
        if message is not None:
            self.say(message)
        self._dismissed = True
        self._start(self.socket.close(GOING, reason))

    async def finish(self) -> None:
        """Waits until a connection that was dismissed is closed."""
        if self._dismissed:
            await asyncio.gather(*self._tasks)

    def _send_now(self, frame: str) -> bool:
        """Sends a frame unless something waits; whether that was done."""
        if self._dismissed:
            return True
        if self._sending or self.socket.transport.get_write_buffer_size() > _BUFFERED:
            return False
        broadcast([self.socket], frame)
        return True

    def _send_later(self) -> None:
        if not self._sending:
            self._sending = True
            self._start(self._drain())

    async def _drain(self) -> None:
        """Sends what waits, as fast as it is read."""
        try:
            while self._messages or self._view is not None:
                if self._messages:
                    frame = self._messages.popleft()
                else:
                    frame, self._view = self._view or "", None
                await self.socket.send(frame)
        except ConnectionClosed:
            return
        finally:
            self._sending = False

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
