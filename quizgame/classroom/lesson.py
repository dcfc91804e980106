"""What is hosted, as the journal keeps it: a pack that changes later changes no result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Names = Literal["given", "free", "roster"]
"""Where students' names come from: two kind words, themselves, or the teacher's roster."""

Pace = Literal["class", "own"]
"""Whether the class goes on together, or each student in an order of their own."""

NAME_CELLS = 40
"""The widest name that a teacher gives, in terminal cells: full names are longer than nicknames."""

MOST_SPEED = 1 / 3
"""The largest share of the points that speed may make up."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be picked; `because` is the misconception behind a wrong one."""

    id: str
    text: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the class is asked: an item of a pack, or a scene of a scenario.

    Attributes:
        id: `pack/claim?kind@quote`, or `pack/scenario?scene@id`, with `#2` and so on where a scene
            comes again; different in a lesson.
        kind: the kind of the item; `scene` where the majority decides.
        statement: what it is about, in one line for lists and reports.
        options: what can be picked, in the order shown; empty where words are marked.
        passage: the raw text whose words are marked; empty where an option is picked.
        answers: what is right, the key first; empty where nothing is right or wrong.
        guesses: among how many answers a guess falls; at least 2.
        words: how many words there are to read.
        line: the line that it prints on the front page; empty if it prints none.
    """

    id: str
    kind: str
    statement: str
    options: tuple[Option, ...]
    passage: str
    answers: tuple[str, ...]
    guesses: int
    words: int
    skill: str = ""
    article: str = ""
    quote: str = ""
    status: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Pupil:
    """A line of a teacher's roster.

    Attributes:
        allowance: how much of the usual time they get; `inf` for no limit.
    """

    name: str
    team: str = ""
    allowance: float = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How a lesson is run.

    Attributes:
        seconds: how long a question is open; None until the teacher locks it.
        confidence: whether students are asked how sure they are; they may leave it out.
        speed: the share of the points that speed makes up, 0 to `MOST_SPEED`.
        teams: the names of the teams; empty for none.
        hands: whether the teacher types what raised hands say, and nobody joins.
        text_here: whether students read the question on their own screens.
        text_there: whether the projector shows it.
        most: how many students may join.
    """

    names: Names = "given"
    roster: tuple[Pupil, ...] = ()
    pace: Pace = "class"
    seconds: float | None = 60.0
    confidence: bool = True
    speed: float = 0.0
    teams: tuple[str, ...] = ()
    hands: bool = False
    text_here: bool = True
    text_there: bool = True
    most: int = 60


@dataclass(frozen=True, slots=True)
class Lesson:
    """A session before anybody has joined.

    Attributes:
        session: its id, the name of its folder under `saves/classroom`.
        set: the id of the set that is played; empty where a scenario is.
        scenario: the id of the scenario that is played; empty where a set is.
        items: the items of the set in order; empty for a scenario.
        seed: what the order of the options and, at their own pace, of the items follows from.
        began: when, as ISO 8601 with the local offset.
        place: where the pack was found.
    """

    session: str
    pack: str
    title: str
    set: str
    scenario: str
    items: tuple[str, ...]
    seed: int
    began: str
    settings: Settings
    place: str = ""
