"""The teacher's page: the lesson as the class sees it, and the keys that drive it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.style import Style

from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import HostView, Progress
from quizgame.tui.classroom.host import deeds, over_ink, stage, status
from quizgame.tui.classroom.host.hands_page import HandsPage
from quizgame.tui.classroom.host.lobby_ink import lobby
from quizgame.tui.classroom.host.stage import Picture
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices
from quizgame.tui.widgets.paper import Para

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from quizgame.classroom.link import LinkState
    from quizgame.classroom.wire.incoming import VerbName
    from quizgame.tui.classroom.host.host_app import HostApp
    from quizgame.tui.classroom.host.room import View

HOLD = 0.6
"""Seconds after a change in which Enter does nothing: it was meant for the moment before."""


class HostPage(HandsPage):
    """Enter does what comes next, and says what that is; every other verb has a letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("enter", "forward", "what comes next", id="lesson.forward", show=False,
                priority=True),
        *HandsPage.LINE,
        *deeds.VERBS[:8],
        Binding("n", "names", "names", id="lesson.names", priority=True),
        Binding("c", "code", "code", id="lesson.code", priority=True),
        Binding("q", "leave", "leave", id="lesson.leave", priority=True),
        *deeds.VERBS[8:],
        *(Binding(str(n), f"settle({n})", f"settle it for number {n}", id=f"settle.{n}",
                  show=False, priority=True) for n in range(1, 10)),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.progress: Progress | None = None
        self.link: LinkState = "connecting"
        self._doing = False
        self._shows_code = False

    @property
    def host(self) -> HostApp:
        """The app, by its own type."""
        from quizgame.tui.classroom.host.host_app import HostApp

        assert isinstance(self.app, HostApp)
        return self.app

    def on_mount(self) -> None:
        """Waits for the first word of the hub, and follows what is in sight."""
        super().on_mount()
        self.watch(self.scroll, "scroll_y", self.draw_soon, init=False)

    def take(self, view: View) -> None:
        """Draws what the hub tells; where hands are counted, a new vote opens the line."""
        self.progress = None
        is_new = self.view is None or stage.moment(self.view) != stage.moment(view)
        self._shows_code = self._shows_code and not is_new
        super().take(view)
        if is_new:
            self._turn_line()

    def _turn_line(self) -> None:
        """Opens the line for a vote that has no hands yet; what is being typed stays.

        Counting takes longer than voting: the line outlives the end of the time.
        """
        view = self.lesson
        wanted = view is not None and view.hands and "hands" in view.verbs and bool(view.tallies)
        if not wanted:
            self.action_line_away()
        elif view and not view.tallies[-1].stored and not self._line:
            self.open_line()

    def counted(self, counts: Mapping[str, int]) -> None:
        """Has the hub keep what the hands say."""
        self._send("hands", counts=counts)

    def take_progress(self, progress: Progress) -> None:
        """Counts on, a few times a second at most."""
        self.progress = progress
        self.draw_soon()

    def take_link(self, link: LinkState) -> None:
        """Tells whether the hub can be heard, or has stopped."""
        self.link = link
        if self.host.stopped:
            self.action_line_away()
        self.refresh_bindings()
        self.draw_soon()

    def picture(self, view: View) -> Picture:
        """The stage; the code in its place while it is asked for."""
        if self._shows_code and self.lesson:
            return Picture(lobby(view, self.room))
        if self.lesson and view.common.phase == Phase.ENDED:
            return Picture(over_ink.summary(self.lesson, self.room))
        return super().picture(view)

    def scenery(self, view: View) -> tuple[object, ...]:
        """What the stage shows; at the end the summary too."""
        own: tuple[object, ...] = (self._shows_code, self.lesson and self.lesson.verbs)
        if isinstance(view, HostView) and view.common.phase == Phase.ENDED:
            own = (view.misconceptions, view.confidently_wrong, view.hardest, view.mean)
        return (*super().scenery(view), own)

    def at_foot(self, view: View) -> list[Para]:
        """How many and how long; what Enter does; what is wrong."""
        assert isinstance(view, HostView)
        problems = status.problems(view, self.link, self.typography, stopped=self._stopped)
        ended = self.scroll.scroll_offset.y > 0 and self.scroll.is_vertical_scroll_end
        hidden = self.overflows and not ended
        below = f"more below: {self.key('turn(1)', 'pagedown')}" if hidden else ""
        counts = status.of_host(view, self.progress, self.left, below, self.typography)
        return [*self.wrong, *problems, *counts, *self._next(view)]

    @property
    def _stopped(self) -> str:
        """What is wrong with a hub that no longer runs."""
        return (self.host.hindrance or status.STOPPED) if self.host.stopped else ""

    def _next(self, view: HostView) -> list[Para]:
        name = self.key("forward", "enter")
        if self.host.stopped:
            does = "take the lesson up again"
        elif self._line or not (first := deeds.first(view)):
            return []
        else:
            does = deeds.words(first, view)
            name = f"1 to {len(view.options)}" if first == "settle" else name
        words = Content.assemble((f"{name}: ", "bold $accent"), (does, "bold"))
        return [Para(words.stylize(Style.from_meta({"key": "enter"})))]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A verb has its key where the hub allows it."""
        if self._line is not None:
            return super().check_action(action, parameters)
        stopped = self.host.stopped
        verbs = self.lesson.verbs if self.lesson and not stopped else ()
        if action == "do":
            return parameters[0] in verbs
        if action == "forward":
            return stopped or (self.lesson is not None and deeds.first(self.lesson) is not None)
        if action == "settle":
            most = len(self.lesson.options) if self.lesson else 0
            return "settle" in verbs and isinstance(parameters[0], int) and parameters[0] <= most
        if action == "code":
            return bool(self.lesson and self.lesson.code and self._elsewhere)
        return super().check_action(action, parameters)

    @property
    def _elsewhere(self) -> bool:
        return self.view is not None and self.view.common.phase not in {Phase.LOBBY, Phase.ENDED}

    async def action_forward(self) -> None:
        """Does what comes next, unless the moment has only just changed."""
        if self.host.stopped:
            self.host.take_up()
            return
        view = self.lesson
        if self._doing or monotonic() - self.changed < HOLD:
            return
        if view and (first := deeds.first(view)):
            await self.action_do(first)

    async def action_do(self, verb: VerbName) -> None:
        """Has the hub carry a verb out; some of them ask for something first."""
        if verb == "end":
            await self.host.ask_to_end()
        elif verb == "hands":
            self.open_line()
        elif verb == "settle":
            self.host.say("Press the number of the option.")
        else:
            amount = {"amount": float(deeds.EXTENSION)} if verb == "extend" else {}
            self._send(verb, **amount)

    def _send(self, verb: VerbName, **fields: object) -> None:
        if not self._doing:
            self._doing = True
            self.host.do(verb, self._done, **fields)

    def _done(self) -> None:
        self._doing = False

    def action_settle(self, number: int) -> None:
        """The class goes on with the option of that number."""
        if self.lesson:
            self._send("settle", text=self.lesson.options[number - 1][0])

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        if self.check_action("settle", (clicked.index + 1,)):
            self.action_settle(clicked.index + 1)

    async def action_names(self) -> None:
        """Opens the list of students."""
        await self.host.open_seats()

    def action_code(self) -> None:
        """Shows the code large, or the question again."""
        self._shows_code = not self._shows_code
        self.draw_soon()

    def action_leave(self) -> None:
        """Leaves the lesson to itself."""
        self.host.leave()
