"""A player's progress as data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.chance import likely
from quizgame.insight.days import stretches

if TYPE_CHECKING:
    from quizgame.game.comparing import Comparison
    from quizgame.game.corrections import Correction
    from quizgame.insight.calibration import Calibration
    from quizgame.insight.detection import Verdicts
    from quizgame.insight.figures import Figures
    from quizgame.insight.progress import SkillProgress


def data(name: str | None, made: Figures) -> dict[str, object]:
    """Everything that the views tell, with the figures behind the words.

    Shares are from 0 to 1. What cannot be told yet is null.

    Args:
        name: whose progress it is; None for nobody's.
        made: what the answers tell.
    """
    told = made.progress
    return {
        "player": name,
        "on": made.today.isoformat(),
        "answers": told.answers,
        "right": told.right,
        "level": told.level,
        "days": [
            {"day": one.first.isoformat(), "answers": one.answers, "right": one.right}
            for one in stretches(made.past, max(1, len(made.days)))
        ],
        "skills": [_skill(made, skill) for skill in told.skills],
        "trust": _trust(made.verdicts),
        "sure": sure(made.calibration),
        "tests": _tests(made.tests) if made.tests else None,
        "topics": [
            {"topic": topic.name, "answers": topic.answers, "right": topic.right}
            for topic in made.topics
        ],
        "corrections": [_correction(one) for one in made.corrections],
    }


def _skill(made: Figures, skill: SkillProgress) -> dict[str, object]:
    near, schedule = made.mastery[skill.skill], made.schedules.get(skill.skill)
    return {
        "skill": skill.skill,
        "answers": skill.answers,
        "recent": skill.recent,
        "recent_right": skill.recent_right,
        "mastered": near.mastered,
        "conditions": {
            one.name: {"have": one.have, "need": one.need, "waived": one.waived}
            for one in near.conditions
        },
        "reviewed": schedule.reviewed.isoformat() if schedule else None,
        "due": schedule.due.isoformat() if schedule else None,
    }


def _trust(seen: Verdicts) -> dict[str, object]:
    """Facts and claims; the statistics are null where there is no answer to reckon with."""
    some = bool(seen.answers)
    return {
        "facts": seen.facts,
        "facts_printed_as_fact": seen.hits,
        "claims": seen.claims,
        "claims_printed_as_fact": seen.false_alarms,
        "d_prime": round(seen.d_prime, 4) if some else None,
        "c": round(seen.c, 4) if some else None,
        "error_of_d_prime": round(seen.error_of_d_prime, 4) if some else None,
        "sight": seen.sight,
        "lean": seen.lean,
    }


def sure(seen: Calibration) -> dict[str, object]:
    """Confidence against what was right; the statistics are null where nobody was asked."""
    some = bool(seen.answers)
    return {
        "bands": [
            {
                "said": band.name,
                "answers": band.answers,
                "right": band.right,
                "promised": round(band.said, 4) if band.answers else None,
                "likely": [round(end, 4) for end in likely(band.right, band.answers)],
                "trust": band.trust,
            }
            for band in seen.bands
        ],
        "points": seen.points.points if some else None,
        "most_points": seen.points.most if some else None,
        "brier": round(seen.brier, 4) if some else None,
        "reliability": round(seen.reliability, 4) if some else None,
        "resolution": round(seen.resolution, 4) if some else None,
        "uncertainty": round(seen.uncertainty, 4) if some else None,
        "overconfidence": round(seen.overconfidence, 4) if some else None,
    }


def _tests(made: Comparison) -> dict[str, object]:
    scores = {"before": made.before, "after": made.after}
    return {
        **{when: {"answers": one.answers, "right": one.right} for when, one in scores.items()},
        "gained": list(made.gained),
        "lost": list(made.lost),
    }


def _correction(one: Correction) -> dict[str, object]:
    return {
        "item": one.missed.item,
        "line": one.missed.line,
        "skill": one.missed.skill,
        "missed": one.missed.at.isoformat(),
        "struck": one.struck.isoformat() if one.struck else None,
    }
