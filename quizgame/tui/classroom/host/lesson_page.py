"""The page of a lesson: what the class looks at, drawn in place as the hub tells of it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from quizgame.classroom.state import Phase
from quizgame.tui import ink
from quizgame.tui.app import WIDE
from quizgame.tui.classroom.host import stage, status
from quizgame.tui.classroom.host.letters import ROWS
from quizgame.tui.classroom.host.page_ink import front_page
from quizgame.tui.classroom.host.room import HEADING, MUTED, Room, letters
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices
from quizgame.tui.widgets.head import GAP
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para, set_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from quizgame.tui.classroom.host.room import View
    from quizgame.tui.classroom.host.stage import Picture

EVERY = 0.25
"""Seconds between two drawings of the same moment, whatever the class does meanwhile."""

_TICK = 0.25
_COUNTED_DOWN = {Phase.READ, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.OWN}
_MARGINS = 4
_MOST_AT_FOOT = 8
_SIDE, _SIDE_MARGINS = 38, 4
_COLUMN = 84
"""The widest column in which text is still read with ease."""
_WHOLE = {Phase.LOBBY, Phase.OWN, Phase.BOARD, Phase.ENDED}
"""The phases that use the whole width."""


class Foot(Paper):
    """The lines at the foot; a click on a key there presses it."""

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked, as if it had been typed."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)


class LessonPage(Page[None]):
    """One lesson, from the lobby to its end.

    Attributes:
        view: what the hub told last; None before the first time.
        overflows: whether the stage is higher than the window.
        down: how many blank rows stand above the stage.
        changed: when the phase or the question last changed, on the monotonic clock; 0 before.
    """

    AROUND: ClassVar[int] = 4
    """The rows of the head and of the keys."""
    LOWERED: ClassVar[float] = 0.0
    """How much of the free rows stands above the stage."""

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None
        self.overflows = False
        self.down = 0
        self.changed = 0.0
        self._came = 0.0
        self._drawn = 0.0
        self._soon: Timer | None = None
        self._scenery: tuple[object, ...] = ()

    def body(self) -> ComposeResult:
        """What is asked or told, and the options."""
        yield Paper(id="stage")
        yield Choices(self.typography.caret, id="choices")

    def beside(self) -> ComposeResult:
        """The time in large digits, or the page so far, where there is room."""
        yield Paper(id="side")

    def foot(self) -> ComposeResult:
        """How many have answered, and what is wrong."""
        yield Foot(id="foot")

    def on_mount(self) -> None:
        """Waits for the first word of the hub."""
        self.query_one("#stage", Paper).show([BLANK, para("Connecting to the lesson.")])
        self.query_one("#choices").display = False
        self.set_interval(_TICK, self._tick)

    def on_resize(self) -> None:
        """Sets everything anew at the new size."""
        super().on_resize()
        self._scenery = ()
        self.call_after_refresh(self._draw)

    def take(self, view: View) -> None:
        """Draws what the hub tells: a new moment at once, the same one now and then."""
        before, self.view, self._came = self.view, view, monotonic()
        if before is None:
            self._draw()
        elif stage.moment(before) != stage.moment(view):
            self.changed = self._came
            self._draw()
        else:
            self.draw_soon()

    def draw_soon(self) -> None:
        """Draws within `EVERY`."""
        if self._soon is None:
            wait = max(0.001, self._drawn + EVERY - monotonic())
            self._soon = self.set_timer(wait, self._draw)

    @property
    def left(self) -> float | None:
        """The seconds that are left now; None where no clock runs."""
        if self.view is None or self.view.common.left is None:
            return None
        return self.view.common.left - (monotonic() - self._came)

    def _tick(self) -> None:
        if self.view and self.view.common.left is not None and not self.view.common.paused:
            self._draw_time()

    def _draw(self) -> None:
        if self._soon:
            self._soon.stop()
            self._soon = None
        view = self.view
        if view is None or not self.is_mounted:
            return
        self._drawn = monotonic()
        with self.app.batch_update():
            self._tell_where(view)
            self._draw_time()
            scenery = self.scenery(view)
            if scenery != self._scenery:
                if _place(scenery) != _place(self._scenery):
                    self.scroll.scroll_home(animate=False, immediate=True)
                self._scenery = scenery
                self._draw_stage(view)
                self._draw_time()
                self.refresh_bindings()

    def _tell_where(self, view: View) -> None:
        common, line = view.common, self.typography.line
        total = f" of {common.total}" if common.total else ""
        where = f"{common.number}{total}" if common.number else ""
        code = f"join {view.code}" if view.code and common.phase != Phase.LOBBY else ""
        self.head.show(line(common.title), line(GAP.join(part for part in (code, where) if part)))

    def scenery(self, view: View) -> tuple[object, ...]:
        """Everything of a view that the stage shows; it is drawn anew only where this differs."""
        common = view.common
        votes = tuple((tally.vote, tally.bars, tally.discuss) for tally in view.tallies)
        return (
            *stage.moment(view),
            *(common.asked, common.scene, common.settled, common.consequence, common.ending),
            *(common.page, common.teams, votes, view.explained),
            *(view.code, view.address, view.closed, common.title),
        )

    @property
    def room(self) -> Room:
        """How much there is to draw on."""
        # Told from the window: what has just changed is not laid out yet.
        columns = self.size.width - _MARGINS
        if not self.has_class("-whole"):
            side = _SIDE + _SIDE_MARGINS if self.size.width >= WIDE else 0
            columns = min(_COLUMN, columns - side)
        foot = len(self.query_one("#foot", Paper).rows(self.size.width - _MARGINS))
        rows = self.size.height - self.AROUND - min(foot, _MOST_AT_FOOT)
        return Room(max(1, columns), max(1, rows), self.typography)

    def picture(self, view: View) -> Picture:
        """What stands on the stage."""
        return stage.picture(view, self.room)

    def _draw_stage(self, view: View) -> None:
        self.set_class(view.common.phase in _WHOLE, "-whole")
        drawn = self.picture(view)
        choices = self.query_one("#choices", Choices)
        choices.display = bool(drawn.entries)
        choices.offer(drawn.entries)
        choices.unpoint()
        columns, rows, _ = self.room
        taken = sum(len(set_rows(one, columns)) for one in drawn.above)
        free = rows - taken - len(choices.rows(columns))
        self.overflows = free < 0
        self.down = 0 if view.common.phase in _WHOLE else max(0, int(free * self.LOWERED))
        self.query_one("#stage", Paper).show([*[BLANK] * self.down, *drawn.above])

    def _draw_time(self) -> None:
        if self.view is None:
            return
        _show(self.query_one("#foot", Paper), self.at_foot(self.view))
        side = [*[BLANK] * self.down, *self._at_side(self.view)]
        _show(self.query_one("#side", Paper), side)

    def at_foot(self, view: View) -> list[Para]:
        """What stands at the foot."""
        raise NotImplementedError

    def _at_side(self, view: View) -> list[Para]:
        common = view.common
        if common.phase in _COUNTED_DOWN and not common.paused and self.left is not None:
            number = str(status.seconds(self.left))
            room = Room(_SIDE, ROWS, self.typography)
            return [*letters(number, room), BLANK, para("seconds left", MUTED)]
        if not common.page:
            return []
        made = front_page(common)
        return [para("The page so far", HEADING), BLANK, *ink.page(made, self.typography)]


def _place(scenery: Sequence[object]) -> tuple[object, ...]:
    """Phase, question and vote: where these stay, the reader's place stays."""
    return tuple(scenery[:3])


def _show(paper: Paper, paragraphs: Sequence[Para]) -> None:
    """Replaces what stands on a paper, unless it is the same."""
    if not paper.holds(paragraphs):
        paper.show(paragraphs)
