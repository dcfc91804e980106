"""A hub that only talks: views of a lesson in order, and a student's app that hears them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tui_samples import NOON

from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import (
    Common,
    Given,
    Here,
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
from quizgame.tui.classroom.student.app import JoinApp
from quizgame.tui.classroom.student.options import JoinOptions

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
        "total": 0.0,
        "answered": 0,
        "told": 0,
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


class FakeClient:
    """Takes answers, and remembers them."""

    token = "t" * 32
    why = "Nobody answers there."

    def __init__(self) -> None:
        self.sent: list[Given] = []

    async def run(self) -> None:
        return

    async def submit(self, question, vote, choice, confidence, *, more=False) -> str:
        self.sent.append(given(choice, question=question, vote=vote, confidence=confidence))
        return f"s{len(self.sent)}"


class FakeEntrance:
    """A way in that leads nowhere: the test says what the hub says."""

    def __init__(self, names: str = "given", tickets=()) -> None:
        self.client = FakeClient()
        self.names, self.tickets = names, tickets
        self.hellos: list[object] = []

    async def find(self, typed: str):
        return Here(session=SESSION, title=TITLE, names=self.names, closed=False), self.tickets

    def newcomer(self, name: str, people: int):
        return (name, people)

    def returning(self, ticket):
        return ticket

    def again(self):
        return "again"

    def open(self, hello, on_message, on_link):
        self.hellos.append(hello)
        return self.client

    def keep(self, welcome) -> None:
        return

    def let_go(self) -> None:
        return

    def tear(self) -> None:
        return


WELCOME = Welcome(session=SESSION, token="t" * 32, name="Amber Otter")


def now() -> datetime:
    return NOON


def joining(saves, entrance: FakeEntrance | None = None, **options) -> JoinApp:
    """A student's app with its clock stopped, at a door that leads to the fake hub."""
    fake = entrance or FakeEntrance()
    app = JoinApp(JoinOptions(**{"code": "K7F3", "saves": saves, **options}), now)
    app.make_entrance = lambda: fake
    app.settle = 0.0
    app.animation_level = "none"
    return app


def says(app: JoinApp, *messages) -> None:
    """The hub says something."""
    for message in messages:
        app.post_message(JoinApp.Said(message))


def stored(number: int, question: int = 1, vote: int = 1) -> Stored:
    return Stored(submission=f"s{number}", question=question, vote=vote)
