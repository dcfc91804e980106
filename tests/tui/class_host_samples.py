"""Made-up views of a lesson, and a hub that only sends what a test tells it to."""

from __future__ import annotations

import asyncio
from math import inf

from quizgame.classroom.state import Phase
from quizgame.classroom.targets import Target
from quizgame.classroom.wire.outgoing import (
    Bar,
    Common,
    Done,
    HostView,
    ProjectorView,
    Refused,
    Seat,
    Tally,
)
from quizgame.game.asking import ALLEGED, CONFIRMED, Asked, Choice, Mark, Passage
from quizgame.game.explaining import Explanation
from quizgame.game.front_page import PageLine
from quizgame.game.skills import words

CODE = "K7M2PXQ"
ADDRESS = "192.168.7.23:8765"
PASSAGE = Passage(
    article="gazette",
    outlet="Harbour Gazette",
    dated="3 March 2031",
    text='According to the harbour office, the ferry "carried 40 passengers" when it turned back.',
    note="",
    at=None,
)
ASKED = Asked(
    item="harbour/passengers?two-way@gazette",
    kind="two-way",
    passages=(PASSAGE,),
    prompt="On that day, how do you print this?",
    statement="The ferry carried 40 passengers.",
    choices=(CONFIRMED, ALLEGED),
)
NUMBERED = Asked(
    item="harbour/what-divers-did?choice",
    kind="choice",
    passages=(PASSAGE,),
    prompt="",
    statement="What did the divers establish?",
    choices=(
        Choice("w0", "1", "Why the ferry turned back so late in the evening"),
        Choice("right", "2", "Which ship lies there"),
        Choice("w1", "3", "Who switched off the lamp"),
    ),
)
EXPLAINED = Explanation(
    right=True,
    verdict="Yes. On that day it was ALLEGED.",
    statement="The ferry carried 40 passengers.",
    status="alleged",
    passages=(
        Passage(
            **{name: getattr(PASSAGE, name) for name in ("article", "outlet", "dated", "text")},
            note="",
            at=None,
            marks=(Mark(0, 12, "cue"), Mark(13, 31, "source")),
        ),
    ),
    who="the harbour office",
    how="According to",
    small=(),
    skill=words("word"),
    why="Only the harbour office counted them, and nobody else has seen the list.",
    printed="Harbour office: Ferry carried 40",
    because="",
    lifts="",
    others=(),
    independence="",
    decided="",
)
PAGE = (
    PageLine("Wreck is the trawler Anna", "confirmed"),
    PageLine("Harbour office: Ferry carried 40", "alleged"),
)
BARS = (
    Bar(option="confirmed", text="CONFIRMED", count=12, right=False, confident=5,
        because="A count that one side gives is still that side's word."),
    Bar(option="alleged", text="ALLEGED", count=16, right=True, confident=9),
)  # fmt: skip
AFTER = (
    Bar(option="confirmed", text="CONFIRMED", count=3, right=False, confident=1),
    Bar(option="alleged", text="ALLEGED", count=25, right=True, confident=20),
)
ALWAYS = ("kick", "readmit", "rename", "allow", "close", "end")
VERBS = {
    Phase.LOBBY: ("begin",),
    Phase.READ: ("open", "pause", "skip"),
    Phase.OPEN: ("lock", "extend", "pause", "skip"),
    Phase.LOCKED: ("reveal", "discuss", "skip"),
    Phase.REVEALED: ("board", "discuss", "next"),
    Phase.DISCUSS: ("open", "reveal"),
    Phase.BOARD: ("next",),
    Phase.OWN: ("lock",),
    Phase.ENDED: (),
}


def seat(number: int, name: str = "", **changes) -> Seat:
    """A student on the list; those of even numbers have answered."""
    values = {
        "student": number,
        "name": name or f"Quiet Heron {number}",
        "team": "",
        "people": 1,
        "allowance": 1.0,
        "present": True,
        "out": False,
        "answered": number % 2 == 0,
        "points": 10 * (number % 3),
    }
    return Seat(**{**values, **changes})


def common(phase: Phase, **changes) -> Common:
    values = {
        "session": "2031-03-04-1200",
        "title": "The ferry and the fog",
        "phase": phase,
        "pace": "class",
        "number": 0 if phase == Phase.LOBBY else 2,
        "total": 6,
        "asked": None if phase in {Phase.LOBBY, Phase.BOARD, Phase.ENDED} else ASKED,
        "vote": 0 if phase in {Phase.LOBBY, Phase.READ} else 1,
        "left": None,
        "paused": False,
        "confidence": True,
    }
    return Common(**{**values, **changes})


def tally(**changes) -> Tally:
    return Tally(**{"vote": 1, "answered": 23, "present": 28, "stored": 23, **changes})


def told(*every: tuple[Bar, ...], discuss: bool = False) -> tuple[Tally, ...]:
    """The votes once the key is told."""
    return tuple(
        tally(
            vote=vote,
            answered=28,
            stored=28,
            bars=bars,
            right=sum(b.count for b in bars if b.right) / 28,
            discuss=discuss,
        )
        for vote, bars in enumerate(every, 1)
    )


def host_view(phase: Phase, *, of: dict | None = None, **changes) -> HostView:
    """What the teacher may see; `of` changes what it shares with the students' views."""
    moment = common(phase, **(of or {}))
    values = {
        "common": moment,
        "code": CODE,
        "address": ADDRESS,
        "closed": False,
        "hands": False,
        "explained": EXPLAINED if phase == Phase.REVEALED else None,
        "tallies": _tallies(phase),
        "options": tuple((c.id, c.text) for c in moment.asked.choices) if moment.asked else (),
        "verbs": (*VERBS[phase], *(ALWAYS if phase != Phase.ENDED else ())),
        "seats": tuple(seat(n) for n in range(1, 29)),
    }
    return HostView(**{**values, **changes})


def _tallies(phase: Phase) -> tuple[Tally, ...]:
    if phase == Phase.REVEALED:
        return told(BARS, discuss=True)
    return (tally(),) if phase in {Phase.OPEN, Phase.LOCKED, Phase.DISCUSS} else ()


def wall_view(phase: Phase, *, of: dict | None = None, **changes) -> ProjectorView:
    """What the wall may show."""
    values = {
        "common": common(phase, **(of or {})),
        "code": CODE,
        "address": ADDRESS,
        "closed": False,
        "present": 28,
        "answered": 23,
        "tallies": _tallies(phase) if phase == Phase.REVEALED else (),
        "explained": EXPLAINED if phase == Phase.REVEALED else None,
    }
    return ProjectorView(**{**values, **changes})


ENDED = host_view(
    Phase.ENDED,
    of={"page": PAGE, "number": 6},
    mean=0.64,
    hardest=(("The ferry carried 40 passengers.", 0.29), ("A new timetable begins in May.", 0.5)),
    confidently_wrong=(("The ferry carried 40 passengers.", 5),),
    misconceptions=(("A count that one side gives is still that side's word.", 12),),
)
SEATS = (
    seat(1, "Quiet Heron", people=2),
    seat(2, "Brave Lamp", allowance=1.5),
    seat(3, "Late Ferry", present=False, allowance=inf),
    seat(4, "Odd Pier", out=True),
)


class FakeHub:
    """A connection as the screens see it: a test sends views, and sees the verbs.

    Attributes:
        done: the verbs so far, with their fields.
        refuses: what verbs are answered with; None carries them out.
    """

    def __init__(self, *views, link: str = "connected") -> None:
        self.views = list(views)
        self.link = link
        self.done: list[tuple[str, dict]] = []
        self.refuses: str | None = None

    def __call__(self, *, on_message, on_link):
        self.why = ""
        self.target = Target("127.0.0.1", 4747)
        self.send, self.tell_link = on_message, on_link
        return self

    async def run(self) -> None:
        self.tell_link(self.link)
        for view in self.views:
            self.send(view)
        await asyncio.Event().wait()

    def turn_to(self, target) -> None:
        self.target = target

    async def do(self, verb, **fields):
        self.done.append((verb, fields))
        if self.refuses:
            return Refused(why="not-now", text=self.refuses)
        return Done(ref="r")
