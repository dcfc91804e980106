"""The hub and its floor as processes of their own, measured from outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from benchmarks.classroom_floor import FRAMES, JOURNAL
from benchmarks.measure import ROOT, environment, game
from quizgame.classroom.journal import read
from quizgame.classroom.rules.apply import apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.classroom_students import Student
    from quizgame.classroom.state import State

PATIENCE = 20.0

Kept = dict[tuple[int, int], str]
"""What a journal holds of one student: the choice by question and vote."""


def digest(token: str) -> str:
    """What stands for a secret token in a journal."""
    return sha256(token.encode()).hexdigest()


def lost(students: Iterable[Student], kept: Mapping[str, Kept]) -> int:
    """How many acknowledged answers a journal does not hold as they were given."""
    nothing: Kept = {}
    return sum(
        kept.get(digest(student.token), nothing).get(place) != choice
        for student in students
        for place, choice in student.stored.items()
    )


class Server:
    """A process that students and a teacher connect to.

    Attributes:
        token: what makes a connection the host's.
    """

    process: subprocess.Popen[bytes]
    uri: str
    token: str

    def kept(self) -> dict[str, Kept]:
        """What the journal holds, read as after a crash; by the digest of the student's token."""
        raise NotImplementedError

    def cpu(self) -> float:
        """The seconds of processor time that it has taken so far."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """The most megabytes that were resident at once."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s*(\d+) kB", status)
        assert found
        return int(found[1]) / 1024

    def kill(self) -> None:
        """Ends it without warning."""
        self.process.kill()
        self.process.communicate()


class Floor(Server):
    """A bare server in a folder of its own; `frames` are what it shows, by phase."""

    token = "0" * 16

    def __init__(self, folder: Path, frames: Mapping[str, str]) -> None:
        folder.mkdir()
        (folder / FRAMES).write_text(json.dumps(frames), encoding="utf-8")
        self._journal = folder / JOURNAL
        self.process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.classroom_floor", str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout
        self.uri = f"ws://127.0.0.1:{int(self.process.stdout.readline())}"

    def kept(self) -> dict[str, Kept]:
        kept: dict[str, Kept] = {}
        for line in self._journal.read_text(encoding="utf-8").splitlines():
            answer = json.loads(line)
            if answer["kind"] == "answer":
                places = kept.setdefault(digest(answer["token"]), {})
                places[answer["question"], answer["vote"]] = answer["choice"]
        return kept


class Hub(Server):
    """The hub as `quizgame host --headless` starts it, on loopback.

    Attributes:
        folder: where the session is kept.
        log: what the process has written on its outputs, over all its starts.
    """

    def __init__(self, saves: Path, *arguments: str) -> None:
        saves.mkdir(exist_ok=True)
        self._saves = saves
        self.log = saves / "hub.log"
        self._start(*arguments, "--address", "127.0.0.1", "--port", "0")

    def resume(self) -> None:
        """Starts a new process that takes the session up."""
        self._start("--resume", self.folder.name)

    def kept(self) -> dict[str, Kept]:
        kept: dict[str, Kept] = {}
        state = self.state()
        for number, asking in enumerate(state.asked, 1):
            for vote, cast in enumerate(asking.votes, 1):
                for student, ballot in cast.ballots.items():
                    places = kept.setdefault(state.students[student].token, {})
                    places[number, vote] = ballot.choice
        return kept

    def state(self) -> State:
        """Where the session stands by its journal."""
        state = None
        for event in read(self.folder / "journal.jsonl"):
            state, _ = apply(state, event)
        assert state
        return state

    def _start(self, *arguments: str) -> None:
        command = game("host", *arguments, "--headless", "--saves", str(self._saves))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment(self._saves),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.folder, told = self._listening()
        self.uri = f"ws://127.0.0.1:{told['port']}"
        tokens = tomllib.loads((self.folder / "tokens.toml").read_text(encoding="utf-8"))
        self.token = tokens["host"]

    def _listening(self) -> tuple[Path, dict[str, Any]]:
        """The session's folder, and what the process says of itself once it listens."""
        deadline = monotonic() + PATIENCE
        while monotonic() < deadline and self.process.poll() is None:
            for path in self._saves.glob("classroom/*/hub.toml"):
                told = tomllib.loads(path.read_text(encoding="utf-8"))
                if told.get("pid") == self.process.pid:
                    return path.parent, told
            sleep(0.02)
        raise AssertionError(self.log.read_text(encoding="utf-8"))
