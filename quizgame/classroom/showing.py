"""Shows a large class what has changed a few students at a time, so that answers get in between."""

from __future__ import annotations

import asyncio
from itertools import islice
from typing import TYPE_CHECKING

from quizgame.classroom.effects import ShowEverybody, ShowStudent
from quizgame.classroom.views import StudentViews

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.classroom.effects import Effect
    from quizgame.classroom.hub import Hub
    from quizgame.classroom.state import State

AT_ONCE = 8
"""So many students are shown something before the hub looks what else there is to do."""
_KEPT = 0.1
"""Seconds for which the time that is left may be told from what was worked out before."""


class Showing:
    """Knows whose view is out of date. What is shown is always how things stand by then."""

    def __init__(self, hub: Hub) -> None:
        """Nobody's view is out of date."""
        self._hub = hub
        self._behind: dict[int, None] = {}
        self._news = asyncio.Event()
        self._made: tuple[State, float, StudentViews] | None = None

    def note(self, effects: Iterable[Effect]) -> None:
        """Remembers for whom something has changed, and shows it to the first of them."""
        for effect in effects:
            if isinstance(effect, ShowEverybody):
                self._behind.update(dict.fromkeys(self._hub.audience.students()))
            elif isinstance(effect, ShowStudent):
                self._behind[effect.student] = None
        self._some()
        if self._behind:
            self._news.set()

    def one(self, student: int) -> None:
        """Shows a student how things stand, if they are there."""
        self._hub.audience.show(student, self._views())

    async def run(self) -> None:
        """Shows the others what has changed, until it is cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            while self._behind:
                self._some()
                await asyncio.sleep(0)

    def finish(self) -> None:
        """Shows everybody what has changed, for there is no later."""
        while self._behind:
            self._some()

    def _some(self) -> None:
        for student in list(islice(self._behind, AT_ONCE)):
            del self._behind[student]
            self.one(student)

    def _views(self) -> StudentViews:
        """The views of the present state, whose common pieces are made once for a moment."""
        hub, now = self._hub, self._hub.now()
        if self._made:
            state, at, views = self._made
            if state is hub.state and now - at < _KEPT:
                return views
        views = StudentViews(hub.state, hub.material, now)
        self._made = hub.state, now, views
        return views
