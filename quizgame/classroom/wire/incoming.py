"""What clients send to the hub. The first message of a connection tells the role."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from quizgame.classroom.wire.message import Message, Name, Number, OptionId, Submission, Token


class Join(Message):
    """A student joins. On a roster the name must be one of it; given names need none.

    Attributes:
        attempt: a secret that the client makes up; with the same one again, whoever lost the
            welcome gets the same seat.
    """

    kind: Literal["join"] = "join"
    protocol: int
    name: Name = ""
    people: Annotated[int, Field(ge=1, le=2)] = 1
    attempt: Token | None = None


class Return(Message):
    """A student comes back with the token that joining gave."""

    kind: Literal["return"] = "return"
    protocol: int
    token: Token


class Host(Message):
    """The teacher's screen, or a command, comes with the token from the session's folder."""

    kind: Literal["host"] = "host"
    protocol: int
    token: Token


class Projector(Message):
    """A view for the wall, with a token of its own that allows nothing."""

    kind: Literal["projector"] = "projector"
    protocol: int
    token: Token


class Look(Message):
    """Asks what is here before joining, so that a client knows which names are taken; no role."""

    kind: Literal["look"] = "look"
    protocol: int


class Submit(Message):
    """A student's answer.

    Attributes:
        more: whether the student is being asked how sure they are: another one follows soon, and
            the last of a class is not cut off in the middle of it.
    """

    kind: Literal["answer"] = "answer"
    question: Number
    vote: Annotated[int, Field(ge=1, le=2)]
    choice: OptionId
    confidence: Literal["guess", "fairly", "sure", ""] = ""
    submission: Submission
    more: bool = False


VerbName = Literal[
    "begin", "next", "open", "lock", "reveal", "discuss", "board", "skip", "pause", "continue",
    "extend", "hands", "settle", "kick", "readmit", "rename", "allow", "team", "close", "admit",
    "end",
]  # fmt: skip


class Verb(Message):
    """What the host does. `ref` comes back in the reply.

    Attributes:
        verb: `begin` and `next` pose the next question; `close` and `admit` set the door.
        student: for `kick`, `readmit`, `rename`, `allow` and `team`.
        text: the name for `rename`, the team for `team`, the option for `settle`.
        amount: seconds for `extend`; how much of the usual time for `allow`, 0 for no limit.
        counts: option id → hands, for `hands`.
    """

    kind: Literal["verb"] = "verb"
    ref: Submission
    verb: VerbName
    student: Number | None = None
    text: Name = ""
    amount: Annotated[float, Field(ge=0, le=3600, allow_inf_nan=False)] | None = None
    counts: Annotated[
        dict[OptionId, Annotated[int, Field(ge=0, le=1000)]], Field(max_length=32)
    ] = Field(default_factory=dict)


First = Annotated[Join | Return | Host | Projector | Look, Field(discriminator="kind")]
FIRST: TypeAdapter[Join | Return | Host | Projector | Look] = TypeAdapter(First)
"""Validates the first frame of a connection."""
SUBMIT: TypeAdapter[Submit] = TypeAdapter(Submit)
"""Validates what a student sends after it."""
VERB: TypeAdapter[Verb] = TypeAdapter(Verb)
"""Validates what the host sends after it."""
