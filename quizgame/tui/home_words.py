"""What home says, from the state of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import skills
from quizgame.game.corrections import open_corrections
from quizgame.game.front_page import front_page
from quizgame.insight.progress import RECENT, progress
from quizgame.tui import ink
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from quizgame.insight.progress import SkillProgress
    from quizgame.play.desk import Desk
    from quizgame.text import Typography


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
    return f"Go on: {type.line(begun.title)}", f"{len(given) + 1} of {len(begun.items)}"


def new_round(desk: Desk, type: Typography) -> str:
    """What a new round would be about."""
    waiting = open_corrections(desk.player.answers)
    if not waiting:
        return type.line(desk.pack.title) if desk.pack else ""
    many = "1 correction waits" if len(waiting) == 1 else f"{len(waiting)} corrections wait"
    rules = {correction.missed.skill for correction in waiting}
    words = skills.words(waiting[0].missed.skill)
    return f"{many}: {words.question}" if words and len(rules) == 1 else many


def below(desk: Desk, type: Typography, lines: int) -> list[Para]:
    """The last lines of the front page, and how the skills stand."""
    made = front_page(desk.player.answers, desk.player.printed())
    printed = [*made.news, *made.opinion]
    shown: list[Para] = []
    if printed:
        shown += [BLANK, para("On your front page", "bold $accent")]
        shown += [ink.line(line, type) for line in printed[-lines:]]
        if len(printed) > lines:
            shown.append(para(f"+ {len(printed) - lines} more", "$foreground-muted"))
    return shown + _skills(desk, type)


def _skills(desk: Desk, type: Typography) -> list[Para]:
    every = progress(desk.player.answers).skills
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
