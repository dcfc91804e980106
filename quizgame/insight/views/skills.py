"""The twelve skills, in the words in which they are asked: mastery, and when they come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import mastery, skills
from quizgame.insight.progress import RECENT
from quizgame.insight.views.rows import BLANK, Row, counted, short_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from quizgame.game.mastery import Condition, Mastery
    from quizgame.insight.figures import Figures
    from quizgame.insight.progress import SkillProgress
    from quizgame.insight.views.rows import Sheet
    from quizgame.text import Typography

_QUESTION, _BACK = 33, 9
_BAR = RECENT + 2
_ONE_LINE = 70
"""From so many cells on a skill has one line and not two."""

_LACKS: dict[str, Callable[[int], str]] = {
    "right": lambda n: f"{n} more right",
    "kinds": lambda n: f"{n} of another kind",
    "articles": lambda n: "another paper" if n == 1 else f"{n} papers",
    "days": lambda n: "another day" if n == 1 else f"{n} days",
    "sure": lambda n: f"{n} more sure",
}
_HEADS = {"right": "right", "kinds": "kinds", "articles": "papers", "days": "days", "sure": "sure"}
_RULE = (
    f"Mastered: {mastery.RIGHT} of the last {mastery.WINDOW} right, {mastery.OTHER_KINDS} of them "
    f"not two-way, from {mastery.ARTICLES} articles, on {mastery.DAYS} days, and fairly sure or "
    f"sure of them; that counts while {100 * mastery.HOLDS:.0f} % of such answers are right."
)


def view(made: Figures, sheet: Sheet) -> list[Row]:
    """A line for each skill: its last answers, when it comes back, what it lacks."""
    if sheet.figures:
        return list(_figures(made, sheet))
    head = f"{'The last six answers':<{_QUESTION + _BAR}}{'back on':<{_BACK}}"
    lacks = "to master it" if sheet.width >= _ONE_LINE else ""
    rows = [Row(f"{head}{lacks}".rstrip(), "strong"), BLANK]
    for skill in made.progress.skills:
        rows += _skill(made, skill, sheet)
    if not made.past:
        rows += [BLANK, Row("Here will stand when each comes back, and what it lacks.", "muted")]
    return rows


def _skill(made: Figures, skill: SkillProgress, sheet: Sheet) -> list[Row]:
    lead = f"{question(skill)}{bar(skill, sheet.type)}  {_back(made, skill.skill):<{_BACK}}"
    lacks = missing(made.mastery[skill.skill])
    if not skill.answers:
        return [Row(f"{question(skill)}{bar(skill, sheet.type)}  not met yet", "drawn")]
    if sheet.width >= _ONE_LINE:
        return [Row(lacks, "", lead)]
    return [Row(lead.rstrip(), "drawn"), Row(lacks, "muted", "  ")]


def question(skill: SkillProgress) -> str:
    """A skill in the words in which it is asked, in a column."""
    words = skills.words(skill.skill)
    return f"{words.question if words else skill.skill:<{_QUESTION}}"


def bar(skill: SkillProgress, type: Typography) -> str:
    """The last answers of a skill: a full sign for each right one."""
    return type.full * skill.recent_right + type.empty * (RECENT - skill.recent_right)


def missing(near: Mastery) -> str:
    """What a skill lacks to be mastered, in words.

    As long as there are too few right answers, nothing else is told: the rest is counted in them.
    """
    if near.mastered:
        return "mastered"
    lacks = [condition for condition in near.missing if condition.name == "right"] or near.missing
    return ", ".join(_LACKS[one.name](one.need - one.have) for one in lacks)


def _back(made: Figures, skill: str) -> str:
    schedule = made.schedules.get(skill)
    if schedule is None:
        return ""
    return "today" if schedule.due <= made.today else _soon(schedule.due, made.today)


def _soon(day: date, today: date) -> str:
    return short_day(day) if day.year == today.year else f"in {day.year}"


def _figures(made: Figures, sheet: Sheet) -> Iterator[Row]:
    """Every condition of mastery: what there is of what there must be."""
    cells = 4 if sheet.width < _ONE_LINE else 8
    shown = [head if cells > len(head) else f" {head[0]}" for head in _HEADS.values()]
    columns = "".join(f"{head:<{cells}}" for head in shown).rstrip()
    # Wrapping takes the spaces at the beginning of a text away.
    indent = " " * (_QUESTION + len(columns) - len(columns.lstrip()))
    yield Row(columns.lstrip(), "strong", indent)
    yield BLANK
    for skill in made.progress.skills:
        near = made.mastery[skill.skill]
        told = "".join(f"{_of(one):<{cells}}" for one in near.conditions)
        yield Row(f"{question(skill)}{told}".rstrip(), "drawn")
    yield BLANK
    if cells < len("papers"):
        letters = (f"{head[0]} {head}" for head in _HEADS.values())
        yield Row(f"{', '.join(letters)}.", "muted")
    yield Row(_RULE, "muted")
    if any(one.waived for near in made.mastery.values() for one in near.conditions):
        yield Row("What the pack or your settings cannot give is not asked for.", "muted")
    yield Row(f"{counted(len(made.due), 'skill')} due today.", "muted")


def _of(one: Condition) -> str:
    return f"{min(one.have, one.need)}/{one.need}"
