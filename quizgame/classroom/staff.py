"""What the teacher's screens and the wall are shown, and how often."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from quizgame.classroom.effects import Count, ShowEverybody, ShowStaff
from quizgame.classroom.views import host_view, progress, projector_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.classroom.effects import Effect
    from quizgame.classroom.hub import Hub
    from quizgame.classroom.requests import Peer

EVERY = 0.1
"""Seconds between two messages to the teacher's screen."""
WALL_EVERY = 0.5
"""Seconds between two counts on the wall."""
SEATS_EVERY = 1.0
"""Seconds after which the list of students tells who has answered."""


class Staff:
    """Keeps the teacher's screens and the walls up to date.

    Attributes:
        code: what students type.
        address: the same as `host:port`.
        bad_frames: how many malformed or hostile frames have come.
        changed: whether the views are out of date.
    """

    def __init__(self) -> None:
        """Views that do not tell yet how to join."""
        self.code = ""
        self.address = ""
        self.bad_frames = 0
        self.changed = False
        self._counted = False
        self._wall_behind = False
        self._seats_behind = False
        self._next = 0.0
        self._next_wall = 0.0
        self._next_seats = 0.0

    def note(self, effects: Iterable[Effect]) -> None:
        """Remembers what has changed."""
        kinds = {type(effect) for effect in effects}
        self.changed = self.changed or not kinds.isdisjoint({ShowEverybody, ShowStaff})
        if Count in kinds:
            self._counted = self._wall_behind = self._seats_behind = True

    def patience(self) -> float:
        """Seconds until something is to be shown; long if nothing is."""
        waits = [self._next] if self.changed or self._counted else []
        waits += [self._next_wall] if self._wall_behind else []
        waits += [self._next_seats] if self._seats_behind else []
        return max(0.0, min(waits, default=float("inf")) - time.monotonic())

    def refresh(self, hub: Hub) -> None:
        """Shows what has changed, if it is time to."""
        now = time.monotonic()
        self.changed = self.changed or (self._seats_behind and now >= self._next_seats)
        if now >= self._next and (self.changed or self._counted):
            if self.changed:
                self.show(hub, hub.audience.hosts)
                self._seats_behind = False
                self._next_seats = now + SEATS_EVERY
                self._show_walls(hub, hub.audience.projectors, now)
            elif hub.audience.hosts:
                counts = progress(hub.state)
                for peer in hub.audience.hosts:
                    peer.glance(counts)
            self.changed = self._counted = False
            self._next = now + EVERY
        if now >= self._next_wall and self._wall_behind:
            self._show_walls(hub, hub.audience.projectors, now)

    def show(self, hub: Hub, peers: Sequence[Peer]) -> None:
        """Shows the teacher's view."""
        if not peers:
            return
        view = host_view(
            hub.state,
            hub.material,
            hub.now(),
            code=self.code,
            address=self.address,
            bad_frames=self.bad_frames,
            unsaved=hub.unsaved,
        ).model_copy(update={"notice": hub.notice})
        frame = view.model_dump_json().encode()
        for peer in peers:
            peer.show(frame)

    def show_wall(self, hub: Hub, peers: Sequence[Peer]) -> None:
        """Shows the view of the wall."""
        if not peers:
            return
        view = projector_view(
            hub.state, hub.material, hub.now(), code=self.code, address=self.address
        )
        frame = view.model_dump_json().encode()
        for peer in peers:
            peer.show(frame)

    def _show_walls(self, hub: Hub, peers: Sequence[Peer], now: float) -> None:
        self.show_wall(hub, peers)
        self._wall_behind = False
        self._next_wall = now + WALL_EVERY
