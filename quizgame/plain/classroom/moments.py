"""What is said when a moment of a lesson comes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.classroom import phrases
from quizgame.classroom.state import Phase
from quizgame.game import layout
from quizgame.plain import consequences, telling
from quizgame.plain.prompts import show
from quizgame.plain.rounds import answers

if TYPE_CHECKING:
    from quizgame.classroom.attendance import Attendance, Note
    from quizgame.classroom.wire.outgoing import Common
    from quizgame.game.asking import Asked
    from quizgame.plain.voice import Voice

_ROWS = 1000
"""On lines there is room for everything that a first view may hold."""


def lobby(voice: Voice, attendance: Attendance) -> None:
    """Who one is, and what is to come."""
    voice.heading(f"You are in: {attendance.name}. Wait for the teacher.")
    own = attendance.view.own if attendance.view else None
    if own and own.team:
        voice.say(f"Your team: {own.team}.")
    if own and own.people > 1:
        voice.say(phrases.PAIR)
    voice.say(phrases.LOBBY[attendance.common.pace if attendance.common else "class"])
    voice.say(phrases.UNSEEN)


def where(common: Common, number: int) -> str:
    """Which question it is, of how many."""
    what = "Scene" if common.scene else "Question"
    return f"{what} {number} of {common.total}." if common.total else f"{what} {number}."


def question(voice: Voice, common: Common, number: int) -> None:
    """The question, and what can be picked."""
    asked = common.asked
    voice.heading(where(common, number))
    if asked is None:
        return
    if asked.passages or asked.statement or asked.prompt:
        telling.question(voice, asked)
    else:
        voice.say(phrases.ON_THE_WALL)
    options(voice, asked)


def options(voice: Voice, asked: Asked) -> None:
    """What can be picked, a line each."""
    if asked.choices:
        voice.say()
        show(voice, answers(asked))


def closed(voice: Voice, attendance: Attendance) -> None:
    """That no more answers are taken, and what was answered."""
    given, fate = attendance.mine
    asked = attendance.common.asked if attendance.common else None
    voice.say(phrases.CLOSED)
    if given and asked:
        voice.say(phrases.answered(asked.answer_text(given.choice), given.confidence, fate))
    else:
        voice.say(phrases.FATES["late"] if fate == "late" else phrases.NOT_ANSWERED)


def talk(voice: Voice, attendance: Attendance) -> None:
    """What the class talks about."""
    common = attendance.common
    told = common is not None and common.number in attendance.notes
    voice.say()
    voice.tell(phrases.TALK_AFTER if told else phrases.TALK)


def explanation(voice: Voice, note: Note) -> None:
    """Why an answer was right or not, or what the majority decided and what came of it."""
    voice.say()
    if note.settled:
        voice.say(f"{phrases.DECIDED}: {note.settled}")
    if note.consequence:
        consequences.consequence(voice, note.consequence)
    explained = note.explained
    if explained is None:
        return
    if note.given is None:
        explained = replace(explained, verdict=phrases.verdict_for_nobody(explained.verdict))
    telling.parts(voice, layout.first_view(explained, rows=_ROWS))


def points(voice: Voice, attendance: Attendance) -> None:
    """What the answer has earned; nothing where nothing was earned or lost."""
    own = attendance.view.own if attendance.view else None
    if own and own.points is not None and own.right is not None:
        earned, total = phrases.number(own.points), phrases.number(own.total)
        voice.say(f"{earned} points; {total} so far.")


def page(voice: Voice, common: Common) -> None:
    """The class's front page as it stands, and how its teams do."""
    voice.heading("The class's front page:")
    if not common.page:
        voice.say("Nothing is printed yet.")
    for line in common.page:
        voice.say(telling.line(line), indent=2)
    if common.teams:
        means = ", ".join(f"{team} {phrases.number(mean)}" for team, mean in common.teams.items())
        voice.say(f"Points on the average: {means}.")


def time_left(voice: Voice, common: Common, seconds: float | None) -> None:
    """How much time is left, on demand."""
    if common.paused:
        voice.say(phrases.PAUSED)
    elif seconds is None or common.phase not in {Phase.READ, Phase.OPEN}:
        voice.say("There is no limit now.")
    else:
        until = "Answers open in" if common.phase is Phase.READ else "Time left:"
        voice.say(f"{until} {phrases.left(seconds)}.")
