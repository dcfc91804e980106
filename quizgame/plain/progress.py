"""Progress in words: what the page of that name says, without what is drawn there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.insight.views import corrections, sure, trust
from quizgame.insight.views.rows import Sheet, counted, day, short_day
from quizgame.insight.views.skills import missing
from quizgame.insight.views.table import VIEWS
from quizgame.plain import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.insight.figures import Figures
    from quizgame.insight.progress import SkillProgress
    from quizgame.insight.views.rows import Row
    from quizgame.plain.voice import Voice

_COLUMNS = 60
"""Views are set for so many columns at least."""
_LAST_DAYS = 14


def progress(voice: Voice, made: Figures) -> None:
    """Every view, one below the other."""
    sheet = Sheet(max(_COLUMNS, voice.width), voice.type)
    in_words = {
        "Skills": _skills,
        "Trust": _trust,
        "Sure": _sure,
        "Days": _days,
        "Topics": _topics,
        "Corrections": _corrections,
    }
    for view in VIEWS:
        voice.heading(view.title)
        told = in_words[view.tab](made) if view.tab in in_words else ()
        voice.tell(list(told) or _sentences(view.rows(made, sheet)))


def _sentences(rows: Iterable[Row]) -> list[str]:
    """What is said in words; what stands behind one label is one text."""
    told: list[str] = []
    for row in rows:
        label = row.lead.strip()
        if row.role == "drawn" or not row.text.strip():
            continue
        if row.lead and not label and told:
            told[-1] += f" {row.text}"
        else:
            told.append(f"{label}: {row.text}" if label else row.text)
    return told


def _skills(made: Figures) -> Iterator[str]:
    met = [skill for skill in made.progress.skills if skill.answers]
    for skill in met:
        yield _skill(made, skill)
    others = len(made.progress.skills) - len(met)
    if others:
        yield f"Not met yet: {others} of the twelve."


def _skill(made: Figures, skill: SkillProgress) -> str:
    words = skills.words(skill.skill)
    told = f"{words.question if words else skill.skill} "
    last = "the last " if skill.answers > 1 else ""
    told += f"{skill.recent_right} of {last}{skill.recent} right"
    if schedule := made.schedules.get(skill.skill):
        back = "today" if schedule.due <= made.today else f"on {short_day(schedule.due)}"
        told += f"; it comes back {back}"
    lacks = missing(made.mastery[skill.skill])
    return f"{told}; {lacks}." if lacks == "mastered" else f"{told}; to master it: {lacks}."


def _trust(made: Figures) -> Iterator[str]:
    seen = made.verdicts
    if not seen.answers:
        return
    yield f"Facts printed as fact: {seen.hits} of {seen.facts}."
    yield f"Claims printed with a name: {seen.rejections} of {seen.claims}."
    yield from (row.text for row in trust.words(seen))


def _sure(made: Figures) -> Iterator[str]:
    if made.calibration.answers:
        yield from (row.text for row in sure.words(made.calibration))


def _days(made: Figures) -> Iterator[str]:
    played = sorted(made.days, reverse=True)
    for one in played[:_LAST_DAYS]:
        yield f"{day(one)}: {counted(made.days[one], 'answer')}."
    if len(played) > _LAST_DAYS:
        yield f"And {counted(len(played) - _LAST_DAYS, 'earlier day')}."


def _corrections(made: Figures) -> Iterator[str]:
    if not made.corrections:
        return
    waiting, struck = corrections.sides(made)
    yield f"{counted(len(waiting), 'correction')} open, {len(struck)} struck out."
    yield "A right answer of the same rule, about another claim, strikes one out."
    for one in [*waiting, *struck[: corrections.SHOWN]]:
        status = telling.status(one.missed.status)
        line = f"{one.missed.line} ({status}). " if one.missed.line and status else ""
        yield line + corrections.rule_and_days(one, made.today)
    if len(struck) > corrections.SHOWN:
        yield f"{len(struck) - corrections.SHOWN} struck out before these."


def _topics(made: Figures) -> Iterator[str]:
    for topic in made.topics:
        if topic.name:
            yield f"{topic.name}: {topic.right} of {topic.answers} right."
    if not any(topic.name for topic in made.topics):
        yield "Nothing to tell yet."
