"""What home says, from the state of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.game.front_page import front_page
from quizgame.insight.progress import RECENT, by_skill
from quizgame.tui import ink
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.game.history import Answered
    from quizgame.insight.progress import SkillProgress
    from quizgame.play.desk import Desk
    from quizgame.text import Typography

_LINES = 4


def notices(desk: Desk, type: Typography) -> list[Para]:
    """What the player must be told first: trouble with the save or with the packs."""
    told = [*desk.player.notices, *desk.notices]
    return [para(type.clean(notice), "bold") for notice in told] + ([BLANK] if told else [])


def waiting(desk: Desk, type: Typography) -> tuple[str, str] | None:
    """The round that was left, and where; None if none was."""
    left = desk.player.open_round()
    if left is None:
        return None
    begun, given = left
    return "Go on", f"{type.line(begun.title)}, {len(given) + 1} of {len(begun.items)}"


def below(desk: Desk, type: Typography, rows: int) -> list[Para]:
    """The last lines of the front page, and how the skills stand, in so many rows if they fit."""
    told = desk.told()
    made = front_page(told, desk.player.printed())
    printed = [*made.news, *made.opinion]
    skilled = _skills(told, type)
    lines = min(_LINES, max(1, rows - len(skilled) - 3))
    shown: list[Para] = []
    if printed:
        shown += [BLANK, para("On your front page", "bold $accent")]
        shown += [ink.line(line, type) for line in printed[-lines:]]
        if len(printed) > lines:
            shown.append(para(f"+ {len(printed) - lines} more", "$foreground-muted"))
    return shown + skilled


def _skills(told: Sequence[Answered], type: Typography) -> list[Para]:
    every = by_skill(told)
    rows = [("Getting steady", skill) for skill in every if skill.steady][:1]
    rows += [("Worth a look", skill) for skill in every if skill.shaky][:1]
    shown = [para(f"{label:<15} {bar(skill, type)}  {_question(skill)}") for label, skill in rows]
    return [BLANK, *shown] if shown else []


def bar(skill: SkillProgress, type: Typography) -> str:
    """The last answers of a skill: a full sign for each right one."""
    return type.full * skill.recent_right + type.empty * (RECENT - skill.recent_right)


def _question(skill: SkillProgress) -> str:
    words = skills.words(skill.skill)
    return words.question if words else skill.skill
