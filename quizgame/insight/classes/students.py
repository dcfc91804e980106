"""What each student's answers tell, whatever their speed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgame.game.confidence import Stated
from quizgame.game.skills import SKILLS
from quizgame.insight.calibration import calibrated
from quizgame.insight.classes.counting import surely_wrong
from quizgame.insight.classes.score import Score, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from quizgame.insight.calibration import Calibration
    from quizgame.insight.classes.counting import Tally
    from quizgame.insight.classes.people import Person, Seat
    from quizgame.insight.given import Given


@dataclass(frozen=True, slots=True)
class Sat:
    """How one session, or one save, went for a student.

    Attributes:
        session: its id.
        began: when; two machines can have sessions of one id.
        right: right answers.
        answered: answers that count.
        asked: how many there were to answer; of a save, those that were answered.
        out: whether the teacher had sent the student out; then nothing counts.
        people: how many shared the screen.
        reported: whether the student's own save says so.
        name: the name that was used there.
    """

    session: str
    began: datetime
    right: int
    answered: int
    asked: int
    out: bool
    people: int
    team: str
    reported: bool
    name: str


@dataclass(frozen=True, slots=True)
class StudentResult:
    """One student over everything that is reported.

    Attributes:
        listed: whether the name is from the teacher's roster.
        answered: answers that count.
        decided: votes in scenes, where nothing is right or wrong.
        score: right of all that was asked, 0 for what was not answered.
        skills: right of answered, for each skill that was met, in the fixed order of the twelve.
        surely_wrong: answers given as "sure" that were not right.
        reported: the part of `score` that comes from the student's own save.
    """

    name: str
    listed: bool
    sat: tuple[Sat, ...]
    answered: int
    decided: int
    score: Score
    skills: Mapping[str, Score]
    calibration: Calibration
    surely_wrong: int
    reported: Score

    @property
    def out(self) -> bool:
        """Whether they had been sent out wherever they were."""
        return bool(self.sat) and all(one.out for one in self.sat)

    @property
    def people(self) -> int:
        """How many shared the screen, at most."""
        return max((one.people for one in self.sat), default=1)


def student(person: Person, tallies: Mapping[int, Tally]) -> StudentResult:
    """What the answers of one person tell.

    Args:
        person: whose.
        tallies: of every session and save, by the identity of its `Held`.
    """
    own = [(seat, tallies[id(seat.held)]) for seat in person.seats]
    sat = tuple(_sat(seat, made) for seat, made in own)
    # What two at one screen did is one answer of their row.
    given = [replace(one, people=1) for seat, made in own for one in made.of(seat.student)]
    return StudentResult(
        name=person.name,
        listed=person.listed,
        sat=sat,
        answered=len(given),
        decided=sum(made.decided.get(seat.student, 0) for seat, made in own),
        score=_of(sat),
        skills=by_skill(given),
        calibration=confidence(given),
        surely_wrong=surely_wrong(given),
        reported=_of(one for one in sat if one.reported),
    )


def _of(sat: Iterable[Sat]) -> Score:
    every = [one for one in sat if not one.out]
    return Score(sum(one.right for one in every), sum(one.asked for one in every))


def _sat(seat: Seat, made: Tally) -> Sat:
    held, own = seat.held, made.of(seat.student)
    reported = held.origin == "self"
    return Sat(
        session=held.session,
        began=held.began,
        right=sum(bool(given.right) for given in own),
        answered=len(own),
        asked=len(own) if reported else made.asked,
        out=seat.student in held.out,
        people=held.people.get(seat.student, 1),
        team=held.teams.get(seat.student, ""),
        reported=reported,
        name=seat.student,
    )


def by_skill(given: Iterable[Given]) -> dict[str, Score]:
    """Right of answered for each skill that was met."""
    answers: dict[str, list[Given]] = defaultdict(list)
    for answer in given:
        if answer.skill:
            answers[answer.skill].append(answer)
    return {skill: score(answers[skill]) for skill in in_order(answers)}


def in_order(met: Iterable[str]) -> list[str]:
    """Skills in the fixed order of the twelve; those of a newer version last."""
    every = set(met)
    known = [skill for skill in SKILLS if skill in every]
    return [*known, *sorted(every - set(known))]


def confidence(given: Iterable[Given]) -> Calibration:
    """How sure they were, and how right."""
    return calibrated(
        Stated(answer.confidence, max(2, answer.guesses), bool(answer.right))
        for answer in given
        if answer.confidence
    )
