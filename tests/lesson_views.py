"""What a hub says to a student in a small lesson: one item, asked and explained."""

from __future__ import annotations

from dataclasses import replace

from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import (
    Common,
    Given,
    Kept,
    Own,
    Stored,
    StudentView,
    Told,
    Welcome,
)
from quizgame.game.asking import ALLEGED, CONFIRMED, Asked, Choice, Mark, Passage
from quizgame.game.explaining import Explanation
from quizgame.game.front_page import PageLine
from quizgame.game.marking import words
from quizgame.game.skills import SKILLS

SESSION = "2031-03-04-1200"
TITLE = "The ferry and the fog"
TEXT = 'According to the harbour office, the ferry "carried 40 passengers" when it turned back.'
PASSAGE = Passage("gazette", "Harbour Gazette", "3 March 2031", TEXT, "", None)
MARKED = replace(PASSAGE, marks=(Mark(0, 12, "cue"), Mark(13, 31, "source")))
FERRY = Asked(
    "harbour/passengers?two-way@gazette",
    "two-way",
    (PASSAGE,),
    "On that day, how do you print this?",
    "The ferry carried 40 passengers.",
    (CONFIRMED, ALLEGED),
)
DIVERS = Asked(
    "harbour/what-divers-did?choice",
    "choice",
    (PASSAGE,),
    "",
    "What did the divers establish?",
    (Choice("Which ship", "1", "Which ship lies there"), Choice("Why", "2", "Why it sank")),
)
CUE = Asked(
    "harbour/passengers?cue@gazette",
    "cue",
    (PASSAGE,),
    "Mark the words that tell how it is known.",
    "The ferry carried 40 passengers.",
    (),
    words(TEXT),
)


def explained(*, right: bool, verdict: str = "On 3 March 2031 it was ALLEGED.") -> Explanation:
    """Why the ferry's passengers are alleged."""
    return Explanation(
        right=right,
        verdict=f"{'Yes.' if right else 'Not this time.'} {verdict}",
        statement=FERRY.statement,
        status="alleged",
        passages=(MARKED,),
        who="the harbour office",
        how="According to",
        small=(),
        skill=SKILLS["word"],
        why="Only the harbour office counted them.",
        printed="Harbour office: Ferry carried 40",
        because="",
        lifts="The passenger list.",
        others=(),
        independence="",
        decided="It rests on a word.",
    )


def kept(question: int = 1, **changes) -> Kept:
    """The answer as a save keeps it."""
    values = {
        "item": FERRY.item,
        "quote": "gazette",
        "chosen": "alleged",
        "right": True,
        "status": "alleged",
        "skill": "word",
        "article": "gazette",
        "confidence": "fairly",
        "seconds": 4.25,
        "line": "Harbour office: Ferry carried 40",
        "options": 2,
    }
    return Kept(question=question, **{**values, **changes})


def given(choice: str, *, question: int = 1, vote: int = 1, confidence: str = "") -> Given:
    return Given(question=question, vote=vote, choice=choice, confidence=confidence)


def view(phase: Phase, asked: Asked | None = None, *, own=None, told=None, keeps=(), **changes):
    """What a student may see; the question is the first of two unless told otherwise."""
    common = {
        "session": SESSION,
        "title": TITLE,
        "phase": phase,
        "pace": "own" if phase is Phase.OWN else "class",
        "number": 1 if asked else 0,
        "total": 2,
        "asked": asked,
        "vote": 1 if phase not in {Phase.LOBBY, Phase.READ} else 0,
        "left": None,
        "paused": False,
        "confidence": True,
        "page": (PageLine("Wreck is the trawler Anna", "confirmed"),),
    }
    mine = {
        "name": "Amber Otter",
        "team": "",
        "people": 1,
        "given": None,
        "right": None,
        "points": None,
        "total": 0,
        "answered": 0,
    }
    review = changes.pop("review", ())
    return StudentView(
        common=Common(**{**common, **changes}),
        own=Own(**{**mine, **(own or {})}),
        explained=told,
        kept=keeps,
        review=review,
    )


def told_again(number: int, asked: Asked, choice: str = "") -> Told:
    """What the review says of a question; without a choice it was not answered."""
    answer = given(choice, question=number) if choice else None
    right = choice == "alleged"
    why = explained(right=right)
    return Told(
        number=number, asked=asked, given=answer, right=right if choice else None, explained=why
    )


WELCOME = Welcome(session=SESSION, token="t" * 32, name="Amber Otter")


def stored(number: int, question: int = 1, vote: int = 1) -> Stored:
    return Stored(submission=f"s{number}", question=question, vote=vote)
