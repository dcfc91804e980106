"""After a lesson, in lines: one true sentence, what was printed, and everything once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom import phrases
from quizgame.game import confidence, layout
from quizgame.game.front_page import front_page
from quizgame.game.summary import summarise
from quizgame.plain import consequences, telling
from quizgame.plain.classroom import moments
from quizgame.plain.classroom.dialogue import EVERYWHERE
from quizgame.plain.prompts import Way, found, not_understood

if TYPE_CHECKING:
    from quizgame.classroom.attendance import Attendance, Note
    from quizgame.plain.ears import Ears
    from quizgame.plain.voice import Voice


async def afterwards(voice: Voice, ears: Ears, attendance: Attendance) -> None:
    """Sums the lesson up; at a terminal it explains again until Enter or "quit" leaves."""
    _sum_up(voice, attendance)
    notes = [attendance.notes[number] for number in sorted(attendance.notes)]
    told = [note for note in notes if note.explained]
    if not told or not voice.typed:
        return
    voice.heading("Everything that was asked; a number explains it again:")
    ways = [Way(str(n), _entry(note)) for n, note in enumerate(told, 1)]
    for way in ways:
        voice.say(f"{way.key}  {way.text}")
    while key := await _picked(voice, ears, [Way("", "leave"), *ways]):
        note = told[int(key) - 1]
        moments.explanation(voice, note)
        voice.say()
        if note.explained:
            telling.parts(voice, layout.more(note.explained))


def _sum_up(voice: Voice, attendance: Attendance) -> None:
    answers, view = attendance.answers, attendance.view
    voice.heading(phrases.OVER)
    if view and view.common.ending:
        consequences.ending(voice, view.common.ending, view.common.epilogue)
    if answers:
        voice.say(summarise(answers))
    if sure := confidence.in_words(answers):
        voice.say(sure)
    if answers and view:
        voice.say(f"{phrases.number(view.own.total)} points in all.")
    printed = front_page([answer for answer in answers if answer.right])
    if not printed.empty:
        voice.heading("You printed:")
        telling.page(voice, printed)


def _entry(note: Note) -> str:
    if note.given is None:
        said = phrases.NOT_ANSWERED
    else:
        said = "Yes:" if note.explained and note.explained.right else "Not this time:"
    asked = note.asked.statement if note.asked else ""
    return f"{said} {asked or (note.explained.statement if note.explained else '')}"


async def _picked(voice: Voice, ears: Ears, ways: list[Way]) -> str:
    """A number; empty where somebody leaves."""
    while True:
        voice.prompt("A number, or Enter to leave")
        line = await ears.line()
        if line is None:
            voice.end_line()
            return ""
        heard = voice.heard(line)
        if heard.casefold() == "quit":
            return ""
        key = found(heard, ways)
        if key is not None:
            return key
        not_understood(voice, heard, ways, EVERYWHERE)
