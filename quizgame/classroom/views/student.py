"""What a student may see: the moment, and of names, answers and points only their own."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic_core import to_json

from quizgame.classroom.rules import personal, scoring, voting
from quizgame.classroom.state import Phase
from quizgame.classroom.views import told
from quizgame.classroom.views.moment import common, shown
from quizgame.classroom.wire.outgoing import Given, Kept, Own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quizgame.classroom.material import Material
    from quizgame.classroom.state import State, Student
    from quizgame.classroom.wire.outgoing import Common

_NULL = b"null"
_FEW = 100
"""So many students' sums are quicker to work out one by one."""


class StudentViews:
    """The views of many students at one moment of a session.

    A view is put together from pieces of JSON that are made once: the moment for each allowance, an
    explanation for each answer. Only what is a student's own is made for each.
    """

    def __init__(self, state: State, material: Material, now: float) -> None:
        """Views of a state at a time of the session's clock."""
        self._state = state
        self._material = material
        self._now = now
        self._pieces: dict[tuple[object, ...], bytes] = {}
        self._summed = 0

    def frame(self, student: int) -> bytes:
        """A `StudentView` as JSON.

        Raises:
            KeyError: nobody with that number has joined.
        """
        state = self._state
        who = state.students[student]
        last = told.last(state, student)
        is_told = last > 0 and told.is_told(state, last, student)
        reviewed = told.reviewed(state, student)
        keeps = told.kept(state, student, last if is_told else 0)
        return b"".join(
            (
                b'{"kind":"view","common":',
                self._common(who),
                b',"own":',
                to_json(self._own(who, last, is_told=is_told)),
                b',"explained":',
                self._explained(last, student) if is_told else _NULL,
                b',"kept":[',
                b",".join(self._kept(keeps, student)),
                b'],"review":[',
                b",".join(self._told(reviewed, student)),
                b"]}",
            )
        )

    def _sums(self, student: int) -> tuple[float, int]:
        """A student's points so far, and how many questions they have answered.

        Where many are asked about, both are worked out for everybody at once.
        """
        self._summed += 1
        if self._summed > _FEW:
            return self._totals[student], self._answered[student]
        answered = sum(
            not asking.skipped and any(student in vote.ballots for vote in asking.votes)
            for asking in self._state.asked
        )
        return scoring.total(self._state, student), answered

    @cached_property
    def _totals(self) -> Mapping[int, float]:
        return scoring.totals(self._state)

    @cached_property
    def _answered(self) -> Mapping[int, int]:
        found: Counter[int] = Counter()
        for asking in self._state.asked:
            if not asking.skipped:
                found.update({student for vote in asking.votes for student in vote.ballots})
        return found

    @cached_property
    def _moment(self) -> Common:
        text = self._state.lesson.settings.text_here
        return common(self._state, self._material, self._now, text=text)

    def _piece(self, key: tuple[object, ...], make: Callable[[], object]) -> bytes:
        """A piece of JSON, made the first time that it is asked for."""
        found = self._pieces.get(key)
        if found is None:
            found = self._pieces[key] = to_json(make())
        return found

    def _common(self, who: Student) -> bytes:
        if self._state.phase is Phase.OWN:
            number = personal.current(self._state, who.id) or 0
            return self._piece(("own", number), lambda: self._own_moment(number))
        return self._piece(("common", who.allowance), lambda: self._in_time(who.allowance))

    def _in_time(self, allowance: float) -> Common:
        left = personal.left(self._state, allowance, self._now)
        return self._moment.model_copy(update={"left": left})

    def _own_moment(self, number: int) -> Common:
        """The moment of those who have the same question before them, or 0 for none."""
        if not number:
            return self._moment
        question = self._state.asked[number - 1].question
        text = self._state.lesson.settings.text_here
        asked = shown(question, self._material, text=text)
        return self._moment.model_copy(update={"number": number, "asked": asked, "vote": 1})

    def _own(self, who: Student, last: int, *, is_told: bool) -> Own:
        state = self._state
        asking = state.asked[last - 1] if is_told else None
        ballot = voting.ballot(asking, who.id) if asking else None
        total, answered = self._sums(who.id)
        return Own(
            name=who.name,
            team=who.team,
            people=who.people,
            given=self._given(last, who.id) if last else None,
            right=ballot.right if ballot else None,
            points=scoring.score(state, asking, who.id) if asking else None,
            total=total,
            answered=answered,
        )

    def _given(self, number: int, student: int) -> Given | None:
        found = told.given(self._state, number, student)
        if found is None:
            return None
        vote, ballot = found
        return Given(question=number, vote=vote, choice=ballot.choice, confidence=ballot.confidence)

    def _explained(self, number: int, student: int) -> bytes:
        """Why the student's answer that counts is right or not; without one, why the key is."""
        asking = self._state.asked[number - 1]
        ballot = voting.ballot(asking, student)
        choice = ballot.choice if ballot else ""
        return self._piece(
            ("explained", number, choice),
            lambda: self._material.explained(asking.question, choice),
        )

    def _asked(self, number: int) -> bytes:
        question = self._state.asked[number - 1].question
        return self._piece(("asked", number), lambda: self._material.asked(question))

    def _kept(self, numbers: Iterable[int], student: int) -> Iterable[bytes]:
        """The student's answers that count, where something was right or wrong."""
        for number in numbers:
            asking = self._state.asked[number - 1]
            question, ballot = asking.question, voting.ballot(asking, student)
            if ballot is None or ballot.right is None:
                continue
            yield to_json(
                Kept(
                    question=number,
                    item=question.id,
                    quote=question.quote,
                    chosen=ballot.choice,
                    right=ballot.right,
                    status=question.status,
                    skill=question.skill,
                    article=question.article,
                    confidence=ballot.confidence,
                    seconds=ballot.seconds,
                    line=question.line,
                    options=question.guesses,
                )
            )

    def _told(self, numbers: Iterable[int], student: int) -> Iterable[bytes]:
        """What can be looked at again, question by question; scenes are in the ending instead."""
        for number in numbers:
            explained = self._explained(number, student)
            if explained == _NULL:
                continue
            ballot = voting.ballot(self._state.asked[number - 1], student)
            yield b'{"number":%d,"asked":%b,"given":%b,"right":%b,"explained":%b}' % (
                number,
                self._asked(number),
                to_json(self._given(number, student)),
                to_json(ballot.right if ballot else None),
                explained,
            )
