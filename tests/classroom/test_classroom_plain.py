"""A lesson in lines against a real hub: played by scripts, and by somebody who types."""

import asyncio
import io
import os
import sys
from contextlib import asynccontextmanager, suppress

import pytest
from hub_room import begun, opened
from lesson_samples import ITEMS

from quizgame.classroom.events import Answered, Joined
from quizgame.classroom.lesson import Pupil
from quizgame.errors import QuizgameError
from quizgame.plain.classroom.opening import Joining, attend
from quizgame.plain.ears import Ears
from quizgame.plain.voice import Voice
from quizgame.play.player import player_named

PATIENCE = 5.0


class Keyboard(io.TextIOWrapper):
    """A pipe that can pass for a terminal."""

    typed = True

    def isatty(self):
        return self.typed


class Student:
    """Somebody who joins, types, and hears."""

    def __init__(self, room, saves, *, typed, **joining):
        given, self._typing = os.pipe()
        self._keyboard = Keyboard(os.fdopen(given, "rb", buffering=0), encoding="utf-8")
        self._keyboard.typed = typed
        self._out = io.StringIO()
        values = {"code": f"127.0.0.1:{room.running.port}", **joining}
        self._ears = Ears(self._keyboard)
        voice = Voice(self._keyboard, self._out)
        self._task = asyncio.create_task(attend(Joining(saves, **values), voice, self._ears))

    @property
    def told(self):
        return self._out.getvalue()

    def types(self, *lines):
        os.write(self._typing, "".join(f"{line}\n" for line in lines).encode())

    async def hears(self, text, times=1):
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self.told.count(text) < times and not self._task.done():
                    await asyncio.sleep(0.005)
        if self.told.count(text) < times and self._task.done():
            self._task.result()
        assert self.told.count(text) >= times, self.told

    async def ends(self):
        async with asyncio.timeout(PATIENCE):
            return await self._task

    def leave(self):
        if self._typing is not None:
            os.close(self._typing)
            self._typing = None

    async def close(self):
        self.leave()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        # The thread that hears the pipe must be through before its number is another file's.
        while await self._ears.line() is not None:
            pass
        self._keyboard.close()


@pytest.fixture
async def joins(tmp_path):
    """Lets students join; each is gone at the end."""
    made = []

    def join(room, *lines, typed=False, saves=tmp_path / "saves", **joining):
        student = Student(room, saves, typed=typed, **joining)
        made.append(student)
        if lines:
            student.types(*lines)
        return student

    yield join
    for student in made:
        await student.close()


@asynccontextmanager
async def class_of(tmp_path, items=ITEMS, **settings):
    async with opened(begun(tmp_path, items, **settings)) as room, room.teacher() as teacher:
        yield room, teacher


def answers(room):
    return [
        (event.question, event.vote, event.choice, event.confidence, event.right)
        for event in room.events
        if isinstance(event, Answered) and not event.more
    ]


async def test_a_script_plays_a_lesson(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher):
        one = joins(room, "c", "v", "nonsense", "alleged", "")
        await one.hears("Wait for the teacher.")
        for number, verb in ((1, "begin"), (2, "next")):
            await teacher.do(verb)
            await one.hears(f"Question {number} of 5.")
            await teacher.do("open")
            await one.hears("Answers are closed.", number)
            await teacher.do("reveal")
            await one.hears("Yes. ", number)
            await teacher.do("board")
            await one.hears("The class's front page:", number)
        await teacher.do("end")
        assert await one.ends() == 0
        assert answers(room) == [(1, 1, "confirmed", "sure", True), (2, 1, "alleged", "", True)]
    assert "How sure: v\n" in one.told
    assert '"nonsense" means nothing here.' in one.told
    assert "2 of 2. Every line stands as you printed it." in one.told
    assert "points in all." in one.told


async def test_a_script_that_has_said_everything_listens_to_the_end(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher):
        one = joins(room)
        one.leave()
        await one.hears("Wait for the teacher.")
        await teacher.do("begin")
        await teacher.do("open")
        await one.hears("Answers are open.")
        await teacher.do("lock")
        await one.hears("You did not answer.")
        await teacher.do("end")
        assert await one.ends() == 0


async def test_whoever_types_can_change_the_answer_ask_and_leave(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher), room.student():
        one = joins(room, typed=True)
        await one.hears("Wait for the teacher.")
        await teacher.do("begin")
        await one.hears("Answers open in")
        one.types("c")
        await one.hears('"c" means nothing here.')
        await teacher.do("open")
        await one.hears("Your answer: ")
        one.types("t", "?", "again", "a")
        await one.hears("Time left:", 2)
        await one.hears("Type one of these, and Enter:")
        await one.hears("Question 1 of 5.", 2)
        await one.hears("How sure: ")
        one.types("x")
        await one.hears("Your answer: ALLEGED, fairly sure. Kept.")
        await one.hears("You can change it until answers are closed.")
        one.types("c")
        await one.hears('Your answer: "CONFIRMED". How sure are you?')
        one.types("z")
        await one.hears("Your answer: CONFIRMED, a guess. Kept.")
        await teacher.do("lock")
        await teacher.do("reveal")
        await one.hears("Type o for other papers")
        one.types("o", "p")
        await one.hears("What would lift it")
        await one.hears("Nothing is printed yet.")
        one.types("quit")
        assert await one.ends() == 0
        assert one.told.endswith("With the same code you can come back.\n")
        assert answers(room)[-1][2:4] == ("confirmed", "guess")


async def test_a_pause_and_a_lock_interrupt_what_is_asked(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher), room.student():
        one = joins(room, typed=True)
        await one.hears("Wait for the teacher.")
        await teacher.do("begin")
        await teacher.do("open")
        await one.hears("Your answer: ")
        await teacher.do("pause")
        await one.hears("Your answer: \nThe lesson is paused.")
        await teacher.do("continue")
        await one.hears("The lesson goes on.\nYour answer: ")
        await teacher.do("extend", amount=30)
        await one.hears("Your answer: \nThere is more time: ")
        await teacher.do("lock")
        await one.hears("\nAnswers are closed. Wait for the teacher.\nYou did not answer.\n")


async def test_the_last_seconds_are_told_to_whoever_has_not_answered(tmp_path, joins, monkeypatch):
    monkeypatch.setattr("quizgame.plain.classroom.pace._WARNED_AT", 59.9)
    async with class_of(tmp_path, seconds=60) as (room, teacher), room.student():
        one, other = joins(room), joins(room, "c", "", saves=tmp_path / "other")
        for student in (one, other):
            await student.hears("Wait for the teacher.")
        await teacher.do("begin")
        await teacher.do("open")
        await one.hears("Your answer: \n59.9 seconds are left.\nYour answer: ")
        await other.hears("Your answer: CONFIRMED. Kept.")
        assert "seconds are left" not in other.told


async def test_a_class_talks_and_votes_again(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher):
        one = joins(room, "c", "", "a", "v")
        await one.hears("Wait for the teacher.")
        for verb in ("begin", "open"):
            await teacher.do(verb)
        await one.hears("Answers are closed.")
        await teacher.do("discuss")
        await one.hears("Talk with your neighbour.")
        await teacher.do("open")
        await one.hears("Second vote. Before the talk you said: CONFIRMED.")
        await one.hears("Answers are closed.", 2)
        assert answers(room) == [
            (1, 1, "confirmed", "", True), (1, 2, "alleged", "sure", False),
        ]  # fmt: skip


async def test_words_are_marked(tmp_path, joins):
    async with class_of(tmp_path, ("pool?cue",), confidence=False) as (room, teacher):
        one = joins(room, "not there", "w", "3")
        await one.hears("Wait for the teacher.")
        for verb in ("begin", "open"):
            await teacher.do(verb)
        await one.hears("Answers are closed.")
        await one.hears("does not stand in the passage")
        await one.hears("1 The; 2 mayor; 3 says;")
        assert answers(room)[0][4] is True


async def test_at_their_own_pace_explanations_come_at_once(tmp_path, joins):
    async with class_of(tmp_path, ("vote", "pool"), pace="own") as (room, teacher):
        script = joins(room, *("c", "v") * 2)
        typist = joins(room, typed=True, saves=tmp_path / "other")
        for one in (script, typist):
            await one.hears("Wait for the teacher.")
        await teacher.do("begin")
        await script.hears("That was the last one.")
        assert len(answers(room)) == 2
        await typist.hears("Your answer: ")
        typist.types("c", "v")
        await typist.hears("Enter goes on: ")
        typist.types("o", "")
        await typist.hears("Question 2 of 2.")
        assert typist.told.index("What would lift it") < typist.told.index("Question 2 of 2.")
        typist.types("c", "")
        await typist.hears("A number: ")
        typist.types("1")
        await typist.hears("The council voted on Monday.", 3)
        await teacher.do("end")
        assert await script.ends() == 0
        await typist.hears("a number explains it again:", 2)
        typist.types("1", "7", "")
        assert await typist.ends() == 0
        assert '"7" means nothing here.' in typist.told


async def test_names_are_asked_for_told_apart_and_asked_again(tmp_path, joins):
    async with class_of(tmp_path, names="free") as (room, _):
        first, second = joins(room, "Ana"), joins(room, name="ana", saves=tmp_path / "b")
        await first.hears("Wait for the teacher.")
        await second.hears("Wait for the teacher.")
        third = joins(room, "x" * 30, "\u0301", "Jörg", saves=tmp_path / "c")
        await third.hears("You are in: Jörg.")
        assert third.told.count("Your name: ") == 3
        names = {event.name for event in room.events if isinstance(event, Joined)}
        assert names in ({"Ana", "ana 2", "Jörg"}, {"Ana 2", "ana", "Jörg"})


async def test_a_roster_lets_in_who_is_on_it_and_a_script_without_a_name_fails(tmp_path, joins):
    pupils = (Pupil("Jörg Weiß"), Pupil("Ana López"))
    async with class_of(tmp_path, names="roster", roster=pupils) as (room, _):
        one = joins(room, "Nobody", "weiss, jorg")
        await one.hears("You are in: Jörg Weiß.")
        other = joins(room, name="Nobody", saves=tmp_path / "b")
        other.leave()
        assert await other.ends() == 1
        assert other.told.endswith("Nothing was joined.\n")


async def test_whoever_comes_back_is_the_same_student(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher):
        one = joins(room, typed=True)
        await one.hears("Wait for the teacher.")
        await teacher.do("begin")
        one.types("quit")
        await one.ends()
        again = joins(room, "nonsense", "1", typed=True)
        await again.hears("Question 1 of 5.")
        name = one.told.partition("You are in: ")[2].partition(". Wait")[0]
        assert f"1  Come back as {name}" in again.told
        assert f"You are in: {name}.\n\nQuestion 1" in again.told
        again.types("quit")
        await again.ends()
        # By its name a script finds its seat too; else it is somebody new.
        await joins(room, name=name.upper()).hears("Question 1 of 5.")
        await joins(room).hears("Question 1 of 5.")
        joined = [event.name for event in room.events if isinstance(event, Joined)]
        assert joined[0] == name
        assert len(joined) == 2


async def test_a_seat_is_offered_by_the_name_that_the_teacher_gave(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher):
        one = joins(room, typed=True)
        await one.hears("Wait for the teacher.")
        await teacher.do("rename", student=1, text="Ana")
        await teacher.do("begin")
        await one.hears("Question 1 of 5.")
        one.types("quit")
        await one.ends()
        again = joins(room, typed=True)
        await again.hears("1  Come back as Ana")


async def test_whoever_is_sent_out_is_told_and_it_fails(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher):
        one = joins(room, typed=True)
        await one.hears("Wait for the teacher.")
        await teacher.do("kick", student=1)
        assert await one.ends() == 1
        assert "The teacher has sent you out of this lesson." in one.told
        again = joins(room, "1", typed=True)
        assert await again.ends() == 1


async def test_a_closed_door_is_told(tmp_path, joins):
    async with class_of(tmp_path) as (room, teacher):
        await teacher.do("close")
        one = joins(room)
        assert await one.ends() == 1
        assert "lets nobody new in" in one.told


async def test_a_code_that_leads_nowhere_is_asked_again_at_a_terminal(tmp_path, joins):
    async with class_of(tmp_path) as (room, _):
        one = joins(room, "?", "4P6", f"127.0.0.1:{room.running.port}", typed=True, code="4P6K")
        await one.hears("Wait for the teacher.")
        assert one.told.count("The code: ") == 3
        with pytest.raises(QuizgameError, match="not a letter of a code"):
            await joins(room, code="4P6K").ends()


async def test_a_lost_connection_is_told_and_the_lesson_goes_on_after_it(tmp_path, joins):
    folder = begun(tmp_path)
    async with opened(folder) as room:
        port = room.running.port
        one = joins(room, typed=True)
        await one.hears("Wait for the teacher.")
    await one.hears("You are not connected.")
    async with opened(folder, port=port) as room, room.teacher() as teacher:
        await one.hears("Connected again.")
        await teacher.do("continue")
        await teacher.do("begin")
        await one.hears("Question 1 of 5.")


async def test_answers_are_kept_in_a_players_own_save(tmp_path, joins):
    player = player_named(tmp_path / "saves", "Ana")
    async with class_of(tmp_path) as (room, teacher):
        one = joins(room, "c", "v", player=player)
        await one.hears("Wait for the teacher.")
        for verb in ("begin", "open"):
            await teacher.do(verb)
        await one.hears("Answers are closed.")
        await teacher.do("reveal")
        await one.hears("Yes. ")
        await teacher.do("end")
        assert await one.ends() == 0
    (answer,) = player_named(tmp_path / "saves", "Ana").answers
    assert (answer.chosen, answer.right, answer.confidence) == ("confirmed", True, "sure")
    assert answer.session == room.folder.session


async def test_a_pair_is_two_people(tmp_path, joins):
    async with class_of(tmp_path) as (room, _):
        await joins(room, people=2).hears("You are two at this screen")
        assert [event.people for event in room.events if isinstance(event, Joined)] == [2]


async def test_the_command_plays_through_a_pipe(tmp_path):
    async with class_of(tmp_path, ("vote",), confidence=False) as (room, teacher):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "quizgame", "join", "--plain", "--saves", str(tmp_path / "s")),
            f"127.0.0.1:{room.running.port}",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        process.stdin.write(b"c\n")
        await room.sees(lambda: any(isinstance(event, Joined) for event in room.events))
        for verb in ("begin", "open"):
            await teacher.do(verb)
        await teacher.phase("locked")
        for verb in ("reveal", "end"):
            await teacher.do(verb)
        out, err = await process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert b"1 of 1. Every line stands as you printed it." in out
