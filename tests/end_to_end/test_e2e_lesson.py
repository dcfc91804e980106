"""A class in its own terminals: the teacher's screen and students, through a lesson and mishaps."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from contextlib import suppress

import pytest
from e2e_game import COMMAND, Game
from test_e2e_play import ENTER

from quizgame.classroom import folder

DOWN = "\x1b[B"
SHIPPED = ("october-2024", "--set", "first-session", "--seconds", "none", "--address", "127.0.0.1")
KEYS = "ca"
"""What is right of the first two items of the set."""


class Classroom:
    """Terminals that share a folder of saves."""

    def __init__(self, home) -> None:
        self.folder = home
        self.running = []
        self.code = ""

    def host(self, *options) -> Game:
        """The teacher's screen, once it shows the lesson."""
        screen = self._open("host", *(options or SHIPPED), columns=100, rows=30)
        screen.wait("Enter:")
        return screen

    def sees_code(self, host) -> None:
        """Reads the code from the wall, as students do."""
        self.code = re.search(r"quizgame join ([A-Z0-9-]+)\n", host.text)[1]

    def knock(self) -> Game:
        """A student's terminal at the door."""
        student = self._open("join", self.code)
        student.wait("Enter go on")
        return student

    def join(self) -> Game:
        """A student who is in."""
        student = self.knock()
        student.press(ENTER)
        student.wait("You are in")
        return student

    def command(self, *arguments) -> str:
        """What a command prints."""
        given = ("--saves", str(self.folder / "saves"))
        done = subprocess.run(
            [*COMMAND, *arguments, *given], capture_output=True, text=True, check=True
        )
        return done.stdout

    def close(self) -> None:
        for session in folder.every(self.folder / "saves"):
            if hub := session.running():
                os.kill(hub.pid, signal.SIGTERM)
        for game in self.running:
            with suppress(OSError):
                game.kill()
            game.close()

    def _open(self, *arguments, **terminal) -> Game:
        game = Game(self.folder, arguments, {}, **terminal)
        self.running.append(game)
        return game


@pytest.fixture
def classroom(tmp_path):
    made = Classroom(tmp_path)
    yield made
    made.close()


def ask(host, number, key="g") -> None:
    """From the lobby, which Enter ends, or the front page to the open question."""
    host.insist(key, f"{number} of 4", "everybody reads")
    host.insist("o", "answered 0")


def answer(student, key) -> None:
    """Picks, and is sure of it."""
    student.wait("how do you print this?", "Enter answer")
    student.insist(key, "Your answer", "How sure are you?")
    student.insist("v", "sure. Kept")


def end(host) -> None:
    host.press("e")
    host.wait("It ends for everybody")
    host.press(DOWN + ENTER)


def test_a_lesson_from_the_code_to_the_report(classroom):
    host = classroom.host()
    classroom.sees_code(host)
    students = [classroom.join() for _ in range(2)]
    names = [re.search(r"You are in: (.+)\.\n", student.text)[1] for student in students]
    host.wait("2 here")
    ask(host, 1, ENTER)
    for student, key in zip(students, "ca", strict=True):
        answer(student, key)
    host.wait("locked", "answered 2", "Enter: ")
    host.insist("d", "o take answers")
    for student in students:
        student.wait("Talk with your neighbour")
    host.insist("o", "answered 0")
    for student in students:
        student.wait("Second vote")
        answer(student, "c")
    host.wait("locked", "answered 2")
    host.insist("r", "CONFIRMED  right", "2 100 %")
    for student in students:
        student.wait("Yes. On that day it was CONFIRMED", "points")
    host.insist("b", "THE CLASS'S FRONT PAGE", "Footage shows")
    for student in students:
        student.wait("The class's front page")
    ask(host, 2)
    for student in students:
        answer(student, "a")
    host.wait("locked")
    host.insist("r", "On that day it was ALLEGED")
    end(host)
    for student in students:
        student.wait("The lesson is over", "2 of 2")
        student.press("q")
        assert student.end() == 0
        assert student.is_restored()
    assert not any(name in host.text for name in names), "a name stands on the wall"
    host.press("q")
    host.end()
    assert host.is_restored()
    report = " ".join(classroom.command("report").split())
    assert "2 of 2 students answered; 2 items." in report
    assert "1. First vote 50 %, after talking 100 %" in report
    assert all(name in report for name in names)


def test_a_screen_that_is_killed_a_student_who_comes_back_and_one_who_is_late(classroom):
    host = classroom.host()
    classroom.sees_code(host)
    one, other = classroom.join(), classroom.join()
    name = re.search(r"You are in: (.+)\.\n", one.text)[1]
    host.wait("2 here")
    ask(host, 1, ENTER)
    answer(one, "c")
    one.kill()
    host.wait("present 1")
    host.kill()
    late = classroom.knock()
    late.insist(DOWN + ENTER, "Enter joins")
    late.insist(ENTER, "how do you print this?")
    again = classroom.knock()
    again.wait(f"Come back as {name}")
    again.insist(ENTER, "how do you print this?", "CONFIRMED, sure")
    host = classroom.host("--resume")
    host.wait("answered 1", "present 3")
    for student in (other, late):
        answer(student, "a")
    host.wait("locked", "answered 3")
    host.insist("r", "On that day it was CONFIRMED")
    again.wait("Yes. On that day it was CONFIRMED")
    late.wait("Not this time.")
    host.insist("b", "THE CLASS'S FRONT PAGE")
    end(host)
    again.wait("The lesson is over", "1 of 1")
    assert "3 of 3 students answered" in classroom.command("report")
