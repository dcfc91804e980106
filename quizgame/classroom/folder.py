"""The folder of a session: its journal, and what a running hub leaves in it."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from quizgame.classroom.errors import NoHub, NoSession
from quizgame.saves import disk
from quizgame.saves.locks import locked

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Running:
    """What `hub.toml` tells of a running hub.

    Attributes:
        host: the address that students use; this machine also reaches the hub by `LOOPBACK`.
        code: what students type instead of address and port.
        listens: where the hub listens, besides `LOOPBACK`.
    """

    session: str
    pid: int
    host: str
    port: int
    code: str
    listens: str


@dataclass(frozen=True, slots=True)
class Folder:
    """Where a session is kept. Its name is the session's id."""

    path: Path

    @property
    def session(self) -> str:
        """The session's id."""
        return self.path.name

    @property
    def journal(self) -> Path:
        """Everything that happened."""
        return self.path / "journal.jsonl"

    @property
    def hub(self) -> Path:
        """Where the hub listens; after a crash, where students still look for it."""
        return self.path / "hub.toml"

    @property
    def tokens(self) -> Path:
        """The host's secret and the projector's."""
        return self.path / "tokens.toml"

    @property
    def log(self) -> Path:
        """What the hub's process has printed."""
        return self.path / "hub.log"

    def lock(self, wait: float = 0.0) -> AbstractContextManager[None]:
        """What a hub holds as long as it runs; the system frees it when the process dies.

        Raises:
            TimeoutError: on entering; another process holds it.
        """
        return locked(self.hub, wait)

    def lives(self) -> bool:
        """Whether a process runs this session's hub."""
        if not self.path.is_dir():
            return False
        try:
            with self.lock():
                return False
        except TimeoutError:
            return True

    @property
    def last(self) -> Running | None:
        """The hub that runs, or ran last and did not end the lesson; None if there was none."""
        try:
            return Running(**tomllib.loads(self.hub.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def running(self) -> Running | None:
        """The running hub; None if there is none, or it does not listen yet."""
        found = self.last
        return found if found and self.lives() else None

    def need_running(self) -> Running:
        """The running hub.

        Raises:
            NoHub: there is none.
        """
        if found := self.running():
            return found
        hint = f"Take the session up again: `quizgame host --resume {self.session}`."
        raise NoHub("The hub is not running", f"Session {self.session} has none.", hint)

    def discard(self) -> None:
        """Removes a session that has not begun: nobody has seen it."""
        shutil.rmtree(self.path, ignore_errors=True)

    def tell(self, running: Running) -> None:
        """Writes `hub.toml`, which appears whole.

        Raises:
            OSError: it cannot be written.
        """
        text = "".join(f"{name} = {_toml(value)}\n" for name, value in asdict(running).items())
        draft = self.hub.with_name(f".{self.hub.name}")
        draft.write_text(text, "utf-8")
        draft.replace(self.hub)


def _toml(value: object) -> str:
    return str(value) if isinstance(value, int) else f'"{value}"'


def root(saves: Path) -> Path:
    """The folder of all sessions in a folder of saves."""
    return saves / "classroom"


def make(saves: Path, now: datetime) -> Folder:
    """Makes the folder of a new session, named after the minute it begins in.

    Raises:
        OSError: it cannot be made.
    """
    base = f"{now:%Y-%m-%d-%H%M}"
    all_of_them = root(saves)
    all_of_them.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        path = all_of_them / (base if number == 1 else f"{base}-{number}")
        try:
            # Students' names and answers are nobody else's business on a shared machine.
            path.mkdir(0o700)
        except FileExistsError:
            number += 1
            continue
        disk.flush_folder(all_of_them)
        disk.flush_folder(saves)
        return Folder(path)


def every(saves: Path) -> list[Folder]:
    """The sessions that have begun, the one that was written to last first."""
    try:
        names = sorted(one.name for one in os.scandir(root(saves)) if one.is_dir())
    except OSError:
        return []
    found = [Folder(root(saves) / name) for name in names if _ID.fullmatch(name)]
    begun = [
        (folder.journal.stat().st_mtime, folder) for folder in found if folder.journal.is_file()
    ]
    return [folder for _, folder in sorted(begun, key=lambda pair: pair[0], reverse=True)]


def find(saves: Path, session: str = "") -> Folder:
    """The session with this id; without one, that which was written to last.

    Raises:
        NoSession: there is none.
    """
    known = every(saves)
    if not session and known:
        return known[0]
    for folder in known:
        if folder.session == session:
            return folder
    hint = f"The last one is {known[0].session}." if known else "Begin one: `quizgame host`."
    message = f"{root(saves)} has none" + (f" called {session}." if session else ".")
    raise NoSession("There is no such session", message, hint)


def to_resume(saves: Path, session: str = "") -> Folder:
    """The session with this id; without one, that which runs, or else stopped before its end.

    Raises:
        NoSession: there is none.
    """
    known = [] if session else every(saves)
    running = (one for one in known if one.running())
    # A hub that ended its lesson does not leave word where it listened.
    stopped = (one for one in known if one.last)
    return next(running, None) or next(stopped, None) or find(saves, session)
