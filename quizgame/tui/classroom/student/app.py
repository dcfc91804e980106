"""A student's side of a lesson as an app: through the door, into the lesson, and out again."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import Binding
from textual.message import Message

from quizgame import places
from quizgame.errors import QuizgameError
from quizgame.tui.app import local_now
from quizgame.tui.classroom.student.attending import Attending
from quizgame.tui.classroom.student.door import Door
from quizgame.tui.options import Options
from quizgame.tui.terminal import refuse_dumb_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.binding import BindingType
    from textual.screen import Screen

    from quizgame.play.player import Player
    from quizgame.tui.classroom.student.options import JoinOptions

_HEAVY = (
    "quizgame.classroom.attendance",
    "quizgame.classroom.entrance",
    "quizgame.tui.classroom.student.lesson",
    "quizgame.tui.classroom.student.summary",
)
LEAVE = "Press it once more to leave. With the same code you can come back."
TWICE = 5.0
"""Seconds in which a key counts as pressed twice."""
SETTLE = 0.3
"""Seconds for which a question that has just come up takes no answer: nobody has read it yet."""


class JoinApp(Attending):
    """One student, or two at one screen. No pack is needed here: the hub tells everything.

    What the network code and the messages cost to import comes after the first frame; keys typed
    before that wait for it.

    Attributes:
        wanted_name: the name that the command line told; empty once it was tried.
        code: the code that the command line told; empty if it has to be typed.
        settle: how many seconds a question that has come up takes no answer.
        pressed: when the key or the mouse was pressed that acts now, on the clock of `monotonic`.
    """

    TITLE = "A lesson with the whole class"
    CSS_PATH = "../../app.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave_lesson", "quit", id="app.quit"),
    ]

    class Ready(Message):
        """Everything is imported and read that the door needs."""

        def __init__(self, keys: dict[str, str], player: Player | None) -> None:
            super().__init__()
            self.keys = keys
            self.player = player

    def __init__(self, joining: JoinOptions, now: Callable[[], datetime] = local_now) -> None:
        """A student's side.

        Args:
            joining: what the command line told.
            now: the clock; tests stop it.
        """
        super().__init__(Options(saves=joining.saves, ascii=joining.ascii), now)
        self.joining = joining
        self.code, self.wanted_name = joining.code, joining.name
        self.settle = SETTLE
        self.pressed = 0.0
        self._own: Player | None = None
        self._leaving = float("-inf")

    @property
    def player(self) -> Player | None:
        """Whose save keeps the answers too; None for nobody's."""
        return self._own

    def get_default_screen(self) -> Screen[None]:
        """The door."""
        return Door(pair=self.joining.pair)

    @work(thread=True, group="desk", exclusive=True, exit_on_error=False)
    def _open_desk(self) -> None:
        # 200 ms for messages and network, which the first frame does not wait for.
        for module in _HEAVY:
            import_module(module)
        from quizgame.nicknames import clean_name
        from quizgame.play.player import player_named
        from quizgame.tui.keys import read_keys

        wanted = self.joining.player
        try:
            player = player_named(self.saves, clean_name(wanted)) if wanted else None
            keys = read_keys(places.keys().path)
        except QuizgameError as error:
            self.post_message(self.DeskFailed(error))
        else:
            self.post_message(self.Ready(keys, player))

    def _waits(self, key: str) -> bool:
        """Keys wait until messages and network are imported."""
        return self.entrance is None and super()._waits(key)

    @on(Ready)
    def _is_ready(self, ready: Ready) -> None:
        self.entrance, self._own = self.make_entrance(), ready.player
        self.set_keymap(ready.keys)
        self.restyle()
        if self.code:
            self.find(self.code)
        self.release_keys()

    async def on_event(self, event: events.Event) -> None:
        """Takes an event, and notes when a key or the mouse was pressed."""
        if isinstance(event, (events.Key, events.MouseEvent)):
            self.pressed = event.time
        await super().on_event(event)

    async def action_leave_lesson(self) -> None:
        """Leaves; a lesson only with a second press, for the key lies beside one that answers."""
        before, self._leaving = self._leaving, self.pressed
        if self.lesson and not self.summary and not self.pressed - before <= TWICE:
            self.say(LEAVE)
        else:
            self.exit()

    async def open_summary(self) -> None:
        """Opens what is to be seen once the lesson is over, or the student is through with it."""
        from quizgame.tui.classroom.student.summary import LessonSummary

        if self.attendance and not self.summary:
            await self.push_screen(LessonSummary(self.attendance))

    async def open_front_page(self) -> None:
        """Opens the page that the student has printed in this lesson."""
        from quizgame.tui.screens.front_page import FrontPagePage

        if self.attendance:
            await self.push_screen(FrontPagePage(self.attendance.name, self.attendance.answers))


def run(joining: JoinOptions) -> int:
    """Attends a lesson until the student leaves.

    Returns:
        The exit code.

    Raises:
        QuizgameError: the terminal, the keys or the player's save cannot be used.
    """
    refuse_dumb_terminal()
    app = JoinApp(joining)
    app.run()
    if app.entrance:
        app.entrance.let_go()
    if app.player:
        app.player.flush()
    if app.failure:
        raise app.failure
    return app.return_code or 0
