"""Everything that a report tells, whatever it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.insight.classes import measuring
from quizgame.insight.classes.counting import counted, scored, tally
from quizgame.insight.classes.decisions import Decision, decisions
from quizgame.insight.classes.items import ItemResult, items
from quizgame.insight.classes.moments import deviation, mean, pearson
from quizgame.insight.classes.once import once
from quizgame.insight.classes.people import people
from quizgame.insight.classes.score import Score
from quizgame.insight.classes.students import StudentResult, confidence, in_order, student
from quizgame.insight.classes.totals import Misconception, misconceptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgame.insight.calibration import Calibration
    from quizgame.insight.classes.measuring import SetMeasure
    from quizgame.insight.classes.people import Roster
    from quizgame.insight.given import Held


@dataclass(frozen=True, slots=True)
class Measured:
    """How well a set of items measures, over the class sessions that asked exactly these.

    Attributes:
        sessions: their ids.
        items: in the order of the measures.
        attempts: how many students answered something; what they left out counts as not right.
        partly: how many of them left something out.
        measure: None below `measuring.ENOUGH` attempts.
        biserial: for each item the point-biserial correlation of each option with the rest of the
            items; None where one of them is constant. Empty without a measure.
    """

    sessions: tuple[str, ...]
    items: tuple[str, ...]
    attempts: int
    partly: int
    measure: SetMeasure | None
    biserial: Mapping[str, Mapping[str, float | None]]


@dataclass(frozen=True, slots=True)
class Team:
    """The students of one team, over everything that is reported."""

    name: str
    score: Score


@dataclass(frozen=True, slots=True)
class Report:
    """What the answers of one or several sessions and saves tell.

    Attributes:
        sources: what is reported, each counted once, class sessions first.
        students: everybody, those of the roster first; also who answered nothing.
        decisions: the scenes of a scenario, and what the majority made of them.
        score: of all answers that count, in people.
        skills: over everybody, right of answered.
        mean: of the shares right of everybody who answered something, 0 to 1; None for nobody.
        deviation: of these shares; None below two.
        by_guessing: the mean share that guessing would give on the items; None without items.
        teams: in the order of their names.
        measured: for each set of items that a class was asked.
        matched: whether there was a roster to match names with.
    """

    sources: tuple[Held, ...]
    students: tuple[StudentResult, ...]
    items: tuple[ItemResult, ...]
    decisions: tuple[Decision, ...]
    score: Score
    skills: Mapping[str, Score]
    misconceptions: tuple[Misconception, ...]
    calibration: Calibration
    mean: float | None
    deviation: float | None
    by_guessing: float | None
    teams: tuple[Team, ...]
    measured: tuple[Measured, ...]
    matched: bool

    @property
    def took_part(self) -> tuple[StudentResult, ...]:
        """Those who answered something that counts."""
        return tuple(one for one in self.students if one.answered)

    @property
    def shared(self) -> int:
        """How many screens two students shared."""
        return sum(one.people > 1 for one in self.students)

    @property
    def unlisted(self) -> tuple[StudentResult, ...]:
        """Those whose names the roster does not have, or has for more than one."""
        return tuple(one for one in self.students if self.matched and not one.listed)


def report(every: Iterable[Held], roster: Roster | None = None) -> Report:
    """The report on sessions and saves; nothing in it counts twice, and speed counts nowhere."""
    sources = once(every)
    tallies = {id(held): tally(held) for held in sources}
    students = tuple(student(person, tallies) for person in people(sources, roster))
    asked = items(sources)
    given = [one for made in tallies.values() for one in made.given]
    shares = [one.score.share or 0.0 for one in students if one.answered]
    return Report(
        sources=sources,
        students=students,
        items=asked,
        decisions=decisions(sources),
        score=sum((item.score for item in asked), Score(0, 0)),
        skills=_skills(asked),
        misconceptions=misconceptions(asked),
        calibration=confidence(given),
        mean=mean(shares) if shares else None,
        deviation=deviation(shares) if len(shares) > 1 else None,
        by_guessing=mean([item.by_guessing for item in asked]) if asked else None,
        teams=_teams(students),
        measured=_measured(sources),
        matched=roster is not None,
    )


def _skills(asked: Iterable[ItemResult]) -> dict[str, Score]:
    """Over all items of each skill, raised hands among them."""
    found: dict[str, Score] = {}
    for item in asked:
        if item.skill and item.score.answers:
            found[item.skill] = found.get(item.skill, Score(0, 0)) + item.score
    return {skill: found[skill] for skill in in_order(found)}


def _teams(students: Iterable[StudentResult]) -> tuple[Team, ...]:
    found: dict[str, Score] = {}
    for sat in (sat for one in students for sat in one.sat):
        if sat.team and sat.answered:
            found[sat.team] = found.get(sat.team, Score(0, 0)) + Score(sat.right, sat.asked)
    return tuple(Team(name, found[name]) for name in sorted(found))


def _measured(sources: Iterable[Held]) -> tuple[Measured, ...]:
    groups: dict[frozenset[str], list[Held]] = {}
    for held in sources:
        asked = frozenset(item.item for item in scored(held))
        if held.origin == "class" and asked and held.students:
            groups.setdefault(asked, []).append(held)
    return tuple(_measure(held) for held in groups.values())


def _measure(every: Sequence[Held]) -> Measured:
    columns = tuple(item.item for item in scored(every[0]))
    attempts = [chosen for held in every for chosen in _attempts(held)]
    marks = [[int(attempt.get(item, _MISSED)[1]) for item in columns] for attempt in attempts]
    enough = len(attempts) >= measuring.ENOUGH
    return Measured(
        sessions=tuple(held.session for held in every),
        items=columns,
        attempts=len(attempts),
        partly=sum(len(attempt) < len(columns) for attempt in attempts),
        measure=measuring.measure(marks) if enough else None,
        biserial=_biserial(columns, attempts, marks) if enough else {},
    )


_MISSED = ("", False)


def _attempts(held: Held) -> Iterable[Mapping[str, tuple[str, bool]]]:
    """For everybody who answered something, what was chosen on each item, and whether rightly."""
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    for given in counted(held):
        found.setdefault(given.student, {})[given.item] = given.chosen, bool(given.right)
    return found.values()


def _biserial(
    columns: Sequence[str],
    attempts: Sequence[Mapping[str, tuple[str, bool]]],
    marks: Sequence[Sequence[int]],
) -> dict[str, dict[str, float | None]]:
    totals = [sum(row) for row in marks]
    found = {}
    for at, item in enumerate(columns):
        rest = measuring.rests([row[at] for row in marks], totals)
        chosen = [attempt.get(item, _MISSED)[0] for attempt in attempts]
        found[item] = {
            option: pearson([int(one == option) for one in chosen], rest)
            for option in sorted(set(chosen) - {""})
        }
    return found
