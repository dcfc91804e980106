"""Short rounds on different days, and where a player stands among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.game.items import parse, subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from quizgame.game.curriculum import Curriculum
    from quizgame.packs.pack import ItemSet, Pack, Skill

FEWEST, MOST = 5, 6
"""How many rounds a course has that is made from a pack; one a block, and the rest mixed."""

_ENOUGH = 36
"""Fewer claims and questions than six rounds ask would have to be repeated."""


@dataclass(frozen=True, slots=True)
class Part:
    """One day of a course.

    Attributes:
        name: what its round is kept as: the id of its set, or a name that no set can have.
        items: how many items it has; 0 where they are drawn.
        lesson: its set; None where its round is drawn.
        skills: the block that a drawn round introduces; empty for one that mixes all.
    """

    name: str
    title: str
    items: int = 0
    lesson: ItemSet | None = None
    skills: tuple[Skill, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A course with the tests around it."""

    id: str
    title: str
    summary: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a player stands in a course.

    Attributes:
        done: how many parts have been played.
        next: the first that has not; None at the end.
        opens: the day on which it opens; None if it is open already.
    """

    plan: Plan
    done: int
    next: Part | None
    opens: date | None

    @property
    def number(self) -> int:
        """The number of the next part, from 1."""
        return self.plan.parts.index(self.next) + 1 if self.next else len(self.plan.parts)


def plans(pack: Pack, trained: Curriculum) -> tuple[Plan, ...]:
    """The courses of a pack, each between its two tests; one made from it if it names none."""
    before, after = (tests(pack, which) for which in ("before", "after"))
    written = [
        Plan(one.id, one.title, one.summary, (*before, *_sets(pack, one.parts), *after))
        for one in pack.courses.values()
    ]
    return tuple(written) or tuple(_made(trained, before, after))


def tests(pack: Pack, which: str) -> tuple[Part, ...]:
    """The test before or after, if the pack has it."""
    return tuple(_part(one) for one in pack.sets.values() if one.test == which)[:1]


def is_test(pack: Pack, name: str) -> bool:
    """Whether a round of this name is a test, which explains nothing before its end."""
    return name in pack.sets and pack.sets[name].test is not None


def _sets(pack: Pack, names: Iterable[str]) -> Iterator[Part]:
    return (_part(pack.sets[name]) for name in names)


def _part(one: ItemSet) -> Part:
    return Part(one.id, one.title, len(one.items), one)


def _made(trained: Curriculum, before: tuple[Part, ...], after: tuple[Part, ...]) -> Iterator[Plan]:
    """A course of a pack that is large enough: its blocks one after the other, then all mixed."""
    if len(trained.blocks) < 2 or len(set().union(*trained.claims.values())) < _ENOUGH:
        return
    blocks = list(trained.blocks[: MOST - 1])
    mixed = max(1, FEWEST - len(blocks))
    lessons = [(block, _topics(block)) for block in blocks] + [((), "Everything mixed")] * mixed
    parts = (Part(f"course/{n}", title, skills=to) for n, (to, title) in enumerate(lessons, 1))
    yield Plan("course", "Short rounds on different days", "", (*before, *parts, *after))


def _topics(block: Iterable[Skill]) -> str:
    *first, last = (skills.SKILLS[skill].topic for skill in block)
    listed = f"{', '.join(first)} and {last}" if first else last
    return listed[0].upper() + listed[1:]


def place(plan: Plan, played: Mapping[str, date], today: date) -> Place:
    """Where a player stands on their own day `today`.

    A part opens on the day after the last one that was played. That is advice, and holds for the
    course alone: its sets can be played at any time, and count when they have been.

    Args:
        plan: the course.
        played: the names of the rounds that were finished, with the day of the last time.
        today: the player's own day.
    """
    days = [played[part.name] for part in plan.parts if part.name in played]
    waiting = next((part for part in plan.parts if part.name not in played), None)
    opens = max(days) + timedelta(days=1) if days and waiting else None
    return Place(plan, len(days), waiting, opens if opens and opens > today else None)


def held_back(pack: Pack) -> frozenset[str]:
    """What tests and courses ask, as `pack/claim`; other rounds leave it to them if they can."""
    names = [one.id for one in pack.sets.values() if one.test]
    names += [name for course in pack.courses.values() for name in course.parts]
    items = (parse(written, pack) for name in names for written in pack.sets[name].items)
    return frozenset(f"{pack.id}/{ref}" for item in items for ref in subjects(pack, item))
