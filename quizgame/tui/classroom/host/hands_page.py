"""The line on which a teacher types what raised hands say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.classroom import hands
from quizgame.classroom.wire.outgoing import HostView
from quizgame.errors import QuizgameError
from quizgame.tui.classroom.host.lesson_page import LessonPage
from quizgame.tui.widgets.line import Line
from quizgame.tui.widgets.paper import Para, para

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.asking import Choice

_ON_THE_LINE = {"count", "line_away"}


class HandsPage(LessonPage):
    """A lesson with a line at its foot; while it is open, all letters are letters."""

    LINE: ClassVar[list[BindingType]] = [
        Binding("enter", "count", "keep the hands", id="hands.keep", priority=True),
        Binding("escape", "line_away", "not now", id="hands.away", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[Para] = []

    @property
    def lesson(self) -> HostView | None:
        """What the hub told last, by its own type."""
        return self.view if isinstance(self.view, HostView) else None

    def foot(self) -> ComposeResult:
        """The line for raised hands, what has happened, what comes next."""
        yield Line(max_length=80, id="hands", classes="hidden")
        yield from super().foot()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the line is open, its own keys alone do something."""
        if action in _ON_THE_LINE:
            return self._line is not None
        if self._line is not None:
            return action in {"turn", "move"}
        return super().check_action(action, parameters)

    @property
    def _choices(self) -> tuple[Choice, ...]:
        asked = self.lesson.common.asked if self.lesson else None
        return asked.choices if asked else ()

    def open_line(self) -> None:
        """Opens the line, empty; where words are marked, says that they cannot be counted."""
        if not self._choices:
            self.game.say("Marked words cannot be counted: talk them over.")
            return
        line = self.query_one("#hands", Line)
        line.value = ""
        line.placeholder = f"hands, like {hands.example(self._choices)}"
        line.remove_class("hidden")
        self.type_on(line)
        self._say(())

    def action_line_away(self) -> None:
        """Closes the line without a word."""
        self.query_one("#hands").add_class("hidden")
        self.type_on(None)
        self._say(())

    async def action_count(self) -> None:
        """Keeps the hands, or says why the line cannot be read; an empty line is closed."""
        typed = await self.typed()
        if not typed.strip():
            self.action_line_away()
            return
        try:
            counts = hands.read(typed, self._choices)
        except QuizgameError as error:
            self._say((error.message, error.hint))
        else:
            self.action_line_away()
            self.counted(counts)

    def _say(self, words: tuple[str, ...]) -> None:
        self.wrong = [para(self.typography.line(" ".join(words)), "bold")] if words else []
        self.refresh_bindings()
        self.draw_soon()

    def counted(self, counts: Mapping[str, int]) -> None:
        """The hands can be read: for each option how many."""
        raise NotImplementedError
