"""What a student is told beside the items of a lesson."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from quizgame.classroom.state import Phase
from quizgame.tui import ink, story_ink
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from quizgame.classroom.attendance import Attendance, Fate
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.wire.outgoing import Common, Own
    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.text import Typography

MUTED = "$foreground-muted"
HEADING = "bold $accent"

FATES: dict[Fate, str] = {
    "": "",
    "sending": "Sending ...",
    "kept": "Kept.",
    "waits": "It is sent when the lesson goes on.",
    "late": "It came too late, and is not kept.",
}
HOW_SURE = {"guess": ", a guess", "fairly": ", fairly sure", "sure": ", sure", "": ""}
STILL_OPEN = "You can change it until answers are closed."
ON_THE_WALL = "The question is on the wall."
READ_FIRST = "Read first. You can answer in a moment."
CLOSED = "Answers are closed. Wait for the teacher."
WAIT = "Wait for the teacher."
NOT_ANSWERED = "You did not answer."
PAUSED = "The lesson is paused. The clock stands still."
LOST = "You are not connected. What you answered is kept. Trying again ..."
LOST_ON_THE_WAY = "You are not connected. Your answer is sent as soon as you are."
CONNECTING = "Connecting ..."
ALL_ANSWERED = "That was the last one. Others are still at it."
OVER = "The lesson is over."
GONE = {
    "out": (
        "The teacher has sent you out of this lesson.",
        "What you answered is kept. Talk to your teacher, who can let you back in.",
    ),
    "replaced": (
        "You are in this lesson on another screen now.",
        "It goes on there. To take your seat back to this screen, try again.",
    ),
    "closed": (
        "The connection was closed.",
        "What you answered is kept. Try again, or leave with q and join with the code.",
    ),
}
LOBBY = {
    "class": "Each question comes in two steps: first you read, then you answer.",
    "own": "Everybody goes at their own pace. After each answer you read why.",
}
UNSEEN = "Your class never sees who answered what. Your teacher can, under this name."
PAIR = "You are two at this screen: agree on an answer before one of you presses a key."

_TALK = (
    "Talk with your neighbour.",
    "What did each of you answer, and which words in the passage made you?",
    "What would convince you of the other answer? Then everybody votes again.",
)
_TALK_AFTER = (
    "Talk with your neighbour.",
    "Which words in the passage decide it? How would you explain it to somebody who missed it?",
)


def left(seconds: float) -> str:
    """How much time is left, coarser the more there is, so that it changes seldom."""
    if seconds > 100:
        return f"{ceil(seconds / 60)} min"
    if seconds > 20:
        return f"{ceil(seconds / 10) * 10} s"
    return f"{max(0, ceil(seconds))} s"


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
        return PAUSED
    return {Phase.READ: READ_FIRST, Phase.LOCKED: CLOSED}.get(common.phase, "")


def _unconnected(link: LinkState, attendance: Attendance) -> str:
    if link == "connecting" and attendance.view is None:
        return CONNECTING
    return LOST_ON_THE_WAY if attendance.mine[1] == "sending" else LOST


def lobby(attendance: Attendance, type: Typography) -> list[Para]:
    """Who one is, and what is to come."""
    lines = [para(f"You are in: {type.line(attendance.name)}.", "bold")]
    lines += [para(WAIT), BLANK]
    own = attendance.view.own if attendance.view else None
    if own and own.team:
        lines += [para(f"Your team: {type.line(own.team)}."), BLANK]
    if own and own.people > 1:
        lines += [para(PAIR), BLANK]
    pace = attendance.common.pace if attendance.common else "class"
    return [*lines, para(LOBBY[pace], MUTED), para(UNSEEN, MUTED)]


def answered(answer: str, sure: str, fate: Fate) -> str:
    """What was answered, how sure, and what became of it; the answer must be clean already."""
    return f"Your answer: {answer}{HOW_SURE.get(sure, '')}. {FATES[fate]}".rstrip()


def talk(*, told: bool) -> list[Para]:
    """What a class talks about: before the key is told, or after it."""
    first, *others = _TALK_AFTER if told else _TALK
    return [para(first, HEADING), *(para(words) for words in others), BLANK]


def points(own: Own) -> list[Para]:
    """What an answer has earned, quietly; nothing where nothing was earned or lost."""
    if own.points is None:
        return []
    return [BLANK, para(f"{_number(own.points)} points; {_number(own.total)} so far.", MUTED)]


def total(own: Own) -> str:
    """What the whole lesson has earned."""
    return f"{_number(own.total)} points in all."


def _number(points: float) -> str:
    return f"{round(points, 1):g}"


def second_vote(said: str) -> str:
    """What stands over a second vote; what was said first must be clean already."""
    return f"Second vote. Before the talk you said: {said}."


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
    return [para("The class decided", HEADING), *story_ink.told(told, type, width)]


def board(common: Common, type: Typography) -> list[Para]:
    """The class's front page as it stands, and how its teams do."""
    heading = [para("The class's front page", HEADING), BLANK]
    return [*heading, *_lines(common, type), *teams(common, type)]


def teams(common: Common, type: Typography) -> list[Para]:
    """The mean points of each team; nothing without teams."""
    if not common.teams:
        return []
    means = ", ".join(f"{type.line(team)} {_number(n)}" for team, n in common.teams.items())
    return [BLANK, para(f"Points on the average: {means}.", MUTED)]


def gone(attendance: Attendance) -> list[Para]:
    """Why there is no seat any more."""
    first, then = GONE[attendance.gone]
    return [para(first, "bold"), BLANK, para(then)]


def verdict_for_nobody(verdict: str) -> str:
    """A verdict for somebody who did not answer: neither right nor not."""
    for opening in ("Yes. ", "Not this time. "):
        verdict = verdict.removeprefix(opening)
    return f"{NOT_ANSWERED} {verdict}"
