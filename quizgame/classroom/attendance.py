"""A student's lesson as far as it was told to them: where it stands, what they said, what to keep.

Nothing here decides anything; the hub does. It is what a student's screen, of whatever sort, is
drawn from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import (
    Given,
    Out,
    Refused,
    Replaced,
    Stored,
    StudentView,
    Welcome,
)
from quizgame.saves.records import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quizgame.classroom.link import LinkState
    from quizgame.classroom.wire.outgoing import Common, Here, Kept
    from quizgame.game.asking import Asked
    from quizgame.game.explaining import Explanation
    from quizgame.game.scenarios.consequence import Consequence

    ToStudent = Here | Welcome | Stored | StudentView | Refused | Replaced | Out

Fate = Literal["", "sending", "kept", "waits", "late"]
"""What became of an answer: none was given; it is on its way; it is on the hub's disk; it met a
pause, and goes out after it; it was refused."""


@dataclass(frozen=True, slots=True)
class Note:
    """A question that was told.

    Attributes:
        asked: as it was shown; None if it was not seen before it was told.
        given: what the student answered; None for nothing.
        explained: None for a scene, of which nothing is right or wrong.
        settled: what a majority decided; empty for an item.
        consequence: what came of it.
    """

    number: int
    asked: Asked | None
    given: Given | None
    explained: Explanation | None
    settled: str = ""
    consequence: Consequence | None = None


class Attendance:
    """What the hub has said to a student, and what the student has said to it.

    Attributes:
        view: the last view; None before the first.
        link: how the connection stands.
        name: the student's name, as the hub gave it.
        notes: the questions that were told, by number.
        refused: why the hub has taken something last that is no answer to a question; None if it
            has not.
        gone: why there is no seat any more: sent out, taken over on another screen, or the
            connection was closed for good before the end.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        """An attendance that begins; `now` is the clock of the student's machine."""
        self.view: StudentView | None = None
        self.link: LinkState = "connecting"
        self.name = ""
        self.notes: dict[int, Note] = {}
        self.refused: Refused | None = None
        self.gone: Literal["", "out", "replaced", "closed"] = ""
        self._now = now
        self._asked: dict[int, Asked] = {}
        self._answers: dict[int, Answer] = {}
        self._given: list[Given] = []
        self._submissions: dict[int, str] = {}
        self._fates: dict[str, Fate] = {}

    def take(self, message: ToStudent) -> None:
        """Learns of a message from the hub."""
        match message:
            case Welcome():
                self.name, self.gone, self.refused = message.name, "", None
            case StudentView():
                self._take_view(message)
            case Stored():
                self._fates[message.submission] = "kept"
            case Refused() if message.ref:
                self._fates[message.ref] = _refused(message)
            case Refused():
                self.refused = message
            case Out():
                self.gone = "out"
            case Replaced():
                self.gone = "replaced"

    def linked(self, state: LinkState) -> None:
        """Learns how the connection stands."""
        self.link = state
        is_over = self.common is not None and self.common.phase is Phase.ENDED
        if state == "ended" and self.view and not is_over and not self.gone:
            self.gone = "closed"

    def _take_view(self, view: StudentView) -> None:
        common = view.common
        if common.asked and not _can_be_drawn(common.asked):
            common = common.model_copy(update={"asked": None})
            view = view.model_copy(update={"common": common})
        self.view, self.gone = view, ""
        self.name = view.own.name
        if common.asked and common.number:
            self._asked[common.number] = common.asked
        for kept in view.kept:
            self._answers.setdefault(kept.question, self._answer(kept, common.session))
        for told in view.review:
            self.notes[told.number] = Note(told.number, told.asked, told.given, told.explained)
        if number := self.explained_number:
            self.notes[number] = Note(
                number,
                self._asked.get(number),
                view.own.given,
                view.explained,
                common.settled,
                common.consequence,
            )

    def _answer(self, kept: Kept, session: str) -> Answer:
        return Answer(
            item=kept.item,
            quote=kept.quote,
            chosen=kept.chosen,
            right=kept.right,
            status=kept.status,
            skill=kept.skill,
            article=kept.article,
            confidence=kept.confidence,
            seconds=round(kept.seconds, 1),
            session=session,
            # Solo rounds have ids of their own: a class strikes out what was missed alone.
            round=session,
            line=kept.line,
            options=kept.options,
            at=self._now(),
        )

    @property
    def common(self) -> Common | None:
        """What everybody may see of this moment; None before the first view."""
        return self.view.common if self.view else None

    @property
    def explained_number(self) -> int:
        """The number of the question that the view explains; 0 where it explains none."""
        view = self.view
        if view is None or not (view.explained or view.common.consequence):
            return 0
        if view.common.pace == "own":
            return view.own.given.question if view.own.given else 0
        return view.common.number

    @property
    def answers(self) -> list[Answer]:
        """The answers that were told, in the order of the questions, as a save keeps them."""
        return [self._answers[number] for number in sorted(self._answers)]

    def says(self, given: Given) -> int:
        """The student answers; gives a number for `sent`."""
        self._given.append(given)
        return len(self._given) - 1

    def sent(self, number: int, submission: str) -> None:
        """An answer has got the id by which the hub speaks of it."""
        self._submissions[number] = submission

    def _fate(self, number: int) -> Fate:
        return self._fates.get(self._submissions.get(number, ""), "sending")

    @property
    def mine(self) -> tuple[Given | None, Fate]:
        """What the student has answered in the vote that is open, and what became of it.

        An answer that came too late is none; the one before it stands.
        """
        if self.view is None:
            return None, ""
        here = (self.view.common.number, self.view.common.vote)
        numbers = [n for n, one in enumerate(self._given) if (one.question, one.vote) == here]
        for number in reversed(numbers):
            if self._fate(number) != "late":
                return self._given[number], self._fate(number)
        known = self.view.own.given
        if known and (known.question, known.vote) == here:
            return known, "kept"
        return None, "late" if numbers else ""

    @property
    def first(self) -> Given | None:
        """What the student said before the class talked; None outside a second vote."""
        if self.view is None or self.view.common.vote != 2:
            return None
        here = (self.view.common.number, 1)
        every = [self.view.own.given, *self._given]
        mine = [given for given in every if given and (given.question, given.vote) == here]
        return mine[-1] if mine else None


def _can_be_drawn(asked: Asked) -> bool:
    """Whether the words to be marked are words of the passage; a hub can send anything."""
    if not asked.words:
        return True
    length = len(asked.passages[0].text) if asked.passages else 0
    return all(0 <= begin < end <= length for begin, end in asked.words)


def _refused(refused: Refused) -> Fate:
    """What becomes of an answer that was refused; the client sends some of them again."""
    if refused.why == "paused":
        return "waits"
    return "sending" if refused.again else "late"
