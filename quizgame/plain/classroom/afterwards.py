"""After a lesson, in lines: one true sentence, what was printed, and everything once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom import phrases
from quizgame.game import confidence, layout
from quizgame.game.front_page import front_page
from quizgame.game.summary import summarise
from quizgame.plain import consequences, telling
from quizgame.plain.classroom import moments
from quizgame.plain.classroom.dialogue import EVERYWHERE, Prompt
from quizgame.plain.prompts import Way, found, not_understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.classroom.attendance import Attendance, Note
    from quizgame.plain.classroom.dialogue import Dialogue
    from quizgame.plain.ears import Ears
    from quizgame.plain.voice import Voice


async def afterwards(voice: Voice, ears: Ears, attendance: Attendance) -> None:
    """Sums the lesson up; at a terminal it explains again until Enter or "quit" leaves."""
    voice.heading(phrases.OVER)
    view = attendance.view
    if view and view.common.ending:
        consequences.ending(voice, view.common.ending, view.common.epilogue)
    _sum_up(voice, attendance)
    told = _told(attendance)
    if not told or not voice.typed:
        return
    ways = [Way("", "leave"), *_list(voice, told)]
    while key := await _picked(voice, ears, ways):
        _explain(voice, told[int(key) - 1])


def _sum_up(voice: Voice, attendance: Attendance) -> None:
    """How many were right and how sure, the points, and what was printed."""
    answers, view = attendance.answers, attendance.view
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


def review(dialogue: Dialogue, attendance: Attendance) -> None:
    """Offers to explain everything again while the lesson goes on for others."""
    told = _told(attendance)
    if not told:
        return
    ways = _list(dialogue.voice, told)

    def again(key: str) -> None:
        _explain(dialogue.voice, told[int(key) - 1])
        dialogue.ask(prompt)

    prompt = Prompt("A number", again, ways)
    dialogue.ask(prompt)


def _told(attendance: Attendance) -> list[Note]:
    notes = [attendance.notes[number] for number in sorted(attendance.notes)]
    return [note for note in notes if note.explained]


def _list(voice: Voice, told: Sequence[Note]) -> list[Way]:
    """Says what was asked, a line each with the number that explains it."""
    voice.heading("Everything that was asked; a number explains it again:")
    ways = [Way(str(n), _entry(note)) for n, note in enumerate(told, 1)]
    for way in ways:
        voice.say(f"{way.key}  {way.text}")
    return ways


def _explain(voice: Voice, note: Note) -> None:
    moments.explanation(voice, note)
    if note.explained:
        voice.say()
        telling.parts(voice, layout.more(note.explained))


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
