"""What a session's journal holds as results: its events are played again, and read off."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from quizgame.classroom.events import Answered, Begun, Renamed, Resumed
from quizgame.classroom.rules import scoring, voting
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.state import Phase
from quizgame.insight.given import AskedItem, AskedOption, Given, Held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.classroom.events import Event
    from quizgame.classroom.state import Asking, State

_Times = dict[tuple[int, int, int, str], datetime]
"""When an answer was given, by student, question, vote and submission."""


def held(events: Iterable[Event]) -> Held:
    """The results of a session.

    What was skipped is left out. Answers to a question whose key was not told are there, and do not
    count.

    Args:
        events: of its journal, the first one `Begun`.
    """
    every = tuple(events)
    state, times = _played(every)
    renamed = {event.student for event in every if isinstance(event, Renamed)}
    lesson = state.lesson
    asked = [(number, one) for number, one in enumerate(state.asked, 1) if not one.skipped]
    points = scoring.totals(state)
    students = state.students.values()
    return Held(
        session=lesson.session,
        title=lesson.title,
        pack=lesson.pack,
        began=datetime.fromisoformat(lesson.began),
        students=tuple(student.name for student in students),
        items=tuple(_item(state, asking) for _, asking in asked),
        given=tuple(g for number, asking in asked for g in _given(state, number, asking, times)),
        points={student.name: points[student.id] for student in students},
        teams={student.name: student.team for student in students if student.team},
        ended=state.phase is Phase.ENDED,
        out=frozenset(student.name for student in students if student.out),
        people={student.name: student.people for student in students if student.people > 1},
        known_as={one.name: one.name for one in students if one.id in renamed},
        invented=lesson.settings.names == "given",
    )


def _played(events: Iterable[Event]) -> tuple[State, _Times]:
    """The last state, and when each answer was given.

    The session's clock stands still between a crash and the resumption, which tells its own time.
    """
    state: State | None = None
    times: _Times = {}
    wall, since = datetime.min, 0.0
    for event in events:
        before = state
        state, _ = apply(state, event)
        if isinstance(event, Begun):
            wall, since = datetime.fromisoformat(event.lesson.began), event.t
        elif isinstance(event, Resumed):
            wall, since = datetime.fromisoformat(event.wall), event.t
        elif isinstance(event, Answered) and state is not before:
            key = (event.student, event.question, event.vote, event.submission)
            times[key] = wall + timedelta(seconds=event.t - since)
    if state is None:
        raise ValueError("a session starts with Begun")
    return state, times


def _item(state: State, asking: Asking) -> AskedItem:
    question = asking.question
    return AskedItem(
        item=question.id,
        kind=question.kind,
        statement=question.statement,
        skill=question.skill,
        options=tuple(AskedOption(o.id, o.text, o.because) for o in question.options),
        answers=question.answers,
        guesses=question.guesses,
        counted=max(1, len(voting.scored(asking))),
        told=voting.counts(state, asking),
        settled=asking.settled,
        hands=_hands(asking),
    )


def _hands(asking: Asking) -> tuple[dict[str, int], ...]:
    hands = tuple(dict(vote.hands) for vote in asking.votes)
    return hands if any(hands) else ()


def _given(state: State, number: int, asking: Asking, times: _Times) -> Iterator[Given]:
    """Everybody's answers to a question, in both votes."""
    counts = voting.counts(state, asking)
    for vote, cast in enumerate(asking.votes, 1):
        for student, ballot in cast.ballots.items():
            who = state.students[student]
            yield Given(
                student=who.name,
                session=state.lesson.session,
                origin="class",
                item=asking.question.id,
                vote=vote,
                counts=counts and voting.number_of(asking, student) == vote,
                chosen=ballot.choice,
                right=ballot.right,
                confidence=ballot.confidence,
                guesses=asking.question.guesses,
                skill=asking.question.skill,
                article=asking.question.article,
                people=who.people,
                seconds=ballot.seconds,
                at=times[student, number, vote, ballot.submission],
            )
