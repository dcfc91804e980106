"""Who may join, what they are called, and their secret."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import SystemRandom
from typing import TYPE_CHECKING

from quizgame.classroom import matching, names, tokens
from quizgame.classroom.effects import Refuse
from quizgame.classroom.events import Came, DoorSet, Joined
from quizgame.classroom.limits import Door
from quizgame.errors import UsageError

if TYPE_CHECKING:
    from quizgame.classroom.draft import Draft
    from quizgame.classroom.lesson import Pupil
    from quizgame.classroom.requests import Joining
    from quizgame.classroom.state import State
    from quizgame.classroom.wire.outgoing import RefusedWhy

STORMED = (
    "So many newcomers knocked within seconds that the door was closed. "
    "Look who has joined, send out who does not belong, and admit newcomers again."
)


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody has a seat, and this is their secret."""

    student: int
    token: str = field(repr=False)


class Newcomers:
    """Lets newcomers in, and knows who has joined.

    Attributes:
        notice: what the teacher should know about the door; empty if nothing.
    """

    def __init__(self, state: State, secret: str) -> None:
        """The door of a session; the secret makes the newcomers' tokens."""
        self._settings = state.lesson.settings
        self._secret = secret
        self._door = Door.of(self._settings.most, state.at)
        self._random = SystemRandom()
        # By the hash of the token. It may know more than a state, which is asked in any case.
        self._seats = {student.token: student.id for student in state.students.values()}
        self.notice = ""

    def find(self, state: State, token: str) -> int | None:
        """The student with this token; None if there is none."""
        kept = tokens.hashed(token)
        student = state.students.get(self._seats.get(kept, 0))
        return student.id if student and tokens.same(student.token, kept) else None

    def join(self, draft: Draft, asked: Joining) -> Admitted | Refuse:
        """Adds a newcomer to a draft, or says why not."""
        token = tokens.of_joining(self._secret, asked.attempt)
        known = self.find(draft.state, token)
        if known is not None:
            # The welcome was lost on its way.
            return draft.add(Came(asked.t, known)) or Admitted(known, token)
        return self._let_in(draft, asked, token)

    def _let_in(self, draft: Draft, asked: Joining, token: str) -> Admitted | Refuse:
        if not draft.state.closed and not self._door.admits(asked.t):
            refusal: Refuse | None = Refuse("too-fast", "Many are joining just now. Wait a moment.")
        else:
            refusal = self._joined(draft, asked, token)
        if refusal is None:
            number = len(draft.state.students)
            self._seats[tokens.hashed(token)] = number
            return Admitted(number, token)
        stormed = refusal.why in {"too-fast", "full"} and self._door.is_stormed(asked.t)
        if stormed and not draft.state.closed:
            draft.add(DoorSet(asked.t, closed=True))
            self.notice = STORMED
        return refusal

    def _joined(self, draft: Draft, asked: Joining, token: str) -> Refuse | None:
        taken = [student.name for student in draft.state.students.values()]
        try:
            name, pupil = self._named(asked.name, taken)
        except UsageError as error:
            on_roster = self._settings.names == "roster"
            why: RefusedWhy = "not-on-roster" if on_roster else "name"
            return Refuse(why, f"{error.message} {error.hint}".strip())
        return draft.add(
            Joined(
                asked.t,
                len(taken) + 1,
                name,
                tokens.hashed(token),
                asked.people,
                pupil.team if pupil else "",
                pupil.allowance if pupil else 1.0,
            )
        )

    def _named(self, wished: str, taken: list[str]) -> tuple[str, Pupil | None]:
        match self._settings.names:
            case "given":
                return names.given(taken, self._random), None
            case "free":
                return names.free(wished, taken), None
            case "roster":
                pupil = matching.find(wished, self._settings.roster)
                return pupil.name, pupil
