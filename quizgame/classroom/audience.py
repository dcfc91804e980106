"""Who is connected now, and what they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.effects import (
    Acknowledge,
    Dismiss,
)
from quizgame.classroom.wire.outgoing import Out, Replaced, Stored

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.classroom.effects import Effect
    from quizgame.classroom.requests import Peer
    from quizgame.classroom.views import StudentViews

MOST_STAFF = 8
"""So many screens of the teacher, and so many walls, at a time."""


class Audience:
    """The connections of one session."""

    def __init__(self) -> None:
        """Nobody is there yet."""
        self._students: dict[int, Peer] = {}
        self.hosts: list[Peer] = []
        self.projectors: list[Peer] = []

    @property
    def is_empty(self) -> bool:
        """Whether nobody is connected, neither students nor the teacher."""
        return not (self._students or self.hosts or self.projectors)

    def is_there(self, student: int) -> bool:
        """Whether a student is connected."""
        return student in self._students

    def is_seat_of(self, student: int, peer: Peer) -> bool:
        """Whether a connection is the one that a student has now."""
        return self._students.get(student) is peer

    def students(self) -> set[int]:
        """The numbers of the students who are connected."""
        return set(self._students)

    def seat(self, student: int, peer: Peer) -> None:
        """A student's connection; an older one of theirs ends."""
        older = self._students.get(student)
        self._students[student] = peer
        if older is not None and older is not peer:
            older.dismiss(Replaced())

    def unseat(self, student: int, peer: Peer) -> bool:
        """Forgets a connection; whether it was the student's present one."""
        if not self.is_seat_of(student, peer):
            return False
        del self._students[student]
        return True

    def add_host(self, peer: Peer) -> None:
        """A screen of the teacher's; of too many the oldest ends."""
        _add(self.hosts, peer)

    def add_projector(self, peer: Peer) -> None:
        """A wall; of too many the oldest ends."""
        _add(self.projectors, peer)

    def remove_staff(self, peer: Peer) -> None:
        """A screen of the teacher's or a wall is gone."""
        for staff in (self.hosts, self.projectors):
            if peer in staff:
                staff.remove(peer)

    def acknowledge(self, effects: Iterable[Effect]) -> None:
        """Tells students what is on the disk now."""
        for effect in effects:
            if isinstance(effect, Acknowledge) and (peer := self._students.get(effect.student)):
                peer.say(
                    Stored(submission=effect.submission, question=effect.question, vote=effect.vote)
                )

    def send_out(self, effects: Iterable[Effect]) -> None:
        """Ends the connections of students whom the teacher has sent out."""
        for effect in effects:
            if isinstance(effect, Dismiss) and (peer := self._students.pop(effect.student, None)):
                peer.dismiss(Out())

    def show(self, student: int, views: StudentViews) -> None:
        """Shows a student where things stand, if they are there."""
        if peer := self._students.get(student):
            peer.show(views.frame(student))

    def dismiss_all(self, reason: str) -> None:
        """Ends every connection."""
        for peer in (*self._students.values(), *self.hosts, *self.projectors):
            peer.dismiss(None, reason)


def _add(staff: list[Peer], peer: Peer) -> None:
    staff.append(peer)
    if len(staff) > MOST_STAFF:
        staff.pop(0).dismiss(Replaced())
