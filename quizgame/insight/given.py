"""Answers of many students, wherever they come from: a class's journal, or saves."""

from __future__ import annotations

from dataclasses import dataclass, field
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
        right: None where nothing is right or wrong.
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
    right: bool | None
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
        answers: what was right, the key first; empty where nothing is right or wrong.
        guesses: among how many answers a guess falls.
        counted: the vote that the score counts: the last one before the key was told.
        told: whether the key was told; before, answers count nowhere.
        settled: the option that the class went on with in a scenario; empty for an item.
        hands: for each vote how many hands were counted for each option id; empty without hands.
    """

    item: str
    kind: str
    statement: str
    skill: str
    options: tuple[AskedOption, ...]
    answers: tuple[str, ...]
    guesses: int = 2
    counted: int = 1
    told: bool = True
    settled: str = ""
    hands: tuple[dict[str, int], ...] = ()

    @property
    def raised(self) -> int:
        """Which vote's raised hands count, from 1: the last that has some before the key was told.

        0 for none.
        """
        votes = range(min(self.counted, len(self.hands)), 0, -1)
        return next((vote for vote in votes if self.hands[vote - 1]), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A class session, or what a student's save reports, as far as results go.

    Attributes:
        session: the id of the class session, or of the save.
        origin: `class` or `self`, as in all of its answers.
        title: of the set or scenario; of a save the name of its file.
        began: aware, with the local offset.
        students: the names of everybody who joined, in order, whether they answered or not.
        points: by student, as the session scored them.
        teams: by student; empty without teams.
        ended: whether the lesson was over; what is told of a running one is what there is so far.
        out: those whom the teacher had sent out when it ended; their answers do not count.
        people: by student, how many shared the screen, for those who were more than one.
        known_as: by student, the name in the teacher's roster, for those who have one there.
        invented: whether the students' names were given, so that they tell nobody apart elsewhere.
    """

    session: str
    origin: Literal["class", "self"] = "class"
    title: str
    pack: str
    began: datetime
    students: tuple[str, ...]
    items: tuple[AskedItem, ...]
    given: tuple[Given, ...]
    points: dict[str, float]
    teams: dict[str, str]
    ended: bool = True
    out: frozenset[str] = frozenset()
    people: dict[str, int] = field(default_factory=dict)
    known_as: dict[str, str] = field(default_factory=dict)
    invented: bool = False
