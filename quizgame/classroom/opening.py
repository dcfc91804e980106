"""How a session begins, and how it is taken up again."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.classroom import folder, journal
from quizgame.classroom.errors import SessionError
from quizgame.classroom.events import Begun, Resumed
from quizgame.classroom.journal import Journal
from quizgame.classroom.lesson import Lesson
from quizgame.classroom.material import material
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.state import Phase
from quizgame.packs.library import find
from quizgame.saves.errors import NotSaved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.classroom.events import Event
    from quizgame.classroom.folder import Folder
    from quizgame.classroom.lesson import Settings
    from quizgame.classroom.material import Material
    from quizgame.classroom.material.choosing import Hosted
    from quizgame.classroom.state import State
    from quizgame.packs.library import Entry
    from quizgame.packs.pack import Pack

_JUST_NOW = timedelta(minutes=1)
"""So soon after it was begun a session's clock is still right: nothing has to tell the time."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A session whose journal a hub is going to add to.

    Attributes:
        events: what the hub writes first, already in the state.
        damaged: the lines of the journal that cannot be read and were left out.
    """

    folder: Folder
    state: State
    material: Material
    events: tuple[Event, ...] = ()
    damaged: tuple[int, ...] = ()


def begin(saves: Path, hosted: Hosted, settings: Settings, now: datetime) -> Folder:
    """Makes a new session and writes the first line of its journal.

    Args:
        saves: the folder of saves.
        hosted: what is asked.
        settings: how.
        now: aware.

    Raises:
        UsageError: what is hosted cannot be asked so.
        NotSaved: the folder cannot be made, or the journal not be written.
    """
    made = _made(saves, now)
    lesson = Lesson(
        session=made.session,
        pack=hosted.pack.id,
        title=hosted.title,
        set=hosted.set,
        scenario=hosted.scenario,
        items=hosted.items,
        seed=secrets.randbelow(1 << 31),
        began=now.isoformat(timespec="seconds"),
        settings=settings,
        place=str(hosted.path.resolve()),
    )
    try:
        material(hosted.pack, lesson)
        first = Journal(made.journal)
        try:
            first.append([Begun(0.0, lesson)])
        finally:
            first.close()
    except BaseException:
        made.discard()
        raise
    return made


def _made(saves: Path, now: datetime) -> Folder:
    try:
        return folder.make(saves, now)
    except OSError as error:
        raise NotSaved(
            "No lesson can be kept here",
            f"{folder.root(saves)} cannot be written to ({error.strerror or error}).",
            "Name a folder that you may write to with --saves, or mend this one.",
        ) from error


def take_up(where: Folder, packs: Sequence[Path], now: datetime) -> Opened:
    """Reads a session from its journal, with everything that was acknowledged.

    A torn end is put aside. What was begun some time ago stands paused. Hold the session's lock.

    Args:
        where: the session's folder.
        packs: where packs are looked for before where the pack was, and the usual places.
        now: aware.

    Raises:
        UnreadableJournal: the journal cannot be used.
        NotSaved: its torn end cannot be put aside.
        SessionError: the pack is gone, or has errors.
        UsageError: the pack has lost an item of the lesson.
    """
    kept = journal.mend(where.journal)
    state = replay(kept.events)
    asks = material(_pack(state.lesson, packs), state.lesson)
    if len(kept.events) == 1 and now - datetime.fromisoformat(state.lesson.began) < _JUST_NOW:
        return Opened(where, state, asks, (), kept.damaged)
    resumed = Resumed(state.at, now.isoformat(timespec="seconds"))
    after, _ = apply(state, resumed)
    return Opened(where, after, asks, (resumed,), kept.damaged)


def replay(events: Iterable[Event]) -> State:
    """The state after the events of a journal.

    Raises:
        ValueError: there are none, or the first is not `Begun`.
    """
    state = None
    for event in events:
        state, _ = apply(state, event)
    if state is None:
        raise ValueError("a session has at least one event")
    return state


def is_over(where: Folder) -> bool:
    """Whether a session's lesson has ended.

    Raises:
        UnreadableJournal: the journal cannot be used.
    """
    return replay(journal.read(where.journal)).phase is Phase.ENDED


def _pack(lesson: Lesson, packs: Sequence[Path]) -> Pack:
    entry = _entry(lesson, packs)
    if entry is None:
        raise SessionError(
            "The pack of this lesson is gone",
            f'"{lesson.pack}" is no longer in {lesson.place or "any of the usual places"}.',
            "Put it back, or name its place with --packs.",
        )
    pack = entry.load().pack
    if pack is None:
        raise SessionError(
            "The pack of this lesson has errors",
            f"It was changed since the lesson began: {entry.path}.",
            f"Mend it: `quizgame check {entry.path}`.",
        )
    return pack


def _entry(lesson: Lesson, packs: Sequence[Path]) -> Entry | None:
    """The pack in the places that are named, else where it was, else in the usual places."""
    if packs and (entry := find(packs).get(lesson.pack)):
        return entry
    if lesson.place:
        there = find([Path(lesson.place)])
        # One that cannot be parsed has no id, and is to be mended.
        entry = there.get(lesson.pack) or next((one for one in there.entries if not one.id), None)
        if entry:
            return entry
    return find().get(lesson.pack)
