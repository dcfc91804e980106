"""Where a session stands. Every value is made by `apply` and never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgame.classroom.events import Confidence, Why
    from quizgame.classroom.lesson import Lesson, Question


class Phase(StrEnum):
    """What the class does. Who is connected, a pause and a closed door are no phases."""

    LOBBY = "lobby"
    READ = "read"
    OPEN = "open"
    LOCKED = "locked"
    REVEALED = "revealed"
    DISCUSS = "discuss"
    BOARD = "board"
    OWN = "own"
    """Everybody works through all questions in an order of their own."""
    ENDED = "ended"


GRACE = 2.0
"""Seconds after a student's deadline in which an answer still counts: it was on its way."""

RETURNING = 3.0
"""Seconds that a lost connection is given to come back before the class goes on without it."""

SAYING = 8.0
"""Seconds that somebody who has chosen gets to say how sure they are before the class goes on."""

LEAST_READING = 10.0
WORDS_A_SECOND = 2.0


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody who has joined.

    Attributes:
        token: the SHA-256 of the secret token, in hex.
        people: how many share the screen.
        allowance: how much of the usual time they get.
        present: whether they are connected now.
        out: whether the teacher has sent them out.
        gone: when they were last lost, on the session's clock.
        turned: at their own pace: when they turned to the question before them, moved on by pauses.
    """

    id: int
    name: str
    token: str = field(repr=False)
    people: int
    team: str
    allowance: float
    present: bool = True
    out: bool = False
    gone: float = 0.0
    turned: float = 0.0


@dataclass(frozen=True, slots=True)
class Ballot:
    """A student's vote as it counts.

    Attributes:
        seconds: from the opening to the answer by the hub's clock, pauses left out; at their own
            pace from when they turned to the question.
        spare: the share of the student's time that was left, 0 to 1; 0 where there is no limit.
        replaced: the submissions before this one, so that a copy of one that comes late is known.
        more: whether the student is still being asked how sure they are.
    """

    choice: str
    confidence: Confidence
    submission: str
    right: bool | None
    seconds: float
    spare: float = 0.0
    replaced: tuple[str, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote on a question.

    Attributes:
        opened: the time of the session's clock, moved on by pauses.
        ballots: by student.
        hands: by option, as the teacher counted them.
    """

    opened: float
    ballots: Mapping[int, Ballot] = field(default_factory=dict)
    hands: Mapping[str, int] = field(default_factory=dict)
    locked: Why | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that was posed, with everything the class said.

    Attributes:
        votes: the first, and the second if there was one.
        told: after how many votes the key was told; None before. Votes after it do not count.
        settled: the option that the class went on with; empty for an item.
        boarded: whether its line is printed.
    """

    question: Question
    votes: tuple[Vote, ...] = ()
    told: int | None = None
    settled: str = ""
    boarded: bool = False
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A whole session.

    Attributes:
        since: when the phase began on the session's clock, moved on by pauses.
        extra: seconds by which the open question was extended.
        asked: the questions so far, in order; the last one is before the class.
        slow: the students who get more time than the others.
        paused: since when; None if it is not.
        closed: whether newcomers are kept out.
        at: the time of the last event.
    """

    lesson: Lesson
    phase: Phase = Phase.LOBBY
    since: float = 0.0
    extra: float = 0.0
    asked: tuple[Asking, ...] = ()
    students: Mapping[int, Student] = field(default_factory=dict)
    slow: tuple[int, ...] = ()
    paused: float | None = None
    closed: bool = False
    at: float = 0.0
