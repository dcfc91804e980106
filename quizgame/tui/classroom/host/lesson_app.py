"""What the teacher's screen and the wall share as apps: one connection to the hub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.message import Message

from quizgame.errors import QuizgameError
from quizgame.tui.app import QuizApp
from quizgame.tui.classroom.host.help_page import HostHelp
from quizgame.tui.options import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding
    from textual.types import CSSPathType

    from quizgame.classroom.link import Link, LinkState


class LessonApp(QuizApp):
    """A lesson, without a player: no save is opened, and none is written.

    Attributes:
        connection: to the hub; set by each app as it is made.
        link: how the connection stands.
    """

    TITLE = "A lesson"
    CSS_PATH: ClassVar[CSSPathType | None] = ["../../app.tcss", "host.tcss"]

    connection: Link[Any]

    class Heard(Message):
        """The hub has sent something."""

        def __init__(self, told: object) -> None:
            super().__init__()
            self.told = told

    class Linked(Message):
        """The hub can be heard, or cannot be."""

        def __init__(self, link: LinkState) -> None:
            super().__init__()
            self.link = link

    def __init__(self, *, ascii: bool = False) -> None:
        super().__init__(Options(ascii=ascii))
        self.link: LinkState = "connecting"

    def hear(self, told: object) -> None:
        """Takes what the hub has sent; it is drawn in its turn."""
        self.post_message(self.Heard(told))

    def link_changed(self, link: LinkState) -> None:
        """Takes how the connection stands; it is drawn in its turn."""
        self.post_message(self.Linked(link))

    @work(group="desk", exclusive=True, exit_on_error=False)
    async def _open_desk(self) -> None:
        """Listens to the hub until there is nothing more to hear."""
        await self.connection.run()

    async def open_help(self, keys: Sequence[Binding]) -> None:
        """Opens help on the lesson."""
        await self.push_screen(HostHelp(keys))

    def _waits(self, key: str) -> bool:
        """No key waits for a save."""
        return False

    @on(Heard)
    def _heard(self, heard: Heard) -> None:
        self.heard(heard.told)

    @on(Linked)
    def _linked(self, linked: Linked) -> None:
        self.link = linked.link
        if linked.link == "ended" and not self.has_view:
            hint = "`quizgame host --resume` finds the lesson again, if there is one."
            error = QuizgameError("The lesson cannot be shown", self.connection.why, hint)
            self.failure = error
            self.exit(return_code=error.exit_code)
        self.linked()

    @property
    def has_view(self) -> bool:
        """Whether the hub has told anything yet."""
        raise NotImplementedError

    def heard(self, told: object) -> None:
        """Draws what the hub has sent."""
        raise NotImplementedError

    def linked(self) -> None:
        """Draws how the connection stands."""
