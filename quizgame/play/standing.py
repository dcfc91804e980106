"""Where a player stands with a scenario, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.play.desk import Desk
    from quizgame.play.newsroom import Assignment
    from quizgame.text import Typography


def standing(one: Assignment) -> str:
    """Left at which scene, or how it has ended so far; empty for one that was never begun."""
    if one.left:
        where = f"scene {one.left.number} of {one.left.most}"
        return f"left at {one.left.time}, {where}" if one.left.time else f"left in {where}"
    if not one.ended:
        return ""
    best = f"; best edition: {one.best}" if one.best else ""
    return f"played {one.ended} times{best}" if one.ended > 1 else f"played once{best}"


def home(desk: Desk, type: Typography) -> tuple[str, str]:
    """The entry of home: the only scenario there is, or all of them with the one that was left."""
    newsroom = desk.newsroom
    if newsroom is None:
        return "Scenarios", ""
    waiting = newsroom.waiting()
    known = newsroom.scenarios
    if len(known) == 1:
        note = standing(waiting) if waiting else known[0].summary
        return type.line(known[0].title), type.line(note)
    if waiting:
        return "Scenarios", type.line(f"{waiting.scenario.title}: {standing(waiting)}")
    return "Scenarios", f"{len(known)} stories of decisions"
