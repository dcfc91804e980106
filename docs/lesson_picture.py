"""The picture of a lesson: the teacher's screen after a class has talked and voted again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.classroom import events
from quizgame.classroom.code import DEFAULT_PORT, write
from quizgame.classroom.lesson import Lesson, Settings
from quizgame.classroom.material import material
from quizgame.classroom.material.choosing import choose
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.views import host_view
from quizgame.tui.classroom.host.host_app import HostApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quizgame.classroom.events import Event
    from quizgame.classroom.lesson import Question
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.state import State
    from quizgame.classroom.wire.outgoing import HostView

ADDRESS = "192.168.1.20"
QUESTION = 2
STUDENTS = 28
VOTES = (15, 23)
"""How many are right in the first vote and in the second."""


class _Told:
    """A connection that tells one view."""

    def __init__(
        self,
        view: HostView,
        on_message: Callable[[object], None],
        on_link: Callable[[LinkState], None],
    ) -> None:
        self._view, self._hears, self._links = view, on_message, on_link

    async def run(self) -> None:
        self._links("connected")
        self._hears(self._view)
        await asyncio.Event().wait()


def app() -> HostApp:
    """The teacher's screen, with a class that has voted twice on an item of the shipped pack."""
    view = _view()
    return HostApp(lambda *, on_message, on_link: _Told(view, on_message, on_link))


def _view() -> HostView:
    hosted = choose([Path(__file__).resolve().parents[1] / "content"], "october-2024")
    lesson = Lesson(
        session="2026-03-02-0930",
        pack=hosted.pack.id,
        title=hosted.title,
        set=hosted.set,
        scenario="",
        items=hosted.items,
        seed=1,
        began="2026-03-02T09:30:00+01:00",
        settings=Settings(),
    )
    asks = material(hosted.pack, lesson)
    state: State | None = None
    for event in _events(lesson, asks.every()):
        state, _ = apply(state, event)
    assert state
    return host_view(
        state,
        asks,
        state.at,
        code=write(ADDRESS),
        address=f"{ADDRESS}:{DEFAULT_PORT}",
        bad_frames=0,
        unsaved="",
    )


def _events(lesson: Lesson, questions: Sequence[Question]) -> Iterator[Event]:
    """A class comes, passes over what is not in the picture, and votes twice on what is."""
    yield events.Begun(0.0, lesson)
    for student in range(1, STUDENTS + 1):
        yield events.Joined(1.0, student, f"Student {student}", f"{student:064x}")
    for question in questions[: QUESTION - 1]:
        yield from (events.Posed(2.0, question), events.Skipped(3.0))
    yield events.Posed(4.0, questions[QUESTION - 1])
    for vote, right in enumerate(VOTES, 1):
        if vote > 1:
            yield events.Discussed(60.0)
        yield events.Opened(60.0 * vote)
        yield from _ballots(questions[QUESTION - 1], vote, right)
        yield events.Locked(60.0 * vote + 30, "everybody")
    yield events.Revealed(200.0)


def _ballots(question: Question, vote: int, right: int) -> Iterator[Event]:
    """So many students are right; every third of them all is sure."""
    key = question.answers[0]
    wrong = next(option.id for option in question.options if option.id not in question.answers)
    for student in range(1, STUDENTS + 1):
        is_right = student <= right
        yield events.Answered(
            60.0 * vote + 10,
            student,
            QUESTION,
            vote,
            key if is_right else wrong,
            "fairly" if student % 3 else "sure",
            f"{vote}-{student}",
            is_right,
        )
