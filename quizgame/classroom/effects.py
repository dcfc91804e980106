"""What an event makes the hub do, once the event is on disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.classroom.wire.outgoing import RefusedWhy


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Tells a student that an answer is kept."""

    student: int
    submission: str
    question: int
    vote: int


@dataclass(frozen=True, slots=True)
class Refuse:
    """Tells whoever caused the event why it changed nothing."""

    why: RefusedWhy
    text: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class ShowEverybody:
    """Every role gets a new view."""


@dataclass(frozen=True, slots=True)
class ShowStudent:
    """One student gets a new view."""

    student: int


@dataclass(frozen=True, slots=True)
class ShowStaff:
    """The host and the projector get a new view."""


@dataclass(frozen=True, slots=True)
class Count:
    """The host's counts have changed; told at most ten times a second."""


@dataclass(frozen=True, slots=True)
class Dismiss:
    """A student's connection is told that they are out, and ends."""

    student: int


Effect = Acknowledge | Refuse | ShowEverybody | ShowStudent | ShowStaff | Count | Dismiss
