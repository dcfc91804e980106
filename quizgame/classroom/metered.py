"""A connection that is cut off when it sends more than anybody who means well has to say."""

from __future__ import annotations

import time
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.frames import CloseCode
from websockets.protocol import State

from quizgame.classroom.limits import BYTES_A_SECOND, BYTES_AT_ONCE, MOST_UNREAD, Bucket


class Metered(ServerConnection):
    """Counts every byte that comes, and what waits to be read by the other side.

    Pings, pongs and pieces of frames never reach whoever reads messages; each costs time, and a
    ping an answer that is kept until it is read.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        """A connection that has said nothing yet; takes what a `ServerConnection` takes."""
        super().__init__(*given, **named)
        self._bytes = Bucket(BYTES_AT_ONCE, BYTES_A_SECOND, time.monotonic())

    def data_received(self, data: bytes) -> None:
        """Takes what comes, unless it is too much."""
        unread = self.transport.get_write_buffer_size()
        if unread > MOST_UNREAD or not self._bytes.take(time.monotonic(), len(data)):
            if self.protocol.state is State.OPEN:
                self.protocol.fail(CloseCode.POLICY_VIOLATION, "too much")
            self.transport.abort()
            return
        super().data_received(data)
