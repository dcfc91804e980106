"""What a student is told beside the items of a lesson, the same on every front."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.classroom.attendance import Fate

FATES: dict[Fate, str] = {
    "": "",
    "sending": "Sending ...",
    "kept": "Kept.",
    "waits": "It is sent when the lesson goes on.",
    "late": "It came too late, and is not kept.",
}
"""What became of an answer."""

HOW_SURE = {"guess": ", a guess", "fairly": ", fairly sure", "sure": ", sure", "": ""}
"""How sure somebody was, behind the answer."""

STILL_OPEN = "You can change it until answers are closed."
ON_THE_WALL = "The question is on the wall."
READ_FIRST = "Read first. You can answer in a moment."
CLOSED = "Answers are closed. Wait for the teacher."
NOT_ANSWERED = "You did not answer."
PAUSED = "The lesson is paused. The clock stands still."
LOST = "You are not connected. What you answered is kept. Trying again ..."
LOST_ON_THE_WAY = "You are not connected. Your answer is sent as soon as you are."
ALL_ANSWERED = "That was the last one. Others are still at it."
DECIDED = "The class decided"
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
        "What you answered is kept. Try again, or leave, and join with the code.",
    ),
}
"""Why somebody has no seat any more, and what can be done."""

LOBBY = {
    "class": "Each question comes in two steps: first you read, then you answer.",
    "own": "Everybody goes at their own pace. After each answer you read why.",
}
"""What is to come, by the pace of the lesson."""
UNSEEN = "Your class never sees who answered what. Your teacher can, under this name."
PAIR = "You are two at this screen: agree on an answer before one of you presses a key."

TALK = (
    "Talk with your neighbour.",
    "What did each of you answer, and which words in the passage made you?",
    "What would convince you of the other answer? Then everybody votes again.",
)
"""What a class talks about before the key is told."""
TALK_AFTER = (
    "Talk with your neighbour.",
    "Which words in the passage decide it? How would you explain it to somebody who missed it?",
)
"""What it talks about after it."""

NAMES = {
    "given": "You get a name of two words. Enter joins.",
    "free": "How shall you be called? A nickname is enough.",
    "roster": "Your name, as it stands on your teacher's list:",
}
"""What is said where somebody new comes in."""
SHUT = "The teacher lets nobody new in at the moment. Whoever was in can come back."


def left(seconds: float) -> str:
    """How much time is left, coarser the more there is, so that it changes seldom."""
    if seconds > 100:
        return f"{ceil(seconds / 60)} min"
    if seconds > 20:
        return f"{ceil(seconds / 10) * 10} s"
    return f"{max(0, ceil(seconds))} s"


def answered(answer: str, sure: str, fate: Fate) -> str:
    """What was answered, how sure, and what became of it."""
    return f"Your answer: {answer}{HOW_SURE.get(sure, '')}. {FATES[fate]}".rstrip()


def second_vote(said: str) -> str:
    """What stands over a second vote."""
    return f"Second vote. Before the talk you said: {said}."


def number(points: float) -> str:
    """Points, whole ones; only the mean of a team has to be rounded for that."""
    return str(round(points))


def verdict_for_nobody(verdict: str) -> str:
    """A verdict for somebody who did not answer: neither right nor not."""
    for opening in ("Yes. ", "Not this time. "):
        verdict = verdict.removeprefix(opening)
    return f"{NOT_ANSWERED} {verdict}"
