"""From the game's values to lines: every mark and every sign in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import statuses
from quizgame.game.layout import INDENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.game.asking import Asked, Passage
    from quizgame.game.front_page import FrontPage, PageLine
    from quizgame.game.layout import Part
    from quizgame.plain.voice import Voice


def question(voice: Voice, asked: Asked) -> None:
    """The evidence first, then what is asked."""
    for passage in asked.passages:
        evidence(voice, passage)
        voice.say()
    if asked.prompt:
        voice.say(asked.prompt)
    voice.say(asked.statement)


def evidence(voice: Voice, passage: Passage) -> None:
    """Outlet and date, then the passage, unmarked."""
    note = f" ({passage.note})" if passage.note else ""
    voice.say(f"{passage.outlet}, {passage.dated}{note}:")
    voice.say(passage.text, indent=2)


def parts(voice: Voice, given: Iterable[Part]) -> None:
    """An explanation, part by part."""
    for part in given:
        voice.say(part.text, indent=INDENT.get(part.role, 0))


def page(voice: Voice, made: FrontPage) -> None:
    """The lines of a front page: the news, opinion apart, the corrections."""
    for printed in made.news:
        voice.say(line(printed), indent=2)
    for heading, lines in (("Opinion", made.opinion), ("Corrections", made.corrections)):
        if lines:
            voice.say(f"{heading}:")
        for printed in lines:
            voice.say(line(printed), indent=2)


def line(printed: PageLine) -> str:
    """A line of a front page with its status in words."""
    struck = "struck out" if printed.struck else ""
    marks = [mark for mark in (status(printed.status), struck) if mark]
    return f"{printed.text} ({', '.join(marks)})" if marks else printed.text


def status(kept: str) -> str:
    """The name of a status as a save has it; empty if it is none."""
    return next((word.name for name, word in statuses.WORDS.items() if name == kept), "")
