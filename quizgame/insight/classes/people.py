"""Who is who over several sessions: by a roster, else by name, and never by a guess."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quizgame.insight.given import Held


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in one session, or the owner of one save."""

    held: Held
    student: str

    @property
    def name(self) -> str:
        """The name in the teacher's roster if the session knows it, else the one that was used."""
        return self.held.known_as.get(self.student, self.student)

    @property
    def tells_apart(self) -> bool:
        """Whether the name means the same student in another session."""
        return not self.held.invented or self.student in self.held.known_as


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a grade sheet.

    Attributes:
        name: from the roster if there is one; else with the session or file behind it where the
            name alone would not tell two apart.
        seats: at most one a session; none for somebody of the roster who was never there.
        listed: whether the name is in the roster.
    """

    name: str
    seats: tuple[Seat, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """The names that a teacher has listed.

    Attributes:
        names: in the order of the list.
        find: the name in the list that a student's name means; None for none, or more than one.
    """

    names: tuple[str, ...]
    find: Callable[[str], str | None]


def people(every: Sequence[Held], roster: Roster | None = None) -> tuple[Person, ...]:
    """Everybody, those of the roster first and in its order, then the others by name.

    Two students of one session, or the owners of two saves, are never one person: if both could be
    the same name, neither is taken for it.
    """
    listed: dict[str, list[Seat]] = defaultdict(list)
    named: dict[str, list[Seat]] = defaultdict(list)
    alone: list[Seat] = []
    for seat in _seats(every):
        if roster and (found := roster.find(seat.name)):
            listed[found].append(seat)
        elif seat.tells_apart:
            named[seat.name].append(seat)
        else:
            alone.append(seat)
    for groups in (listed, named):
        for name in [name for name, seats in groups.items() if _clash(seats)]:
            alone += groups.pop(name)
    names = roster.names if roster else ()
    others = [*(Person(name, tuple(seats)) for name, seats in named.items() if name not in names)]
    taken = {*names, *named}
    others += _labelled([*alone, *(s for name in names for s in named.get(name, ()))], taken)
    return (
        *(Person(name, tuple(listed.get(name, ())), listed=True) for name in names),
        *sorted(others, key=lambda person: (person.name.casefold(), person.name)),
    )


def _seats(every: Iterable[Held]) -> Iterator[Seat]:
    return (Seat(held, student) for held in every for student in held.students)


def _clash(seats: Sequence[Seat]) -> bool:
    """Whether they cannot all be one person."""
    saves = sum(seat.held.origin == "self" for seat in seats)
    sessions = Counter(id(seat.held) for seat in seats)
    return saves > 1 or max(sessions.values()) > 1


def _labelled(seats: Sequence[Seat], taken: set[str]) -> Iterator[Person]:
    """Each a person of their own, with the shortest name that nobody else has."""
    every = [_names(seat) for seat in seats]
    used = Counter(name for names in every for name in names)
    used.update(taken)
    for seat, names in zip(seats, every, strict=True):
        yield Person(next((name for name in names if used[name] == 1), names[-1]), (seat,))


def _names(seat: Seat) -> tuple[str, ...]:
    """What somebody can be called, the shortest first; the last one is unlike any other."""
    held = seat.held
    if held.origin == "self":
        # Saves of one name have files of one name, too, if they come from several machines.
        told = [held.title, f"{held.title}, {held.session}"]
    else:
        used = f"{seat.student}, {held.session}"
        told = [held.session, used, f"{used}, {held.began.isoformat()}"]
    return seat.name, *(f"{seat.name} ({one})" for one in told)
