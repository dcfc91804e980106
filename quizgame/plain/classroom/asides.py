"""What can be typed at any time of a lesson, beside the answer that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.plain.classroom.dialogue import EVERYWHERE
from quizgame.plain.prompts import Way, not_understood
from quizgame.plain.voice import QuitError

if TYPE_CHECKING:
    from quizgame.plain.classroom.answering import Answering
    from quizgame.plain.classroom.dialogue import Dialogue
    from quizgame.plain.classroom.pace import Pace

_TIME = Way("t", "the time that is left")
_PAGE = Way("p", "the class's front page")
_MORE = Way("o", "the rest of the explanation")


def take(heard: str, dialogue: Dialogue, answering: Answering, pace: Pace) -> None:
    """Does what a line says: one of the words that always work, or an answer.

    Raises:
        QuitError: "quit" was typed.
    """
    match heard.casefold():
        case "quit":
            raise QuitError
        case "?" | "help":
            about = dialogue.prompt.about if dialogue.prompt else ""
            dialogue.help(_ways(dialogue, answering), about)
        case "again":
            pace.again()
        case "t":
            pace.tell_time()
        case "p":
            pace.tell_page()
        case "o" if dialogue.prompt is None:
            pace.more()
        case _ if dialogue.prompt:
            dialogue.answer(heard)
        case _ if heard and not answering.change(heard):
            not_understood(dialogue.voice, heard, _ways(dialogue, answering), EVERYWHERE)


def _ways(dialogue: Dialogue, answering: Answering) -> list[Way]:
    more = [] if dialogue.prompt else [_MORE]
    return [*answering.ways, *more, _TIME, _PAGE]
