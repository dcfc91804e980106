"""What happens in a session. The journal is the list of them, and the state nothing else.

`t` is the session's own clock in seconds: it never runs backwards, and it stands still between a
crash and the resumption. Events that change nothing are not journalled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from quizgame.classroom.lesson import Lesson, Question

Confidence = Literal["guess", "fairly", "sure", ""]
Why = Literal["teacher", "time", "everybody"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a time of the session's clock."""

    t: float


@dataclass(frozen=True, slots=True)
class Begun(Event):
    """The first event of every session."""

    lesson: Lesson


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """A hub has taken the session up again: nobody is there yet, and it stands paused.

    Attributes:
        wall: when, as ISO 8601 with the local offset.
    """

    wall: str


@dataclass(frozen=True, slots=True)
class Joined(Event):
    """A student has joined, and is present.

    Attributes:
        student: a public number, from 1 on; never the token.
        token: the SHA-256 of the secret token, in hex.
        people: how many share the screen, 1 or 2.
    """

    student: int
    name: str
    token: str
    people: int = 1
    team: str = ""
    allowance: float = 1.0


@dataclass(frozen=True, slots=True)
class Came(Event):
    """A student who had joined is connected (again)."""

    student: int


@dataclass(frozen=True, slots=True)
class Left(Event):
    """A student's last connection is gone; everything of theirs stays."""

    student: int


@dataclass(frozen=True, slots=True)
class Kicked(Event):
    """The teacher has sent a student out; their answers stay but do not count meanwhile."""

    student: int


@dataclass(frozen=True, slots=True)
class Readmitted(Event):
    """The teacher lets a student back in."""

    student: int


@dataclass(frozen=True, slots=True)
class Renamed(Event):
    """The teacher has given a student another name."""

    student: int
    name: str


@dataclass(frozen=True, slots=True)
class Allowed(Event):
    """The teacher has given a student more time, or another team.

    Attributes:
        allowance: how much of the usual time, from 1 on; `inf` for no limit.
    """

    student: int
    allowance: float
    team: str


@dataclass(frozen=True, slots=True)
class DoorSet(Event):
    """Newcomers are let in, or not; whoever has joined can always come back."""

    closed: bool


@dataclass(frozen=True, slots=True)
class Posed(Event):
    """The next question lies before the class, which reads it. At their own pace: one of all."""

    question: Question


@dataclass(frozen=True, slots=True)
class Opened(Event):
    """Answers are taken: the first vote, or the second after a discussion."""


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """A student's vote. Until the lock the last one counts.

    Attributes:
        question: its number, from 1.
        vote: 1, or 2 after a discussion.
        submission: chosen by the student's client; the same one again is the same answer.
        right: as graded when it was given; None where nothing is right or wrong.
        more: whether the student is still being asked how sure they are.
    """

    student: int
    question: int
    vote: int
    choice: str
    confidence: Confidence
    submission: str
    right: bool | None
    more: bool = False


@dataclass(frozen=True, slots=True)
class Hands(Event):
    """How many raised their hands for each option, as the teacher counted."""

    question: int
    vote: int
    counts: Mapping[str, int] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Locked(Event):
    """No more answers are taken."""

    why: Why


@dataclass(frozen=True, slots=True)
class Revealed(Event):
    """The key is told, or the majority's decision.

    Attributes:
        settled: the option that the class goes on with in a scenario; empty for an item.
    """

    settled: str = ""


@dataclass(frozen=True, slots=True)
class Discussed(Event):
    """The class talks before it votes again."""


@dataclass(frozen=True, slots=True)
class Boarded(Event):
    """The class's line is printed on its front page."""


@dataclass(frozen=True, slots=True)
class Skipped(Event):
    """The question is passed over and counts nowhere."""


@dataclass(frozen=True, slots=True)
class Extended(Event):
    """The question stays open longer, by so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """The clock of the question stands still, and no answers are taken."""


@dataclass(frozen=True, slots=True)
class Continued(Event):
    """The clock goes on with the time that was left."""


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The lesson is over."""
