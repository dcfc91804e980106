"""Plays a short lesson from an installed command: `first_lesson.py COMMAND`.

One hub without a screen, two students in terminals, the report, and everything forgotten. Not a
test that pytest collects: `.ci/run` runs it against a wheel in an empty environment.
"""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import Terminal

ENTER = "\r"
PATIENCE = 120
"""Seconds that the whole of it may take."""


class Hub:
    """A lesson that is hosted on this machine, led by lines."""

    def __init__(self, command: str, env: dict[str, str]) -> None:
        options = ("--headless", "--set", "first-session", "--address", "127.0.0.1", "--port", "0")
        self._process = subprocess.Popen(
            [command, "host", *options],
            env=env,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        listening = self.until("listening ")
        told = dict(word.split("=", 1) for word in listening.split()[1:])
        self.session, self.code = told["session"], told["code"]

    def does(self, verb: str) -> None:
        """Types a verb, and waits until it is done."""
        assert self._process.stdin
        self._process.stdin.write(f"{verb}\n")
        self._process.stdin.flush()
        self.until("status ")

    def until(self, words: str) -> str:
        """The next line with the words in it."""
        assert self._process.stdout
        for line in self._process.stdout:
            if words in line:
                return line
        raise AssertionError(f"the hub never said: {words}")

    def ends(self) -> int:
        """Has the hub of a lesson that is over stop, and gives its exit code."""
        self._process.communicate("end\n", timeout=30)
        return self._process.returncode


def play(command: str, folder: Path) -> None:
    """A lesson of one question, and what is left of it."""
    env = {**os.environ, "HOME": str(folder), "QUIZGAME_SAVES": str(folder / "saves")}
    hub = Hub(command, env)
    students = [Terminal([command, "join", hub.code], env=env, folder=folder) for _ in range(2)]
    for student in students:
        student.wait("Enter joins")
        student.press(ENTER)
        student.wait("You are in", "Wait for the teacher")
    hub.does("begin")
    hub.does("open")
    for student, key in zip(students, "ca", strict=True):
        student.wait("how do you print this?", "Enter answer")
        student.insist(key, "Your answer", "How sure are you?")
        student.insist("v", "sure. Kept")
    hub.until("locked why=everybody")
    hub.does("reveal")
    for student, verdict in zip(students, ("Yes.", "Not this time."), strict=True):
        student.wait(verdict, "it was CONFIRMED")
    hub.does("end")
    for student in students:
        student.wait("The lesson is over")
        student.press("q")
        assert student.end() == 0
    assert hub.ends() == 0
    run = [command, "report", hub.session]
    report = subprocess.run(run, env=env, capture_output=True, text=True, check=True).stdout
    assert "2 of 2 students answered" in report, report
    subprocess.run([command, "forget", hub.session, "--yes"], env=env, check=True)
    assert not list((folder / "saves" / "classroom").glob("2*"))


if __name__ == "__main__":
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    with tempfile.TemporaryDirectory() as given:
        play(sys.argv[1], Path(given))
    sys.stdout.write("A lesson was played, reported and forgotten.\n")
