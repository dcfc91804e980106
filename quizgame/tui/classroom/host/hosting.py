"""How the teacher's screens come by their connection to the hub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.classroom.client import HostClient, ProjectorClient, ToHost, ToProjector
    from quizgame.classroom.link import LinkState


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
