"""A player at the desk: what was answered, and the save that keeps it."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

from quizgame.saves.appending import append
from quizgame.saves.deleting import delete
from quizgame.saves.players import create, players, rename
from quizgame.saves.reading import read
from quizgame.saves.records import Answer, Round, Setting, Step

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from quizgame.saves.reading import Save
    from quizgame.saves.records import Record

FIRST_SESSION = "first-session"
CLOSED = "closed-round"
"""The setting whose value is the id of the last round that was left without all its answers."""
SENSITIVE = "sensitive"
"""The setting that is false where items marked as sensitive are left out of rounds."""
CONFIDENCE = "confidence"
"""The setting that is false where the player is not asked how sure they are."""


class Player:
    """The state of one player, in memory at once and on disk as soon as `flush` returns.

    `keep` belongs to the front's own thread; `flush` blocks and may run in another.

    Attributes:
        id: tells this journal from another that later takes its place; empty before there is one.
        notices: sentences for the player about what could not be read of the save.
    """

    def __init__(self, folder: Path, save: Save | None = None) -> None:
        """A player from a save, or a new one whose file is made with the first record."""
        self.folder = folder
        self.path = save.path if save else None
        self.name = save.name if save else ""
        self.notices = save.notices if save else ()
        self.answers: list[Answer] = []
        self.rounds: list[Round] = []
        self.steps: list[Step] = []
        self.settings: dict[str, str | int | bool] = {}
        self.id = save.id if save else ""
        self._given: dict[str, list[Answer]] = {}
        self._closed: set[str | int | bool] = set()
        self._waiting: deque[Record] = deque()
        self._lock = Lock()
        for record in save.records if save else ():
            self._remember(record)

    def keep(self, record: Record) -> None:
        """Remembers a record; it is not saved before `flush` returns."""
        self._remember(record)
        self._waiting.append(record)

    def _remember(self, record: Record) -> None:
        match record:
            case Answer():
                self.answers.append(record)
                self._given.setdefault(record.round, []).append(record)
            case Round():
                self.rounds.append(record)
            case Step():
                self.steps.append(record)
            case Setting():
                self.settings[record.key] = record.value
                if record.key == CLOSED:
                    self._closed.add(record.value)

    @property
    def unsaved(self) -> int:
        """How many records are not on disk yet."""
        return len(self._waiting)

    def flush(self) -> None:
        """Writes what waits, in order; on an error the rest goes on waiting for the next call.

        Raises:
            SaveError: what was not saved, why, and what to do.
        """
        with self._lock:
            while self._waiting:
                if self.path is None:
                    self._adopt(create(self.folder, self.name))
                assert self.path is not None
                append(self.path, self._waiting[0], player=self.id)
                self._waiting.popleft()

    def rename(self, name: str) -> None:
        """Gives the player a (cleaned) name, and the save the file name that goes with it.

        Raises:
            SaveError: another player has that name, or it was not saved.
        """
        with self._lock:
            if self.path is None:
                self._adopt(create(self.folder, name))
            else:
                self.path = rename(self.path, name)
            self.name = name

    def delete(self) -> list[Path]:
        """Deletes what is kept of the player, on disk and of what waits; gives what is gone.

        Raises:
            NotDeleted: what is left and why.
        """
        with self._lock:
            gone = delete(self.path, self.id) if self.path else []
            self._waiting.clear()
            return gone

    def _adopt(self, path: Path) -> None:
        self.path = path
        self.id = read(path).id

    def given(self, begun: Round) -> list[Answer]:
        """The answers of a round, in order."""
        return list(self._given.get(begun.id, ()))

    def finished(self, begun: Round) -> bool:
        """Whether a round has come to its end, be it with skipped items."""
        given = len(self._given.get(begun.id, ()))
        return given >= len(begun.items) or begun.id in self._closed

    def open_round(self) -> tuple[Round, list[Answer]] | None:
        """The last round if it waits for answers, with those it has; None if all is done."""
        if not self.rounds or self.finished(self.rounds[-1]):
            return None
        return self.rounds[-1], self.given(self.rounds[-1])

    def latest(self, pack: str, name: str) -> Round | None:
        """The last round of this name that was begun in a pack."""
        mine = (r for r in reversed(self.rounds) if r.pack == pack and r.name == name)
        return next(mine, None)

    def first_finished(self, pack: str, name: str) -> Round | None:
        """The first round of this name with answers that was played to its end in a pack.

        Of a test that is taken again the answers are known.
        """
        mine = (r for r in self.rounds if r.pack == pack and r.name == name)
        return next((r for r in mine if self.finished(r) and self.given(r)), None)

    def played(self, pack: str) -> dict[str, date]:
        """The names of a pack's finished rounds, with the player's own day of the last time."""
        mine = (begun for begun in self.rounds if begun.pack == pack and self.finished(begun))
        return {begun.name: self._last_day(begun) for begun in mine}

    def _last_day(self, begun: Round) -> date:
        given = self._given.get(begun.id)
        return (given[-1] if given else begun).at.date()

    def rounds_played(self) -> int:
        """How many rounds after the first session have been begun and are not open."""
        waiting = self.open_round()
        begun = [r for r in self.rounds if r.name != FIRST_SESSION]
        return len(begun) - (waiting is not None and waiting[0].name != FIRST_SESSION)

    def asked_how_sure(self, *, exam: bool = False) -> bool:
        """Whether confidence is asked for: in tests, and from the second round on.

        A player can switch it off.
        """
        return self.settings.get(CONFIDENCE) is not False and (exam or self.rounds_played() >= 1)

    def days(self) -> int:
        """On how many of the player's own days something was answered."""
        return len({answer.at.date() for answer in self.answers})

    def printed(self) -> list[Step]:
        """The steps in scenarios that printed a line which was not taken back."""
        standing: list[Step] = []
        for step in self.steps:
            if step.did == "undo":
                taken = [s for s in standing if (s.run, s.chosen) == (step.run, step.chosen)]
                standing = [s for s in standing if not taken or s is not taken[-1]]
            elif step.line:
                standing.append(step)
        return standing


def player_named(folder: Path, name: str) -> Player:
    """The player of a (cleaned) name; a new one gets a save at once, so that the name is theirs.

    Raises:
        SaveError: the save cannot be read or made.
    """
    for file in players(folder):
        if file.name == name and file.problem is None:
            return Player(folder, read(file.path))
    return Player(folder, read(create(folder, name)))
