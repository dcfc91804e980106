"""What connections ask of the hub, and what the hub can do with a connection."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from asyncio import Future

    from quizgame.classroom.wire.incoming import Submit, Verb
    from quizgame.classroom.wire.message import Message


class Peer(Protocol):
    """A connection that has said who it is. Nothing here waits for the other side."""

    def say(self, message: Message) -> None:
        """Sends a message that must arrive."""

    def show(self, frame: bytes) -> None:
        """Sends a view, which takes the place of one that has not gone out yet."""

    def glance(self, message: Message) -> None:
        """Sends what is soon out of date; it is dropped if something else waits."""

    def dismiss(self, message: Message | None, reason: str = "") -> None:
        """Sends a last message, and closes the connection."""


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """Something to be carried out.

    Attributes:
        t: when it came, on the session's clock.
    """

    t: float


@dataclass(frozen=True, slots=True, eq=False)
class Joining(Request):
    """Somebody wants to join. `settled` gets their number, or None once they were refused."""

    peer: Peer
    name: str
    people: int
    attempt: str
    settled: Future[int | None] = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Answering(Request):
    """A student's answer."""

    peer: Peer
    student: int
    submit: Submit


@dataclass(frozen=True, slots=True, eq=False)
class Ordering(Request):
    """A verb of the host's."""

    peer: Peer
    verb: Verb


@dataclass(frozen=True, slots=True, eq=False)
class Presence(Request):
    """Whether a student is connected has changed, perhaps more than once."""

    student: int
