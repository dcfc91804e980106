"""What a student is told beside the items of a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom import phrases
from quizgame.classroom.state import Phase
from quizgame.tui import ink, story_ink
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from quizgame.classroom.attendance import Attendance
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.wire.outgoing import Common, Own
    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.text import Typography

MUTED = "$foreground-muted"
HEADING = "bold $accent"

WAIT = "Wait for the teacher."
CONNECTING = "Connecting ..."


def where(common: Common, number: int) -> str:
    """Which question it is, of how many; empty where none is."""
    if not number or common.phase in {Phase.LOBBY, Phase.ENDED}:
        return ""
    return f"{number} of {common.total}" if common.total else f"{number}"


def banner(attendance: Attendance) -> str:
    """Why nothing can be answered now; empty while something can, and where nothing is asked."""
    if attendance.link in {"connecting", "lost"}:
        return _unconnected(attendance.link, attendance)
    common = attendance.common
    if common is None or attendance.gone:
        return ""
    if common.paused:
        return phrases.PAUSED
    return {Phase.READ: phrases.READ_FIRST, Phase.LOCKED: phrases.CLOSED}.get(common.phase, "")


def below(key: str) -> str:
    """Where what can be picked is; a key leads there."""
    return f"Answer now. What you can choose is further down: {key}."


def _unconnected(link: LinkState, attendance: Attendance) -> str:
    if link == "connecting" and attendance.view is None:
        return CONNECTING
    return phrases.LOST_ON_THE_WAY if attendance.mine[1] == "sending" else phrases.LOST


def lobby(attendance: Attendance, type: Typography) -> list[Para]:
    """Who one is, and what is to come."""
    lines = [para(f"You are in: {type.line(attendance.name)}.", "bold")]
    lines += [para(WAIT), BLANK]
    own = attendance.view.own if attendance.view else None
    if own and own.team:
        lines += [para(f"Your team: {type.line(own.team)}."), BLANK]
    if own and own.people > 1:
        lines += [para(phrases.PAIR), BLANK]
    pace = attendance.common.pace if attendance.common else "class"
    return [*lines, para(phrases.LOBBY[pace], MUTED), para(phrases.UNSEEN, MUTED)]


def talk(*, told: bool) -> list[Para]:
    """What a class talks about: before the key is told, or after it."""
    first, *others = phrases.TALK_AFTER if told else phrases.TALK
    return [para(first, HEADING), *(para(words) for words in others), BLANK]


def points(own: Own) -> list[Para]:
    """What an answer has earned, quietly; nothing where nothing was earned or lost."""
    if own.points is None:
        return []
    return [
        BLANK,
        para(f"{phrases.number(own.points)} points; {phrases.number(own.total)} so far.", MUTED),
    ]


def total(own: Own) -> str:
    """What the whole lesson has earned."""
    return f"{phrases.number(own.total)} points in all."


def page(common: Common, type: Typography) -> list[Para]:
    """The class's front page so far."""
    return [para("The class's page so far", HEADING), BLANK, *_lines(common, type)]


def _lines(common: Common, type: Typography) -> list[Para]:
    lines = [ink.line(line, type, struck=line.struck) for line in common.page]
    return lines or [para("Nothing is printed yet.", MUTED)]


def scene(view: SceneView, type: Typography, width: int) -> list[Para]:
    """The clock, the story, and the papers on the desk in full."""
    shown = [*story_ink.clock(view, type, width), BLANK, *story_ink.story(view, type)]
    if view.desk:
        shown.append(para("On the desk", HEADING))
    for paper in view.desk:
        shown += [*story_ink.paper(paper, type), BLANK]
    return shown


def decided(told: Consequence, type: Typography, width: int) -> list[Para]:
    """What the class decided in a scene, and what came of it."""
    return [para(phrases.DECIDED, HEADING), *story_ink.told(told, type, width)]


def board(common: Common, type: Typography) -> list[Para]:
    """The class's front page as it stands, and how its teams do."""
    heading = [para("The class's front page", HEADING), BLANK]
    return [*heading, *_lines(common, type), *teams(common, type)]


def teams(common: Common, type: Typography) -> list[Para]:
    """The mean points of each team; nothing without teams."""
    if not common.teams:
        return []
    means = ", ".join(f"{type.line(team)} {phrases.number(n)}" for team, n in common.teams.items())
    return [BLANK, para(f"Points on the average: {means}.", MUTED)]


def gone(attendance: Attendance) -> list[Para]:
    """Why there is no seat any more."""
    first, then = phrases.GONE[attendance.gone]
    return [para(first, "bold"), BLANK, para(then)]
