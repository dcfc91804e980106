"""A class report as data for programs. Shares are 0 to 1, and what cannot be told is null."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight.data import sure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgame.insight.classes.decisions import Decision
    from quizgame.insight.classes.items import Choice, ItemResult, Talked
    from quizgame.insight.classes.measuring import ItemMeasure
    from quizgame.insight.classes.report import Measured, Report
    from quizgame.insight.classes.score import Score
    from quizgame.insight.classes.students import Sat, StudentResult
    from quizgame.insight.given import Held

_DIGITS = 4


def data(made: Report) -> dict[str, object]:
    """Everything that the report tells, with the figures behind its words."""
    return {
        "sources": [_source(held) for held in made.sources],
        "students": [_student(made, one) for one in made.students],
        "items": [_item(number, one) for number, one in enumerate(made.items, 1)],
        "decisions": [_decision(one) for one in made.decisions],
        "skills": _skills(made.skills),
        "misconceptions": [
            {
                "because": one.because,
                "count": one.count,
                "answers": one.answers,
                "items": list(one.items),
            }
            for one in made.misconceptions
        ],
        "sure": sure(made.calibration),
        "class": {
            **_score(made.score),
            "students": len(made.students),
            "answered": len(made.took_part),
            "mean": _round(made.mean),
            "deviation": _round(made.deviation),
            "by_guessing": _round(made.by_guessing),
        },
        "teams": [{"team": team.name, **_score(team.score)} for team in made.teams],
        "measured": [_measured(one) for one in made.measured],
        "unlisted": [one.name for one in made.unlisted],
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _score(part: Score) -> dict[str, object]:
    return {"right": part.right, "answers": part.answers, "share": _round(part.share)}


def _source(held: Held) -> dict[str, object]:
    return {
        "session": held.session,
        "origin": origin(held.origin == "self"),
        "title": held.title,
        "pack": held.pack,
        "began": held.began.isoformat(),
        "ended": held.ended,
    }


def origin(reported: bool) -> str:
    """Whose word an answer is: the class session's, or the student's own save's."""
    return "self-reported" if reported else "class"


def _student(made: Report, one: StudentResult) -> dict[str, object]:
    return {
        "student": one.name,
        "listed": one.listed if made.matched else None,
        "present": bool(one.sat),
        "sent_out": one.out,
        "people": one.people,
        "answered": one.answered,
        "decided": one.decided,
        "right": one.score.right,
        "asked": one.score.answers,
        "share": _round(one.score.share),
        "surely_wrong": one.surely_wrong,
        "self_reported": _score(one.reported),
        "skills": _skills(one.skills),
        "sure": sure(one.calibration),
        "sessions": [_sat(sat) for sat in one.sat],
    }


def _sat(sat: Sat) -> dict[str, object]:
    return {
        "session": sat.session,
        "origin": origin(sat.reported),
        "name": sat.name,
        "team": sat.team,
        "people": sat.people,
        "sent_out": sat.out,
        "answered": sat.answered,
        "right": sat.right,
        "asked": sat.asked,
    }


def _skills(every: Mapping[str, Score]) -> list[dict[str, object]]:
    return [{"skill": skill, **_score(part)} for skill, part in every.items()]


def _item(number: int, one: ItemResult) -> dict[str, object]:
    return {
        "number": number,
        "item": one.item,
        "kind": one.kind,
        "statement": one.statement,
        "skill": one.skill,
        "key": one.key,
        "answers": one.score.answers,
        "right": one.score.right,
        "facility": _round(one.score.share),
        "likely": [_round(end) for end in one.score.likely],
        "by_guessing": _round(one.by_guessing),
        "surely_wrong": one.surely_wrong,
        "self_reported": _score(one.reported),
        "choices": [_choice(choice) for choice in one.choices],
        "discussion": _talked(one.talked) if one.talked else None,
    }


def _choice(choice: Choice) -> dict[str, object]:
    return {
        "choice": choice.id,
        "text": choice.text,
        "right": choice.right,
        "count": choice.count,
        "share": _round(choice.share),
        "mean_total": _round(choice.mean_total),
        "non_functional": choice.idle,
        "because": choice.because,
    }


def _talked(votes: Talked) -> dict[str, object]:
    return {
        "first": _score(votes.first),
        "second": _score(votes.second),
        "gain": _round(votes.gain),
        "to_right": votes.to_right,
        "to_wrong": votes.to_wrong,
    }


def _decision(one: Decision) -> dict[str, object]:
    ways = [
        {"choice": way.id, "text": way.text, "count": way.count, "taken": way.taken}
        for way in one.ways
    ]
    return {
        "session": one.session,
        "item": one.item,
        "statement": one.statement,
        "choices": ways,
    }


def _measured(one: Measured) -> dict[str, object]:
    made = one.measure
    return {
        "sessions": list(one.sessions),
        "attempts": one.attempts,
        "partly": one.partly,
        "mean": _round(made.mean) if made else None,
        "deviation": _round(made.deviation) if made else None,
        "skewness": _round(made.skewness) if made else None,
        "kurtosis": _round(made.kurtosis) if made else None,
        "alpha": _round(made.alpha) if made else None,
        "error_ratio": _round(made.error_ratio) if made else None,
        "standard_error": _round(made.standard_error) if made else None,
        "items": [
            _item_measure(one, item, own)
            for item, own in zip(one.items, made.items if made else (), strict=bool(made))
        ],
    }


def _item_measure(set_: Measured, item: str, own: ItemMeasure) -> dict[str, object]:
    return {
        "item": item,
        "mean_mark": _round(own.facility),
        "deviation": _round(own.deviation),
        "effective_weight": _round(own.weight),
        "discrimination": _round(own.discrimination),
        "likely": [_round(end) for end in own.likely] if own.likely else None,
        "discriminative_efficiency": _round(own.efficiency),
        "point_biserial": {choice: _round(r) for choice, r in set_.biserial[item].items()},
    }
