"""The moments of a lesson in lines: each is said once, and asks what is to be asked."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from quizgame.classroom import phrases
from quizgame.classroom.state import Phase
from quizgame.game import layout
from quizgame.plain import telling
from quizgame.plain.classroom import afterwards, moments
from quizgame.plain.classroom.dialogue import Prompt
from quizgame.plain.prompts import Way

if TYPE_CHECKING:
    from quizgame.classroom.attendance import Attendance
    from quizgame.classroom.wire.outgoing import Common, StudentView
    from quizgame.plain.classroom.answering import Answering
    from quizgame.plain.classroom.dialogue import Dialogue

_EXTENDED = 3.0
"""So many seconds more than there were are told: the teacher has given more time."""
_WARNED_AT = 10.0
"""Whoever has not answered hears it when so many seconds are left ..."""
_WARNED_OF = 25.0
"""... of so many at least."""
_NEXT = (
    Way("", "the next question"),
    Way("o", "other papers, and what would lift it"),
)

Moment = tuple[Phase, int, int, int]
"""What is said anew: phase, question, vote, and the question that is explained."""


class Pace:
    """Where the lesson stands, and what has been said of it.

    Attributes:
        over: whether the lesson has ended.
    """

    def __init__(self, dialogue: Dialogue, attendance: Attendance, answering: Answering) -> None:
        """A lesson of which nothing has been said."""
        self.over = False
        self._dialogue, self._voice = dialogue, dialogue.voice
        self._attendance, self._answering = attendance, answering
        self._moment: Moment | None = None
        self._read = self._explained = 0
        self._until: float | None = None
        self._held: Prompt | None = None
        self._paused = self._warns = False

    def show(self, view: StudentView) -> None:
        """Says a moment that has come, and what has changed in one that goes on."""
        common = view.common
        before, self._until = self._until, None
        if common.left is not None:
            self._until = monotonic() + common.left
        moment = (common.phase, common.number, common.vote, self._attendance.explained_number)
        if moment != self._moment:
            self._dialogue.close()
            if self._moment is None and common.phase is not Phase.LOBBY:
                self._voice.heading(f"You are in: {self._attendance.name}.")
            self._moment, self._held = moment, None
            self._come_to(common)
        elif before and self._until and self._until > before + _EXTENDED:
            self._dialogue.interrupt()
            self._voice.say(f"There is more time: {phrases.left(common.left or 0)}.")
        self._pause(common)

    def _pause(self, common: Common) -> None:
        """Nothing is asked in a pause; what was asked before it is asked after it."""
        if common.paused and not self._paused:
            self._held = self._dialogue.set_aside()
            self._voice.say(phrases.PAUSED)
        elif self._paused and not common.paused:
            self._voice.say("The lesson goes on.")
            if self._held:
                self._dialogue.ask(self._held)
            self._held = None
        self._paused = common.paused

    def _come_to(self, common: Common) -> None:
        self._answering.close()
        self._warns = False
        match common.phase:
            case Phase.LOBBY:
                moments.lobby(self._voice, self._attendance)
            case Phase.READ:
                self._question(common)
                self.tell_time()
            case Phase.OPEN:
                self._open(common)
            case Phase.LOCKED:
                moments.closed(self._voice, self._attendance)
            case Phase.REVEALED:
                self.explain()
            case Phase.DISCUSS:
                moments.talk(self._voice, self._attendance)
            case Phase.BOARD:
                moments.page(self._voice, common)
            case Phase.OWN:
                self._own(common)
            case Phase.ENDED:
                self.over = True

    def _question(self, common: Common) -> None:
        """The question, unless it has been heard already."""
        if self._read != common.number:
            self._read = common.number
            moments.question(self._voice, common, self._number(common))

    def _number(self, common: Common) -> int:
        """The number of the question; at their own pace in the student's own order."""
        view = self._attendance.view
        return view.own.answered + 1 if view and common.phase is Phase.OWN else common.number

    def _open(self, common: Common) -> None:
        heard = self._read == common.number
        self._question(common)
        self._voice.say()
        if heard:
            self._voice.say("Answers are open.")
        if (first := self._attendance.first) and common.asked:
            self._voice.say(phrases.second_vote(common.asked.answer_text(first.choice)))
            moments.options(self._voice, common.asked)
        if common.left is not None:
            self.tell_time()
            self._warns = common.left >= _WARNED_OF
        self._answering.open(common)

    def explain(self) -> None:
        """Says the explanation that is to be heard now; nothing where none is."""
        note = self._attendance.notes.get(self._attendance.explained_number)
        if note is None:
            return
        moments.explanation(self._voice, note)
        moments.points(self._voice, self._attendance)
        if note.explained and self._voice.typed:
            self._voice.say("Type o for other papers, and what would lift it.")

    def more(self) -> None:
        """Says the rest of the explanation."""
        note = self._attendance.notes.get(self._attendance.explained_number)
        if note is None or note.explained is None:
            self._voice.say("Nothing is explained yet.")
            return
        self._voice.say()
        telling.parts(self._voice, layout.more(note.explained))

    def _own(self, common: Common) -> None:
        """At their own pace: the explanation of the last answer, then the next question."""
        told = self._attendance.explained_number
        if told and told != self._explained:
            self._explained = told
            self.explain()
            if self._voice.typed and common.asked:
                self._dialogue.ask(Prompt("Enter goes on", self._go_on, _NEXT))
                return
        self._pose(common)

    def _go_on(self, key: str) -> None:
        if key:
            self.more()
            self._dialogue.ask(Prompt("Enter goes on", self._go_on, _NEXT))
        elif self._attendance.common:
            self._pose(self._attendance.common)

    def _pose(self, common: Common) -> None:
        if common.asked is None:
            self._voice.say(phrases.ALL_ANSWERED)
            # What a script has left is for nothing now.
            if self._voice.typed:
                afterwards.review(self._dialogue, self._attendance)
            return
        self._question(common)
        self._answering.open(common)

    def forget_prompts(self) -> None:
        """Asks nothing any more: nobody is there to answer."""
        self._held = None
        self._dialogue.close()

    def again(self) -> None:
        """Says once more what is to be heard now."""
        common = self._attendance.common
        if common is None:
            return
        if common.phase is Phase.LOBBY:
            moments.lobby(self._voice, self._attendance)
        elif common.phase is Phase.BOARD:
            moments.page(self._voice, common)
        elif common.asked and common.phase is not Phase.REVEALED:
            moments.question(self._voice, common, self._number(common))
        else:
            self.explain()

    def tell_time(self) -> None:
        """Says how much time is left."""
        if common := self._attendance.common:
            left = None if self._until is None else self._until - monotonic()
            moments.time_left(self._voice, common, left)

    def tell_page(self) -> None:
        """Says what stands on the class's page."""
        if common := self._attendance.common:
            moments.page(self._voice, common)

    @property
    def until_warning(self) -> float | None:
        """Seconds until whoever has not answered is warned; None where nobody is."""
        if not self._warns or self._until is None or self._dialogue.prompt is None:
            return None
        return max(0.0, self._until - _WARNED_AT - monotonic())

    def warn(self) -> None:
        """Says that the time is nearly over, once."""
        self._warns = False
        self._dialogue.interrupt()
        self._voice.say(f"{_WARNED_AT:g} seconds are left.")
