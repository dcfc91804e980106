"""The door of a lesson: the code, and who comes in. With a code and a given name it is one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.binding import Binding

from quizgame.classroom import phrases
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.line import Line
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.classroom.tickets import Ticket
    from quizgame.classroom.wire.outgoing import Here
    from quizgame.errors import QuizgameError
    from quizgame.tui.classroom.student.app import JoinApp

Step = Literal["code", "looking", "seats", "name", "joining"]
"""What is asked, or waited for."""

_PAIR = "You join as two at this screen, and answer together."
_SAVED = "What you answer is kept in the save of {name}, too."


class Door(Page[None]):
    """One page that asks for what is missing, and says what is in the way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("enter", "take", "go on", id="door.take", priority=True),
        *(
            Binding(str(n), f"number({n})", f"number {n}", show=False, priority=True)
            for n in range(1, 10)
        ),
        Binding("tab", "pair", "two at this screen", id="door.pair", priority=True),
        Binding("escape", "back", "another code", id="page.back", priority=True),
    ]

    def __init__(self, *, pair: bool) -> None:
        """A door, at which one person or two stand."""
        super().__init__()
        self.step: Step = "looking"
        self.pair = pair
        self._here: Here | None = None
        self._tickets: Sequence[Ticket] = ()

    @property
    def join(self) -> JoinApp:
        """The app, by its own type."""
        from quizgame.tui.classroom.student.app import JoinApp

        assert isinstance(self.app, JoinApp)
        return self.app

    def body(self) -> ComposeResult:
        """Words, a list or a line, and what is wrong."""
        yield Paper(id="above")
        yield Choices(self.typography.caret)
        yield Line(max_length=200, classes="hidden")
        yield Paper(id="below")

    def on_mount(self) -> None:
        """Asks for the code, unless the command line has told it."""
        self.head.show("A lesson with the whole class")
        self._go("looking" if self.join.code else "code")

    def _go(self, step: Step, wrong: Sequence[Para] = ()) -> None:
        """Draws a step, and what went wrong before it."""
        self.step = step
        with self.app.batch_update():
            self.query_one("#above", Paper).show([BLANK, *self._words(), BLANK])
            self._draw_seats()
            self._draw_line()
            self.query_one("#below", Paper).show([BLANK, *self._notes(), *wrong])
        self.refresh_bindings()

    def _notes(self) -> list[Para]:
        """What the student should know before they come in."""
        notes = [_PAIR] if self._can_pair and self.pair else []
        player = self.join.player
        if player and self.step == "name":
            notes.append(_SAVED.format(name=self.typography.line(player.name)))
        return [para(note, "$foreground-muted") for note in notes]

    @property
    def _can_pair(self) -> bool:
        return self.step == "name"

    def _words(self) -> list[Para]:
        if self.step == "code":
            words = "The code that your teacher shows, or an address such as 192.168.1.20:4747:"
            return [para("Join a lesson", "bold"), BLANK, para(words)]
        if self._here is None:
            return [para("Looking for the lesson ...")]
        title = para(self.typography.line(self._here.title), "bold")
        closed = [BLANK, para(phrases.SHUT)] if self._here.closed else []
        if self.step == "seats":
            words = "You were in this lesson already, on this computer:"
            return [title, *closed, BLANK, para(words)]
        if self.step == "joining":
            return [title, BLANK, para("Coming in ...")]
        return [title, *closed, BLANK, para(phrases.NAMES[self._here.names])]

    def _draw_seats(self) -> None:
        choices = self.query_one(Choices)
        choices.display = self.step == "seats"
        if self.step == "seats":
            names = [f"Come back as {self.typography.line(one.name)}" for one in self._tickets]
            entries = [*names, "Join as somebody new"]
            choices.offer(Entry(str(n), text) for n, text in enumerate(entries, 1))

    def _draw_line(self) -> None:
        line = self.query_one(Line)
        typed = self.step == "code" or (self.step == "name" and not self._given)
        line.set_class(not typed, "hidden")
        line.placeholder = "The code" if self.step == "code" else "Your name"
        self.type_on(line if typed else None)

    @property
    def _given(self) -> bool:
        return self._here is not None and self._here.names == "given"

    def found(self, here: Here, tickets: Sequence[Ticket]) -> None:
        """A lesson answers to the code; nobody uses these tickets of it."""
        self._here, self._tickets = here, tickets[:8]
        self.head.show("A lesson with the whole class")
        if tickets:
            self._go("seats")
        else:
            self._ask_name()

    def _ask_name(self) -> None:
        """Asks for a name, unless none is needed or the command line has told it."""
        self.query_one(Line).value = ""
        if self.join.wanted_name and not self._given:
            name, self.join.wanted_name = self.join.wanted_name, ""
            self._join(name)
        else:
            self._go("name")

    def wrong(self, error: QuizgameError) -> None:
        """Says what is wrong with the code, or that nobody answers."""
        self._go("code", self._error(error.title, error.message, error.hint))
        line = self.query_one(Line)
        line.value = line.value or self.join.code

    def refused(self, why: str, *, again: bool) -> None:
        """Says why the hub does not let the student in; the client may try again by itself."""
        if again:
            self._go("joining", [para(self.typography.clean(f"{why} Trying again ..."), "bold")])
        else:
            self._go("name", [para(self.typography.clean(why), "bold")])

    def waits(self, why: str) -> None:
        """Says why it takes so long."""
        if self.step == "joining":
            self._go("joining", [para(self.typography.clean(f"{why} Trying again ..."), "bold")])

    def _error(self, title: str, message: str, hint: str) -> list[Para]:
        clean = self.typography.clean
        return [para(clean(f"{title}. {message}"), "bold"), para(clean(hint))]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key where it can do something; digits are letters while something is typed."""
        if action == "number":
            most = len(self._tickets) + 1
            return self.step == "seats" and isinstance(parameters[0], int) and parameters[0] <= most
        if action == "pair":
            return self._can_pair
        if action == "back":
            return self.step != "code"
        return action != "take" or self.step in {"code", "seats", "name"}

    def action_move(self, by: int) -> None:
        """Moves the caret."""
        choices = self.query_one(Choices)
        if self.step == "seats":
            choices.point(choices.index + by)
            self.follow(choices)

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        self._sit(clicked.index)

    def action_number(self, number: int) -> None:
        """Takes the entry of a number."""
        self._sit(number - 1)

    async def action_take(self) -> None:
        """Takes what was typed, or what the caret stands on."""
        if self.step == "seats":
            self._sit(self.query_one(Choices).index)
        elif self.step == "code":
            code = await self.typed()
            self._go("looking")
            self.join.find(code)
        elif self._given:
            self._join("")
        else:
            self._join(await self.typed())

    def _sit(self, index: int) -> None:
        """Comes back with a ticket, or goes on as somebody new."""
        if index < len(self._tickets):
            self._go("joining")
            self.join.return_with(self._tickets[index])
        else:
            self._ask_name()

    def _join(self, name: str) -> None:
        self._go("joining")
        self.join.come_in(name, people=2 if self.pair else 1)

    def action_pair(self) -> None:
        """One person at this screen, or two."""
        self.pair = not self.pair
        self._go(self.step)

    async def action_back(self) -> None:
        """Asks for the code again."""
        self.join.stay_out()
        self._here, self._tickets = None, ()
        self._go("code")
