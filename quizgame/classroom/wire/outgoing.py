"""What the hub sends. Each role has classes of its own, built by functions of its own.

A `...View` is everything that this role may see now, so that whoever comes back needs one message.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from quizgame.classroom.lesson import Names, Pace
from quizgame.classroom.state import Phase
from quizgame.classroom.wire.incoming import VerbName
from quizgame.classroom.wire.message import Message, Name, SessionId, Token
from quizgame.game import asking, explaining, front_page, skills
from quizgame.game.asking import Asked
from quizgame.game.explaining import Explanation
from quizgame.game.front_page import PageLine
from quizgame.game.scenarios import consequence, ending, meters, papers, path, scene
from quizgame.game.scenarios.consequence import Consequence
from quizgame.game.scenarios.ending import Ending
from quizgame.game.scenarios.scene import SceneView
from quizgame.packs import pack

RefusedWhy = Literal[
    "malformed", "too-fast", "protocol", "unknown-token", "kicked", "closed", "full",
    "name-taken", "not-on-roster", "name", "not-now", "not-open", "paused", "other-question",
    "not-an-option", "not-allowed", "ended", "not-saved",
]  # fmt: skip


class Refused(Message):
    """Something was not done. `again` tells whether trying later can help."""

    kind: Literal["refused"] = "refused"
    why: RefusedWhy
    text: str
    ref: str = ""
    again: bool = False


class Here(Message):
    """The answer to a look: what is hosted, and how names are given."""

    kind: Literal["here"] = "here"
    session: SessionId
    title: str
    names: Names
    closed: bool


class Welcome(Message):
    """A student has joined: the only message with the token. It is secret."""

    kind: Literal["welcome"] = "welcome"
    session: SessionId
    token: Token
    name: Name


class Stored(Message):
    """An answer is on the hub's disk. Says nothing about right or wrong."""

    kind: Literal["stored"] = "stored"
    submission: str
    question: int
    vote: int


class Common(Message):
    """What every student with the same allowance may see of a moment.

    Attributes:
        number: the number of the question, from 1; 0 before the first.
        total: how many there are; None where that depends on the class.
        asked: the question, until the key is told and talked over; else None. Where it is shown on
            the wall alone, its passages and its statement are left out, unless words of a passage
            are to be marked.
        vote: 1, or 2 after a discussion; 0 where none was opened.
        left: the seconds left of reading or answering; None without a limit, or while paused.
        scene: the scene that the question is about, of a scenario; `asked` has its story as the
            prompt, its desk as passages, and choices and asks to be picked, so that one of the two
            is enough to be shown.
        settled: the text of what the majority decided; empty before it is told.
        consequence: what came of it.
        ending: how the story ended, with every decision looked back at; None while it goes on.
        epilogue: what the story tells at its end; empty while it goes on.
        page: the class's front page so far.
        teams: for each team its mean points so far; empty without teams.
    """

    session: str
    title: str
    phase: Phase
    pace: Pace
    number: int
    total: int | None
    asked: Asked | None
    vote: int
    left: float | None
    paused: bool
    confidence: bool
    scene: SceneView | None = None
    settled: str = ""
    consequence: Consequence | None = None
    ending: Ending | None = None
    epilogue: str = ""
    page: tuple[PageLine, ...] = ()
    teams: dict[str, float] = Field(default_factory=dict)


class Given(Message):
    """A student's own answer to the question."""

    question: int
    vote: int
    choice: str
    confidence: Literal["guess", "fairly", "sure", ""]


class Own(Message):
    """What only this student may see. Points are those of the questions already told.

    Attributes:
        answered: how many questions the student has answered.
        right: whether the answer was right; None before it is told, and where nothing is.
    """

    name: Name
    team: str
    people: int
    given: Given | None
    right: bool | None
    points: int | None
    total: int
    answered: int


class Kept(Message):
    """A student's answer that counts, as their own save keeps it once the key is told.

    Attributes:
        item: `pack/claim?kind@quote`.
        right: whether the hub graded it so.
        status: the status that the key gives; empty for multiple choice.
        seconds: from the opening of the question to the answer.
        line: the line that a right answer prints; empty if it prints none.
        options: among how many a guess would have fallen; 0 where that is not known.
    """

    question: int
    item: str
    quote: str
    chosen: str
    right: bool
    status: str
    skill: str
    article: str
    confidence: Literal["guess", "fairly", "sure", ""]
    seconds: float
    line: str
    options: int = 0


class Told(Message):
    """A question that a student was told the key of, to be looked at again."""

    number: int
    asked: Asked
    given: Given | None
    right: bool | None
    explained: Explanation


class StudentView(Message):
    """Everything that a student may see now.

    Attributes:
        explained: why the key is right, for the student's own answer; None before REVEALED. At
            their own pace: of the question that `own.given` answers.
        kept: the answer to the question that `explained` is about, if there was one and something
            was right or wrong; before each question, and once the lesson has ended, every such
            answer so far, in order, so that nobody who was away at a moment lacks what was told
            then.
        review: everything that was told, in order; empty until the lesson, or at their own pace the
            student, is through.
    """

    kind: Literal["view"] = "view"
    common: Common
    own: Own
    explained: Explanation | None = None
    kept: tuple[Kept, ...] = ()
    review: tuple[Told, ...] = ()


class Bar(Message):
    """One option of a vote, or one answer where words are marked; sent once the key is told."""

    option: str
    text: str
    count: int
    right: bool
    because: str = ""
    confident: int = 0
    """How many of them were sure."""


class Tally(Message):
    """A vote in numbers. `people` count pairs as two.

    Attributes:
        bars: empty until the key is told.
        right: the share that is right; None until then, or where nothing is right.
        discuss: whether talking it over promises most: a third to two thirds are right, on
            two-way items 50 to 80 %.
    """

    vote: int
    answered: int
    present: int
    stored: int
    bars: tuple[Bar, ...] = ()
    right: float | None = None
    discuss: bool = False


class Seat(Message):
    """A student on the teacher's list."""

    student: int
    name: str
    team: str
    people: int
    allowance: float
    present: bool
    out: bool
    answered: bool
    points: int


class Progress(Message):
    """To the host alone, at most ten times a second."""

    kind: Literal["progress"] = "progress"
    question: int
    vote: int
    answered: int
    present: int
    stored: int


class HostView(Message):
    """Everything that the teacher may see now.

    Attributes:
        code: what students type, empty where nobody joins; `address` is its long form.
        explained: the explanation of the key; None until it is told.
        tallies: one for each vote on the question.
        options: the ids that `settle` and `hands` take, with their texts.
        verbs: what can be done now, the most likely first.
        seats: everybody who has joined, in order.
        misconceptions: over the lesson so far: (because, how many), the most frequent first.
        confidently_wrong: over the lesson so far: (statement, how many were sure and wrong).
        hardest: over the lesson so far: (statement, share right), the lowest share first, where
            not everybody was right; the first few.
        mean: the share of all answers told so far that are right; None before the first.
        bad_frames: how many malformed or hostile frames were answered.
        unsaved: why the journal cannot be written; empty while it can.
        notice: what the hub has done by itself and the teacher should know; empty if nothing.
    """

    kind: Literal["host-view"] = "host-view"
    common: Common
    code: str
    address: str
    closed: bool
    hands: bool
    explained: Explanation | None
    tallies: tuple[Tally, ...]
    options: tuple[tuple[str, str], ...]
    verbs: tuple[VerbName, ...]
    seats: tuple[Seat, ...]
    misconceptions: tuple[tuple[str, int], ...] = ()
    confidently_wrong: tuple[tuple[str, int], ...] = ()
    hardest: tuple[tuple[str, float], ...] = ()
    mean: float | None = None
    bad_frames: int = 0
    unsaved: str = ""
    notice: str = ""


class ProjectorView(Message):
    """Everything that the wall may show now: no names."""

    kind: Literal["projector-view"] = "projector-view"
    common: Common
    code: str
    address: str
    closed: bool
    present: int
    answered: int
    tallies: tuple[Tally, ...] = ()
    explained: Explanation | None = None


class Done(Message):
    """A verb was carried out."""

    kind: Literal["done"] = "done"
    ref: str


class Replaced(Message):
    """The same token has connected elsewhere; this connection ends."""

    kind: Literal["replaced"] = "replaced"


class Out(Message):
    """The teacher has sent the student out; this connection ends."""

    kind: Literal["out"] = "out"


_GAME_TYPES = {**vars(asking), **vars(front_page), **vars(skills), **vars(explaining)}
for _module in (consequence, ending, meters, papers, path, scene):
    _GAME_TYPES |= vars(_module)
_GAME_TYPES |= {"Span": pack.Span, "Status": pack.Status}
for _model in (Common, Told, StudentView, HostView, ProjectorView):
    _model.model_rebuild(force=True, _types_namespace={**globals(), **_GAME_TYPES})

ToStudent = Annotated[
    Here | Welcome | Stored | StudentView | Refused | Replaced | Out, Field(discriminator="kind")
]
ToHost = Annotated[HostView | Progress | Done | Refused | Replaced, Field(discriminator="kind")]
ToProjector = Annotated[ProjectorView | Refused | Replaced, Field(discriminator="kind")]
TO_STUDENT: TypeAdapter[Here | Welcome | Stored | StudentView | Refused | Replaced | Out] = (
    TypeAdapter(ToStudent)
)
TO_HOST: TypeAdapter[HostView | Progress | Done | Refused | Replaced] = TypeAdapter(ToHost)
TO_PROJECTOR: TypeAdapter[ProjectorView | Refused | Replaced] = TypeAdapter(ToProjector)
