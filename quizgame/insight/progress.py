"""How far a player has come, in simple form: pure counts over the answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import levels
from quizgame.game.corrections import corrections
from quizgame.game.skills import SKILLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.history import Answered
    from quizgame.packs.pack import Skill

RECENT = 6
"""How many of the last answers of a skill are looked at."""

_STEADY, _ENOUGH = 5, 3


@dataclass(frozen=True, slots=True)
class SkillProgress:
    """One skill: how many answers, and how many of the last `RECENT` were right."""

    skill: Skill
    answers: int
    recent: int
    recent_right: int

    @property
    def steady(self) -> bool:
        """At least five of the last six right."""
        return self.recent_right >= _STEADY

    @property
    def shaky(self) -> bool:
        """Tried at least three times lately, and right less than half of the time."""
        return self.recent >= _ENOUGH and self.recent_right * 2 < self.recent


@dataclass(frozen=True, slots=True)
class Progress:
    """A player's progress.

    Attributes:
        level: where the ramp puts the player, 1 to 5.
        days: on how many of the player's own days something was answered.
        skills: all twelve, in their fixed order.
        sure: how many answers were given as "sure", and how many of those were right.
    """

    answers: int
    right: int
    days: int
    level: int
    corrections_open: int
    corrections_struck: int
    skills: tuple[SkillProgress, ...]
    sure: tuple[int, int]


def progress(past: Sequence[Answered]) -> Progress:
    """Counts over a player's answers, the oldest first."""
    every = corrections(past)
    waiting = sum(correction.struck is None for correction in every)
    sure = [answer.right for answer in past if answer.confidence == "sure"]
    return Progress(
        answers=len(past),
        right=sum(answer.right for answer in past),
        days=len({answer.at.date() for answer in past}),
        level=levels.of_player(past),
        corrections_open=waiting,
        corrections_struck=len(every) - waiting,
        skills=by_skill(past),
        sure=(len(sure), sum(sure)),
    )


def by_skill(past: Iterable[Answered]) -> tuple[SkillProgress, ...]:
    """The last answers of every skill, in the fixed order of the twelve."""
    given: dict[str, list[bool]] = defaultdict(list)
    for answer in past:
        given[answer.skill].append(answer.right)
    return tuple(
        SkillProgress(
            skill=skill,
            answers=len(given[skill]),
            recent=len(given[skill][-RECENT:]),
            recent_right=sum(given[skill][-RECENT:]),
        )
        for skill in SKILLS
    )
