"""The floor of a live session: a bare server with the same journal, and no rules.

It takes and gives the messages that the hub takes and gives. An answer is acknowledged once its
group of 5 ms is on disk; a verb of the host shows everybody a frame that was made beforehand.
Started as `classroom_floor.py FOLDER`; it prints its port, and ends with its standard input.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import sys
from pathlib import Path
from typing import Any

from websockets.asyncio.server import ServerConnection, broadcast, serve

GROUP = 0.005
"""Seconds that the first event of a group waits for others before all are written."""

JOURNAL, FRAMES = "journal.jsonl", "frames.json"
_NUMBER = '"number":{},'
"""How a frame tells the number of the question; the frames given are those of the first."""

_PHASES = {"begin": "read", "next": "read", "open": "open", "lock": "locked", "reveal": "revealed"}


class Floor:
    """Connections, a journal, and the number of the question."""

    def __init__(self, folder: Path) -> None:
        self._frames: dict[str, str] = json.loads((folder / FRAMES).read_text(encoding="utf-8"))
        self._file = os.open(folder / JOURNAL, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._students: set[ServerConnection] = set()
        self._number = 0
        self._group: list[tuple[str, ServerConnection, str, str | None]] = []
        self._some = asyncio.Event()

    async def serve(self) -> None:
        """Listens on a free port of loopback until the standard input ends."""
        loop = asyncio.get_running_loop()
        async with serve(self._talk, "127.0.0.1", 0, compression=None, max_size=4096) as server:
            print(server.sockets[0].getsockname()[1], flush=True)
            committing = loop.create_task(self._commit())
            await loop.run_in_executor(None, sys.stdin.read)
            committing.cancel()

    async def _talk(self, connection: ServerConnection) -> None:
        first = json.loads(await connection.recv())
        if first["kind"] == "join":
            token = secrets.token_urlsafe(16)
            welcome = {"kind": "welcome", "session": "", "token": token, "name": first["name"]}
            broadcast([connection], json.dumps(welcome))
            broadcast([connection], self._frames["lobby"])
            self._students.add(connection)
        else:
            token = ""
        async for frame in connection:
            self._take(connection, token, json.loads(frame))
        self._students.discard(connection)

    def _take(self, connection: ServerConnection, token: str, message: dict[str, Any]) -> None:
        if message["kind"] == "verb":
            phase = _PHASES[message["verb"]]
            self._number += phase == "read"
            reply, shown = {"kind": "done", "ref": message["ref"]}, self._frames[phase]
        else:
            kept = {key: message[key] for key in ("submission", "question", "vote")}
            reply, shown = {"kind": "stored", **kept}, None
        line = json.dumps({**message, "token": token})
        self._group.append((line, connection, json.dumps(reply), shown))
        self._some.set()

    async def _commit(self) -> None:
        while True:
            await self._some.wait()
            await asyncio.sleep(GROUP)
            self._some.clear()
            group, self._group = self._group, []
            lines = "".join(f"{line}\n" for line, *_ in group).encode()
            await asyncio.to_thread(self._write, lines)
            for _, connection, reply, shown in group:
                broadcast([connection], reply)
                if shown:
                    number = _NUMBER.format(self._number)
                    broadcast(self._students, shown.replace(_NUMBER.format(1), number, 1))

    def _write(self, lines: bytes) -> None:
        os.write(self._file, lines)
        os.fdatasync(self._file)


if __name__ == "__main__":
    asyncio.run(Floor(Path(sys.argv[1])).serve())
