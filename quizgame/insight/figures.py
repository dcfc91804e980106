"""Everything that is told about one player, counted once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgame.game.corrections import corrections
from quizgame.game.mastery import mastery
from quizgame.game.scheduling import due, schedules
from quizgame.insight.calibration import calibration
from quizgame.insight.days import played
from quizgame.insight.detection import verdicts
from quizgame.insight.progress import progress
from quizgame.insight.topics import topics

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from quizgame.game.comparing import Comparison
    from quizgame.game.corrections import Correction
    from quizgame.game.history import Answered
    from quizgame.game.mastery import Mastery, Offer
    from quizgame.game.scheduling import Schedule
    from quizgame.insight.calibration import Calibration
    from quizgame.insight.detection import Verdicts
    from quizgame.insight.progress import Progress
    from quizgame.insight.topics import Topic
    from quizgame.packs.pack import Skill


@dataclass(frozen=True, slots=True)
class Figures:
    """What a player's answers tell.

    Attributes:
        past: the answers themselves, the oldest first.
        today: the player's own day.
        days: how many answers each of the player's own days has.
        mastery: how near each of the twelve skills is to being mastered.
        schedules: when each skill that was met comes back.
        due: the skills that are due today, the most urgent first.
        tests: the test before and the one after; None before both have been taken.
    """

    past: Sequence[Answered] = field(repr=False)
    today: date
    progress: Progress
    verdicts: Verdicts
    calibration: Calibration
    days: Mapping[date, int]
    topics: Sequence[Topic]
    corrections: Sequence[Correction]
    mastery: Mapping[Skill, Mastery]
    schedules: Mapping[str, Schedule]
    due: Sequence[str]
    tests: Comparison | None


def figures(
    past: Sequence[Answered],
    today: date,
    names: Mapping[str, str],
    offered: Mapping[Skill, Offer],
    *,
    asked_how_sure: bool = True,
    tests: Comparison | None = None,
) -> Figures:
    """Counts a player's answers.

    Args:
        past: the answers, the oldest first.
        today: the player's own day.
        names: the topic of each `pack/claim`, as `topics.of_pack` gives it.
        offered: what the pack in use has for each skill, as `mastery.offers` gives it.
        asked_how_sure: whether the player lets themselves be asked how sure they are.
        tests: the test before and the one after, if both have been taken.
    """
    return Figures(
        past=past,
        today=today,
        progress=progress(past),
        verdicts=verdicts(past),
        calibration=calibration(past),
        days=played(past),
        topics=topics(past, names),
        corrections=corrections(past),
        mastery=mastery(past, offered, asked_how_sure=asked_how_sure),
        schedules=schedules(past),
        due=[one.skill for one in due(past, today)],
        tests=tests,
    )
