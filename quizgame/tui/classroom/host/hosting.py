"""How the teacher's screens come by their connection to the hub."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.classroom.client import HostClient, ProjectorClient, ToHost, ToProjector
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.targets import Target


class Connect(Protocol):
    """Makes the teacher's connection, like `partial(HostClient, target, token)`."""

    def __call__(
        self, *, on_message: Callable[[ToHost], None], on_link: Callable[[LinkState], None]
    ) -> HostClient:
        """A connection, which begins with its `run`."""


class Watch(Protocol):
    """Makes the connection of a wall, like `partial(ProjectorClient, target, token)`."""

    def __call__(
        self, *, on_message: Callable[[ToProjector], None], on_link: Callable[[LinkState], None]
    ) -> ProjectorClient:
        """A connection, which begins with its `run`."""


@dataclass(frozen=True, slots=True)
class Process:
    """The hub's process, as the machine that it runs on knows it.

    Attributes:
        where: tells where the running hub listens; None where its process is gone.
        start: takes the lesson up from its journal, which takes a second or two, and tells where
            the new hub listens; raises QuizgameError where it cannot be.
    """

    where: Callable[[], Target | None]
    start: Callable[[], Target]
