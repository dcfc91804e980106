"""Secret tokens: who somebody is. What is kept of a student's is its SHA-256 alone."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tomllib
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from quizgame.saves import disk

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = 24
_SHORTEST = 16


@dataclass(frozen=True, slots=True)
class Tokens:
    """The secrets of one session, on the hub's machine alone.

    Attributes:
        host: allows every verb.
        projector: allows a look without names.
        joining: what students' tokens are made with; nobody else needs it.
    """

    host: str = field(repr=False)
    projector: str = field(repr=False)
    joining: str = field(repr=False)


def fresh() -> str:
    """A token that nobody can guess, 32 characters of URLs."""
    return secrets.token_urlsafe(_BYTES)


def hashed(token: str) -> str:
    """What is kept of a token: its SHA-256 in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def same(given: str, kept: str) -> bool:
    """Whether two tokens, or two hashes, are one; takes as long whatever they share."""
    return hmac.compare_digest(given.encode(), kept.encode())


def of_joining(secret: str, attempt: str) -> str:
    """The token of somebody who joins; the same for the same attempt.

    So a newcomer whose welcome was lost asks again and gets the same seat, even from a hub that
    was killed in between. Without an attempt the token is random.
    """
    if not attempt:
        return fresh()
    return hmac.new(secret.encode(), attempt.encode(), hashlib.sha256).hexdigest()[: 2 * _BYTES]


def keep(path: Path) -> Tokens:
    """The tokens in a file; made anew, readable by its owner alone, where they cannot be read.

    Raises:
        OSError: the file cannot be made.
    """
    found = read(path)
    if found:
        return found
    made = Tokens(fresh(), fresh(), fresh())
    with suppress(FileNotFoundError):
        path.unlink()
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | disk.BINARY, 0o600)
    try:
        disk.add(
            fd, "".join(f'{name} = "{value}"\n' for name, value in asdict(made).items()).encode()
        )
    finally:
        os.close(fd)
    disk.flush_folder(path.parent)
    return made


def read(path: Path) -> Tokens | None:
    """The tokens in a file; None where there are none that can be used."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        found = Tokens(**data)
    except (OSError, ValueError, TypeError):
        return None
    values = asdict(found).values()
    usable = all(isinstance(value, str) and len(value) >= _SHORTEST for value in values)
    return found if usable else None
