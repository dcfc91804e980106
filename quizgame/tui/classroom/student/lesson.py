"""The lesson on a student's screen: the solo item, at the teacher's pace."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import Given
from quizgame.tui.classroom.student.moment import MomentPage
from quizgame.tui.screens.item import ItemPage
from quizgame.tui.screens.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from quizgame.saves.records import Confidence
    from quizgame.tui.classroom.student.app import JoinApp
    from quizgame.tui.screens.item import Phase as Step

_ANSWERS = frozenset({"pick", "sure", "take", "leave_out"})


class Lesson(MomentPage):
    """One page for a whole lesson; the app tells it when there is something new."""

    PHASES: ClassVar[Mapping[str, frozenset[Step]]] = {
        **ItemPage.PHASES,
        "pick": frozenset({"asking", "sure"}),
        "sure": frozenset({"asking", "sure"}),
        "leave_out": frozenset({"sure"}),
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        *ItemPage.ANSWERING,
        Binding("s", "leave_out", "leave it out", id="sure.leave-out", priority=True),
        Binding("enter,space", "next", "next", id="round.next", priority=True),
        ItemPage.MORE,
        Binding("enter", "again", "try again", id="lesson.again", priority=True),
    ]

    @property
    def join(self) -> JoinApp:
        """The app, by its own type."""
        from quizgame.tui.classroom.student.app import JoinApp

        assert isinstance(self.app, JoinApp)
        return self.app

    def on_mount(self) -> None:
        """Draws what is known, and lets the clock run."""
        self.settle = self.join.settle
        super().on_mount()

    def come_to_end(self) -> None:
        """Shows the student's own summary."""
        self.app.call_later(self.join.open_summary)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is answered in a pause, and nothing but a new try helps who has no seat."""
        common = self.attendance.common
        if action == "again":
            return bool(self.attendance.gone)
        if action == "next":
            return self.phase == "explained" and self.is_in(Phase.OWN)
        if action in _ANSWERS and (common is None or common.paused):
            return False
        if action == "sure" and self.phase == "asking":
            return common is not None and common.confidence and self.attendance.mine[0] is not None
        return super().check_action(action, parameters)

    def respond(self, chosen: str) -> None:
        """Sends an answer at once; then, where it is asked for, how sure the student is.

        At their own pace, where an answer stays as it was given, both go together.
        """
        common = self.attendance.common
        if common is None or self.join.pressed < self._armed:
            return
        given = self.attendance.mine[0]
        self._chosen = chosen
        again = given is not None and given.choice == chosen
        if not again and not (common.confidence and self.is_in(Phase.OWN)):
            self._submit("", more=common.confidence)
        self.enter("sure" if common.confidence else self._answered_phase)

    @property
    def _answered_phase(self) -> Step:
        """Until a vote is closed, it can be changed; at their own pace it cannot."""
        return "still" if self.is_in(Phase.OWN) else "asking"

    def action_sure(self, confidence: Confidence) -> None:
        """Tells how sure the student is."""
        self._submit(confidence)
        self.enter(self._answered_phase)

    def action_leave_out(self) -> None:
        """Leaves out how sure the student is."""
        given = self.attendance.mine[0]
        if given is None or not given.confidence:
            self._submit("")
        self.enter(self._answered_phase)

    def _submit(self, confidence: Confidence, *, more: bool = False) -> None:
        question, vote = self._shown
        given = Given(question=question, vote=vote, choice=self._chosen, confidence=confidence)
        self.join.submit(given, more=more)

    def action_next(self) -> None:
        """At their own pace: the next question."""
        self._passed = self.attendance.explained_number
        self.told()

    def action_again(self) -> None:
        """Takes the seat again."""
        self.join.come_back()
