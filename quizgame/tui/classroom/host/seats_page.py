"""The teacher's list of students: who is here, and what can be done for each."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.paper import BLANK, Paper, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.classroom.wire.incoming import VerbName
    from quizgame.classroom.wire.outgoing import HostView, Seat
    from quizgame.tui.classroom.host.host_app import HostApp

ALLOWANCES = (1.0, 1.5, 2.0, 10.0, inf)
"""How much of the usual time a student can be given, in the order in which a key goes through."""


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
        """Draws it anew where something on it has changed."""
        changed = (view.seats, view.closed) != (self.view.seats, self.view.closed)
        self.view = view
        if changed:
            with self.app.batch_update():
                self._draw()

    def _draw(self) -> None:
        seats = self.view.seats
        here = sum(seat.people for seat in seats if seat.present and not seat.out)
        door = "the door is closed   " if self.view.closed else ""
        self.head.show("Names", f"{door}{here} of {sum(seat.people for seat in seats)} here")
        words = "The wall never shows this page." if seats else "Nobody has joined yet."
        self.query_one("#above", Paper).show([BLANK, para(words, "$foreground-muted"), BLANK])
        choices = self.query_one("#seats", Choices)
        choices.display = bool(seats)
        if seats:
            choices.offer((self._entry(seat) for seat in seats), self._index)
        self.refresh_bindings()

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
            f"{seat.points:.0f} points",
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
        choices = self.query_one("#seats", Choices)
        if self.view.seats:
            choices.point(choices.index + by)
            self._at = self.view.seats[choices.index].student
            self.follow(choices)
            self.refresh_bindings()

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        self.action_move(clicked.index - self._index)

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
