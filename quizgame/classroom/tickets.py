"""What lets a student come back: the secret token of a session, on the student's machine.

One file each in `classroom/tickets` beside the saves, which only its owner may read. A file is
locked as long as somebody uses it, so that five terminals on one machine are five students, and one
that was closed or killed leaves a ticket that waits.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Self

import tomli_w
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from quizgame.classroom.wire.message import Name, SessionId, Token
from quizgame.errors import QuizgameError
from quizgame.saves import disk
from quizgame.saves.locks import locked
from quizgame.saves.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEPT = timedelta(days=30)
"""Older tickets are thrown away when a new one is kept."""

_LARGEST = 4096
_PATIENCE = 0.5
"""Seconds to wait for a ticket: another program may just be looking whether it is free."""


class Ticket(BaseModel):
    """A student's token, and what it is good for.

    Attributes:
        hub: where the hub was, as `Target` says itself.
        at: when the student joined.
    """

    model_config = ConfigDict(frozen=True)

    session: SessionId
    name: Name
    token: Annotated[Token, Field(repr=False)]
    hub: Annotated[str, Field(max_length=300)]
    at: AwareDatetime


class NotKept(QuizgameError):
    """A ticket could not be written: this student cannot come back after closing the terminal."""


class Held:
    """A ticket that this program uses, until it is released or torn up."""

    def __init__(self, ticket: Ticket, path: Path, lock: ExitStack) -> None:
        self.ticket = ticket
        self._path = path
        self._lock = lock

    def rename(self, name: str) -> None:
        """Notes another name, which the teacher has given."""
        self.ticket = self.ticket.model_copy(update={"name": name})
        # What the ticket is good for does not depend on the name.
        with suppress(OSError):
            _write(self._path, self.ticket)

    def release(self) -> None:
        """Leaves it for whoever comes back."""
        self._lock.close()

    def tear(self) -> None:
        """Throws it away: nobody can come back with it."""
        # It could be in a folder that has been made read-only; then it stays, and does no harm.
        with suppress(OSError):
            self._path.unlink()
        self.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def folder(saves: Path) -> Path:
    """Where the tickets are, for a folder of saves."""
    return saves / "classroom" / "tickets"


def keep(folder: Path, ticket: Ticket) -> Held:
    """Writes a ticket that is in use from now on. The folder is made if it is missing.

    Raises:
        NotKept: why, and what to do.
    """
    path = _path(folder, ticket)
    lock = ExitStack()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _throw_old_away(folder, ticket.at - KEPT)
        lock.enter_context(locked(path, _PATIENCE))
        _write(path, ticket)
    except OSError as error:
        lock.close()
        raise NotKept(
            "You cannot come back after closing this window",
            f"{path} could not be written: {error.strerror or error}.",
            "Keep it open until the end, or say --saves with a folder that can be written.",
        ) from error
    return Held(ticket, path, lock)


def waiting(folder: Path, session: str) -> list[Ticket]:
    """The tickets of a session that nobody uses, the newest first."""
    found = [
        ticket
        for path, ticket in _all(folder)
        if ticket.session == session and path == _path(folder, ticket) and _is_free(path)
    ]
    return sorted(found, key=lambda ticket: ticket.at, reverse=True)


def take(folder: Path, ticket: Ticket) -> Held | None:
    """Uses a ticket that was waiting; None if somebody else uses it meanwhile, or it is gone."""
    path, lock = _path(folder, ticket), ExitStack()
    try:
        lock.enter_context(locked(path, _PATIENCE))
    except OSError:
        return None
    if _read(path) != ticket:
        lock.close()
        return None
    return Held(ticket, path, lock)


def _path(folder: Path, ticket: Ticket) -> Path:
    digest = sha256(ticket.token.encode()).hexdigest()
    return folder / f"{slug(ticket.session)}-{digest[:8]}.toml"


def _write(path: Path, ticket: Ticket) -> None:
    """Whole or not at all; the path's lock is held."""
    draft = path.with_suffix(".draft")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | disk.BINARY, 0o600)
    try:
        disk.add(fd, tomli_w.dumps(ticket.model_dump()).encode())
    finally:
        os.close(fd)
    draft.replace(path)


def _all(folder: Path) -> Iterator[tuple[Path, Ticket]]:
    try:
        paths = sorted(folder.glob("*.toml"))
    except OSError:
        return
    for path in paths:
        if ticket := _read(path):
            yield path, ticket


def _read(path: Path) -> Ticket | None:
    """What a file holds; None if it is no ticket that can be used."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode()
        return Ticket.model_validate(tomllib.loads(text))
    # UnicodeDecodeError, TOMLDecodeError and ValidationError are all ValueErrors.
    except (OSError, ValueError, RecursionError):
        return None


def _is_free(path: Path) -> bool:
    try:
        with locked(path, 0):
            return True
    except OSError:
        return False


def _throw_old_away(folder: Path, before: datetime) -> None:
    for path, ticket in _all(folder):
        if ticket.at < before:
            with suppress(OSError), locked(path, 0):
                path.unlink()
