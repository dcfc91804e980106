"""The teacher's list of students: who is here, and what can be done for each."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from quizgame.tui.classroom.host.lesson_page import EVERY
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.paper import BLANK, Paper, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from quizgame.classroom.wire.incoming import VerbName
    from quizgame.classroom.wire.outgoing import HostView, Seat
    from quizgame.tui.classroom.host.host_app import HostApp

ALLOWANCES = (1.0, 1.5, 2.0, 10.0, inf)
"""How much of the usual time a student can be given, in the order in which a key goes through."""

_AROUND = 7
"""The rows of the head, of the keys, and above the list."""


class SeatsPage(Page[None]):
    """Everybody who has joined, in the order of joining; the keys act on the one at the caret."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("k", "kick", "send out", id="seat.kick", priority=True),
        Binding("k", "readmit", "let back in", id="seat.readmit", priority=True),
        Binding("r", "rename", "rename", id="seat.rename", priority=True),
        Binding("t", "time", "more time", id="seat.time", priority=True),
        Binding("m", "team", "team", id="seat.team", priority=True),
        Binding("w", "door('close')", "close the door", id="lesson.close", priority=True),
        Binding("w", "door('admit')", "open the door", id="lesson.admit", priority=True),
        Binding("n", "back", "back", id="seat.back", show=False, priority=True),
        Page.BACK,
    ]

    def __init__(self, view: HostView) -> None:
        super().__init__()
        self.view = view
        self._at = view.seats[0].student if view.seats else 0
        self._soon: Timer | None = None

    @property
    def host(self) -> HostApp:
        """The app, by its own type."""
        from quizgame.tui.classroom.host.host_app import HostApp

        assert isinstance(self.app, HostApp)
        return self.app

    def body(self) -> ComposeResult:
        """The list."""
        yield Paper(id="above")
        yield Choices(self.typography.caret, id="seats")

    def on_mount(self) -> None:
        """Draws the list."""
        self._draw()

    def take(self, view: HostView) -> None:
        """Draws it anew where something on it has changed, a few times a second at most."""
        changed = (view.seats, view.closed) != (self.view.seats, self.view.closed)
        self.view = view
        if changed and self._soon is None:
            self._soon = self.set_timer(EVERY, self._draw_again)

    def _draw_again(self) -> None:
        self._soon = None
        with self.app.batch_update():
            self._draw()

    def on_resize(self) -> None:
        """Lists as many as fit."""
        super().on_resize()
        self.call_after_refresh(self._draw)

    @property
    def _many(self) -> int:
        """How many students one screenful has room for."""
        return max(1, self.app.size.height - _AROUND)

    def _draw(self) -> None:
        seats = self.view.seats
        here = sum(seat.people for seat in seats if seat.present and not seat.out)
        door = "the door is closed   " if self.view.closed else ""
        self.head.show("Names", f"{door}{here} of {sum(seat.people for seat in seats)} here")
        self.query_one("#above", Paper).show(
            [BLANK, para(self._words(), "$foreground-muted"), BLANK]
        )
        choices = self.query_one("#seats", Choices)
        choices.display = bool(seats)
        if seats:
            # Only those in sight: a list of a thousand would take long at every key.
            begin = self._begin
            shown = seats[begin : begin + self._many]
            choices.offer((self._entry(seat) for seat in shown), self._index - begin)
        self.refresh_bindings()

    def _words(self) -> str:
        many, seats = self._many, self.view.seats
        if not seats:
            return "Nobody has joined yet."
        if len(seats) <= many:
            return "The wall never shows this page."
        return f"{self._begin + 1} to {min(len(seats), self._begin + many)} of {len(seats)}"

    @property
    def _begin(self) -> int:
        return self._index // self._many * self._many

    @property
    def _index(self) -> int:
        places = (n for n, seat in enumerate(self.view.seats) if seat.student == self._at)
        return next(places, 0)

    @property
    def seat(self) -> Seat | None:
        """The student at the caret."""
        return self.view.seats[self._index] if self.view.seats else None

    def _entry(self, seat: Seat) -> Entry:
        notes = [
            f"{seat.points} points",
            "sent out" if seat.out else "" if seat.present else "away",
            seat.team,
            "pair" if seat.people > 1 else "",
            _time(seat.allowance),
            "has answered" if seat.answered else "",
        ]
        line = self.typography.line
        note = line(", ".join(note for note in notes if note))
        return Entry(str(seat.student), line(seat.name), note)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done for the student at the caret, and for the door."""
        verbs, seat = self.view.verbs, self.seat
        if action == "door":
            return parameters[0] in verbs
        if action == "kick":
            return seat is not None and not seat.out and "kick" in verbs
        if action == "readmit":
            return seat is not None and seat.out and "readmit" in verbs
        if action == "team":
            return seat is not None and bool(self._teams) and "team" in verbs
        if action in {"rename", "time"}:
            return seat is not None and {"rename": "rename", "time": "allow"}[action] in verbs
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        """Moves the caret."""
        seats = self.view.seats
        if seats:
            place = max(0, min(self._index + by, len(seats) - 1))
            self._at = seats[place].student
            self._draw()

    def action_turn(self, by: int) -> None:
        """Moves the caret by a screenful."""
        self.action_move(by * self._many)

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        self.action_move(self._begin + clicked.index - self._index)

    def _do(self, verb: VerbName, **fields: object) -> None:
        if seat := self.seat:
            self.host.do(verb, student=seat.student, **fields)

    def action_kick(self) -> None:
        """Sends the student out; their answers stay."""
        self._do("kick")

    def action_readmit(self) -> None:
        """Lets the student back in."""
        self._do("readmit")

    async def action_rename(self) -> None:
        """Asks for another name."""
        if seat := self.seat:
            await self.host.ask_name(seat)

    def action_time(self) -> None:
        """Gives the student the next amount of time."""
        if seat := self.seat:
            more = next((a for a in ALLOWANCES if a > seat.allowance), ALLOWANCES[0])
            self._do("allow", amount=0.0 if more == inf else more)

    @property
    def _teams(self) -> list[str]:
        return list(self.view.common.teams)

    def action_team(self) -> None:
        """Puts the student into the next team."""
        if seat := self.seat:
            teams = self._teams
            place = teams.index(seat.team) + 1 if seat.team in teams else 0
            self._do("team", text=teams[place % len(teams)])

    def action_door(self, verb: VerbName) -> None:
        """Opens or closes the door."""
        self.host.do(verb)


def _time(allowance: float) -> str:
    if allowance == inf:
        return "no time limit"
    return "" if allowance == 1 else f"time x {allowance:g}"
