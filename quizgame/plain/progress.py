"""Progress in words: what the page of that name says, without what is drawn there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.insight.views.rows import Sheet, short_day
from quizgame.insight.views.skills import missing
from quizgame.insight.views.table import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.insight.figures import Figures
    from quizgame.insight.progress import SkillProgress
    from quizgame.plain.voice import Voice

_COLUMNS = 60
"""Views are set for so many columns at least."""


def progress(voice: Voice, made: Figures) -> None:
    """Every view, one below the other."""
    sheet = Sheet(max(_COLUMNS, voice.width), voice.type)
    in_words = {"Skills": _skills, "Topics": _topics}
    for view in VIEWS:
        voice.heading(view.title)
        if view.tab in in_words:
            voice.tell(in_words[view.tab](made))
            continue
        for row in view.rows(made, sheet):
            if row.role != "drawn" and row.text.strip():
                voice.say(f"{row.lead.strip()} {row.text}".strip())


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
    told += f"{skill.recent_right} of the last {skill.recent} right"
    if schedule := made.schedules.get(skill.skill):
        back = "today" if schedule.due <= made.today else f"on {short_day(schedule.due)}"
        told += f"; it comes back {back}"
    lacks = missing(made.mastery[skill.skill])
    return f"{told}; {lacks}." if lacks == "mastered" else f"{told}; to master it: {lacks}."


def _topics(made: Figures) -> Iterator[str]:
    for topic in made.topics:
        if topic.name:
            yield f"{topic.name}: {topic.right} of {topic.answers} right."
    if not any(topic.name for topic in made.topics):
        yield "Nothing to tell yet."
