"""Answers of many students, wherever they come from: a class's journal, or saves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One student's answer to one item in one vote.

    Attributes:
        student: the name, as the session or the save has it.
        session: the id of the class session; of a save's answer, that of its sitting.
        origin: `class` for what a hub has kept, `self` for what a student's save reports.
        item: `pack/claim?kind@quote`.
        vote: 1, or 2 after a discussion; 1 outside a class.
        counts: whether it is the vote that the score counts.
        guesses: among how many answers a guess falls.
        people: how many answered at one screen.
        seconds: from the opening of the question to the answer.
        at: aware, with the local offset.
    """

    student: str
    session: str
    origin: Literal["class", "self"]
    item: str
    vote: int
    counts: bool
    chosen: str
    right: bool
    confidence: str
    guesses: int
    skill: str
    article: str
    people: int
    seconds: float
    at: datetime


@dataclass(frozen=True, slots=True)
class AskedOption:
    """An option as it was shown."""

    id: str
    text: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedItem:
    """An item as a session asked it.

    Attributes:
        options: empty where words were marked.
        answers: what was right, the key first.
        hands: for each vote how many hands were counted for each option id; empty without hands.
    """

    item: str
    kind: str
    statement: str
    skill: str
    options: tuple[AskedOption, ...]
    answers: tuple[str, ...]
    hands: tuple[dict[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A class session as far as results go.

    Attributes:
        began: aware, with the local offset.
        students: the names of everybody who joined, in order, whether they answered or not.
        points: by student, as the session scored them.
        teams: by student; empty without teams.
    """

    session: str
    title: str
    pack: str
    began: datetime
    students: tuple[str, ...]
    items: tuple[AskedItem, ...]
    given: tuple[Given, ...]
    points: dict[str, float]
    teams: dict[str, str]
