"""A hub on loopback: what is told when, who is who, and what one connection can do to another."""

import asyncio
import sys
import threading
import time
from contextlib import AsyncExitStack, suppress

import pytest
from hub_room import LATER, begun, opened, taken_up
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, ConnectionClosedError, InvalidStatus

from quizgame.classroom import addresses, hub, limits, metered, server, showing, tokens
from quizgame.classroom.events import Answered, Came, DoorSet, Joined, Left, Posed, Resumed
from quizgame.classroom.folder import Running
from quizgame.classroom.lesson import Pupil
from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import Refused


def test_a_lobby_that_is_taken_up_later_tells_the_time_of_that(tmp_path):
    folder = begun(tmp_path)
    assert taken_up(folder).events == ()
    (event,) = taken_up(folder, LATER).events
    assert event == Resumed(0.0, LATER.isoformat())


async def test_a_lesson_is_played(tmp_path):
    async with opened(begun(tmp_path)) as room, room.teacher() as teacher, room.student() as one:
        assert (await teacher.do("begin"))["kind"] == "done"
        await one.phase("read")
        await teacher.do("open")
        view = await one.phase("open")
        assert view["explained"] is None
        stored = await one.answer("confirmed", confidence="sure")
        assert stored == {"kind": "stored", "submission": "s", "question": 1, "vote": 1}
        # Everybody who is here has answered.
        await one.phase("locked")
        await teacher.do("reveal")
        told = await one.phase("revealed")
        assert told["own"]["right"] is True
        assert told["explained"]
        assert [type(event).__name__ for event in room.events] == [
            "Begun", "Joined", "Posed", "Opened", "Answered", "Locked", "Revealed",
        ]  # fmt: skip
        assert room.told == room.events[1:]


class Disk:
    """A disk that can be made to wait, or to refuse."""

    def __init__(self):
        self.refuses = False
        self.groups = 0
        self.waits = threading.Event()
        self.goes_on = threading.Event()
        self.goes_on.set()

    def __call__(self, fd):
        self.groups += 1
        self.waits.set()
        self.goes_on.wait(10)
        if self.refuses:
            raise OSError(28, "No space left on device")


async def asked(teacher):
    """The first question is open."""
    await teacher.do("begin")
    await teacher.do("open")


async def test_nothing_is_told_before_it_is_on_the_disk(tmp_path):
    disk = Disk()
    async with (
        opened(begun(tmp_path), sync=disk) as room,
        room.teacher() as teacher,
        room.student() as one,
        room.student(),
    ):
        await asked(teacher)
        await one.phase("open")
        disk.waits.clear()
        disk.goes_on.clear()
        await one.say("answer", question=1, vote=1, choice="alleged", confidence="", submission="s")
        await asyncio.to_thread(disk.waits.wait, 10)
        # Whatever was sent before the pong has arrived with it.
        await (await one.socket.ping())
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await one.next()
        assert not room.hub.state.asked[0].votes[0].ballots
        disk.goes_on.set()
        assert (await one.until("stored"))["submission"] == "s"
        assert isinstance(room.events[-1], Answered)


async def test_what_comes_together_is_written_together(tmp_path):
    disk = Disk()
    async with opened(begun(tmp_path), sync=disk) as room, AsyncExitStack() as stack:
        teacher = await stack.enter_async_context(room.teacher())
        class_ = [await stack.enter_async_context(room.student()) for _ in range(12)]
        await asked(teacher)
        for one in class_:
            await one.phase("open")
        before = disk.groups
        answers = await asyncio.gather(*(one.answer("alleged") for one in class_))
        assert {answer["kind"] for answer in answers} == {"stored"}
        assert disk.groups - before < len(class_) / 2


async def test_what_the_disk_refuses_has_not_happened_and_is_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(hub, "RETRY", 0.05)
    disk = Disk()
    async with (
        opened(begun(tmp_path), sync=disk) as room,
        room.teacher() as teacher,
        room.student() as one,
        room.student(),
    ):
        await asked(teacher)
        await one.phase("open")
        disk.refuses = True
        refused = await one.answer("alleged")
        assert (refused["why"], refused["again"], refused["ref"]) == ("not-saved", True, "s")
        assert (await teacher.do("lock"))["why"] == "not-saved"
        while not (view := await teacher.until("host-view"))["unsaved"]:
            pass
        assert "full" in view["unsaved"]
        async with room.line("join") as late:
            assert (await late.until("refused"))["again"] is True
        # Who comes back sees where things stand, although it cannot be written.
        async with room.line("return", token=one.token) as again:
            await again.phase("open")
            assert not any(isinstance(event, Answered) for event in room.events)
            disk.refuses = False
            # The hub finds out by itself.
            while (await teacher.until("host-view"))["unsaved"]:
                pass
            assert (await again.answer("alleged"))["kind"] == "stored"
    assert sum(isinstance(event, Answered) for event in room.events) == 1


async def test_who_went_while_the_disk_refused_is_gone_afterwards(tmp_path, monkeypatch):
    monkeypatch.setattr(hub, "RETRY", 0.05)
    disk = Disk()
    async with opened(begun(tmp_path), sync=disk) as room:
        async with room.student():
            disk.refuses = True
        await room.sees(lambda: room.hub.unsaved)
        assert room.hub.state.students[1].present
        disk.refuses = False
        await room.sees(lambda: not room.hub.state.students[1].present)
        assert isinstance(room.events[-1], Left)


async def test_the_newest_connection_wins(tmp_path):
    async with opened(begun(tmp_path)) as room, room.student() as old:
        async with room.line("return", token=old.token) as new:
            await new.until("view")
            await old.until("replaced")
            await old.ends()
            assert room.hub.state.students[1].present
            await new.say("look")
            assert (await new.until("refused"))["why"] == "not-allowed"
        await room.sees(lambda: not room.hub.state.students[1].present)
        assert len(room.hub.state.students) == 1


async def test_a_lost_welcome_is_found_again_even_after_a_crash(tmp_path):
    attempt = tokens.fresh()
    session = begun(tmp_path)
    async with opened(session) as room:
        async with room.student(attempt=attempt) as one:
            pass
        async with room.student(attempt=attempt) as same:
            assert same.token == one.token
            assert len(room.hub.state.students) == 1
    async with opened(session) as room:
        async with room.student(attempt=attempt) as same:
            assert same.token == one.token
            assert same.heard[0]["name"] == one.heard[0]["name"]
        async with room.student(attempt=tokens.fresh()) as other:
            assert other.token != one.token


async def test_no_student_becomes_the_host_or_ends_the_game(tmp_path):
    async with opened(begun(tmp_path)) as room, room.student() as one:
        for message in (
            {"kind": "verb", "verb": "end", "ref": "r"},
            {"kind": "host", "protocol": 1, "token": one.token},
            {"kind": "projector", "protocol": 1, "token": one.token},
        ):
            await one.say(**message)
            assert (await one.until("refused"))["why"] == "not-allowed"
        async with room.line("host", token=one.token) as liar:
            assert (await liar.until("refused"))["why"] == "unknown-token"
            await liar.say("host", token=room.secrets.projector)
            assert (await liar.until("refused"))["why"] == "unknown-token"
            assert {message["kind"] for message in liar.heard} == {"refused"}
        assert room.hub.state.phase is Phase.LOBBY
        assert room.hub.staff.bad_frames == 5


async def test_the_wall_only_looks(tmp_path):
    async with (
        opened(begun(tmp_path)) as room,
        room.line("projector", token=room.secrets.projector) as wall,
    ):
        await wall.until("projector-view")
        await wall.say("verb", verb="begin", ref="r")
        assert (await wall.until("refused"))["why"] == "not-allowed"
        async with room.student(), room.teacher() as teacher:
            await wall.until("projector-view", present=1)
            await teacher.do("begin")
            await wall.phase("read")


async def test_the_teacher_reloads_and_more_than_one_screen_works(tmp_path):
    async with opened(begun(tmp_path)) as room:
        async with room.teacher() as first:
            await first.do("begin")
        async with room.teacher() as again, room.teacher() as command:
            assert (await command.do("open"))["kind"] == "done"
            await again.phase("open")


async def test_who_comes_back_has_name_answer_and_the_open_question(tmp_path):
    async with opened(begun(tmp_path)) as room, room.teacher() as teacher, room.student():
        async with room.student() as one:
            await asked(teacher)
            await one.phase("open")
            await one.answer("alleged", confidence="fairly")
        async with room.line("return", token=one.token) as again:
            view = await again.until("view")
            assert view["own"]["name"] == one.heard[0]["name"]
            assert view["own"]["given"] == {
                "question": 1, "vote": 1, "choice": "alleged", "confidence": "fairly",
            }  # fmt: skip
            assert view["common"]["asked"]
            assert (view["own"]["right"], view["explained"]) == (None, None)
            # The same submission again is the same answer.
            assert (await again.answer("alleged", confidence="fairly"))["kind"] == "stored"
    assert sum(isinstance(event, Answered) for event in room.events) == 1


async def test_a_second_hub_takes_up_what_the_first_has_left_on_the_same_port(tmp_path):
    session = begun(tmp_path)
    async with opened(session) as room, room.teacher() as teacher, room.student() as one:
        await asked(teacher)
        await one.phase("open")
        await one.answer("alleged")
        before = room.running
    async with opened(session, port=None) as room:
        assert (room.running.port, room.running.code) == (before.port, before.code)
        assert isinstance(room.events[-1], Resumed)
        assert room.hub.state.paused is not None
        async with room.teacher() as teacher, room.line("return", token=one.token) as again:
            view = await again.until("view")
            assert view["common"]["paused"]
            assert view["own"]["given"]["choice"] == "alleged"
            assert (await teacher.do("continue"))["kind"] == "done"
            await again.phase("locked")


async def test_to_end_what_has_ended_stops_the_hub(tmp_path):
    async with opened(begun(tmp_path)) as room, room.teacher() as teacher, room.student() as one:
        await teacher.do("end")
        await one.phase("ended")
        await teacher.do("end")
        assert await one.ends() == "ended"
        assert await teacher.ends() == "ended"
        assert room.hub.stopped == "ended"


async def test_a_hub_that_everybody_has_left_goes_and_its_session_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(hub, "ABANDONED", 0.05)
    monkeypatch.setattr(hub, "_TICK", 0.01)
    made = begun(tmp_path)
    async with opened(made) as room:
        async with room.student(), room.teacher() as teacher:
            await teacher.do("begin")
            # Twice the span: whoever is there keeps it.
            await asyncio.sleep(0.1)
            assert not room.hub.stopped
        await room.sees(lambda: room.hub.stopped == "abandoned")
    assert made.last
    async with opened(made) as room, room.teacher() as teacher:
        assert (await teacher.do("continue"))["kind"] == "done"


async def test_at_their_own_pace_all_questions_are_posed_at_once(tmp_path):
    async with (
        opened(begun(tmp_path, pace="own")) as room,
        room.teacher() as teacher,
        room.student() as one,
    ):
        assert (await teacher.do("begin"))["kind"] == "done"
        await one.phase("own")
        assert sum(isinstance(event, Posed) for event in room.events) == 5


async def test_a_kicked_student_may_be_let_back_in(tmp_path):
    async with opened(begun(tmp_path)) as room, room.teacher() as teacher:
        async with room.student() as one:
            await teacher.do("kick", student=1)
            await one.until("out")
            await one.ends()
        async with room.line("return", token=one.token) as again:
            assert (await again.until("refused"))["why"] == "kicked"
            await teacher.do("readmit", student=1)
            await again.say("return", token=one.token)
            await again.until("view")
            assert isinstance(room.events[-1], Came)


async def test_names_are_told_apart_and_may_be_tried_again(tmp_path):
    async with (
        opened(begun(tmp_path, names="free")) as room,
        room.student(name="Jörg"),
        room.line("join", name="\x1b\x00") as other,
    ):
        assert (await other.until("refused"))["why"] == "name"
        await other.say("join", name="jörg\u202e")
        assert (await other.until("welcome"))["name"] == "jörg 2"


async def test_on_a_roster_only_its_names_join_once_and_with_their_time(tmp_path):
    pupils = (Pupil("Ana López", "Red", 1.5), Pupil("Bo", "Blue"))
    session = begun(tmp_path, names="roster", roster=pupils, teams=("Red", "Blue"))
    async with opened(session) as room, room.student(name="ana lopez"):
        student = room.hub.state.students[1]
        assert (student.name, student.team, student.allowance) == ("Ana López", "Red", 1.5)
        async with room.line("join", name="Nobody") as other:
            refused = await other.until("refused")
            assert refused["why"] == "not-on-roster"
            assert "Bo" not in refused["text"]
            await other.say("join", name="Ana López")
            refused = await other.until("refused")
            assert refused["why"] == "name-taken"
            assert "Take another name" not in refused["text"]


async def test_no_more_than_the_most_join(tmp_path):
    async with opened(begun(tmp_path, most=2)) as room, room.student(), room.student():
        async with room.line("join") as third:
            assert (await third.until("refused"))["why"] == "full"
        assert len(room.hub.state.students) == 2


async def test_a_flood_of_newcomers_closes_the_door_and_the_teacher_is_told(tmp_path):
    async with (
        opened(begun(tmp_path, most=2)) as room,
        room.teacher() as teacher,
        room.student() as one,
    ):
        for _ in range(4):
            async with room.line() as bot:
                for _ in range(8):
                    await bot.say("join")
                for _ in range(8):
                    await bot.next()
        view = await teacher.until("host-view", closed=True)
        assert "door was closed" in view["notice"]
        assert len(room.hub.state.students) == 2
        assert sum(isinstance(event, DoorSet) for event in room.events) == 1
        async with room.line("return", token=one.token) as again:
            await again.until("view")
        await teacher.do("admit")
        assert (await teacher.until("host-view", closed=False))["notice"] == ""


async def test_strangers_who_say_nothing_give_way_to_those_who_do(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "_STRANGERS", 1)
    async with opened(begun(tmp_path, most=2)) as room, AsyncExitStack() as stack:
        silent = [await stack.enter_async_context(room.line()) for _ in range(8)]
        assert await silent[0].ends() == "too many"
        async with room.student():
            assert len(room.hub.state.students) == 1


async def test_a_connection_says_in_time_who_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "HELLO", 0.05)
    async with opened(begun(tmp_path)) as room, room.line() as silent:
        assert await silent.ends() == "nothing was said"


async def test_nonsense_is_answered_and_whoever_goes_on_with_it_is_sent_away(tmp_path):
    async with opened(begun(tmp_path)) as room, room.student() as one:
        for frame in ("{", "[" * 4000, '{"kind":"view"}', b"\0", "null", '{"kind":"answer"}'):
            await one.socket.send(frame)
            assert (await one.until("refused"))["why"] == "malformed"
        for _ in range(limits.MOST_BAD):
            await one.socket.send("?")
        assert await one.ends() == "malformed"
        assert room.hub.staff.bad_frames == limits.MOST_BAD + 1
        async with room.line("return", token=one.token) as again:
            await again.until("view")


async def test_a_frame_that_is_too_long_costs_its_own_connection_and_is_counted(tmp_path):
    async with opened(begun(tmp_path)) as room, room.student(), room.student() as one:
        await one.socket.send("x" * 5000)
        with pytest.raises(ConnectionClosedError, match="1009"):
            await one.ends()
        await room.sees(lambda: room.hub.staff.bad_frames == 1)
        assert room.hub.state.students[1].present


async def test_a_flood_that_is_no_message_costs_its_own_connection_and_is_counted(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(metered, "BYTES_AT_ONCE", 4000)
    monkeypatch.setattr(metered, "BYTES_A_SECOND", 1)
    async with opened(begun(tmp_path)) as room, room.student() as other, room.student() as one:
        with suppress(ConnectionClosed):
            for _ in range(40):
                await one.socket.pong(b"x" * 125)
        with suppress(ConnectionClosed):
            await one.ends()
        await room.sees(lambda: not room.hub.state.students[2].present)
        assert room.hub.staff.bad_frames == 1
        await other.socket.send("?")
        assert (await other.until("refused"))["why"] == "malformed"


async def test_whoever_has_too_much_unread_is_not_listened_to(tmp_path, monkeypatch):
    async with opened(begun(tmp_path)) as room, room.student() as one:
        monkeypatch.setattr(metered, "MOST_UNREAD", -1)
        await one.socket.send("?")
        with suppress(ConnectionClosed):
            await one.ends()
        await room.sees(lambda: room.hub.staff.bad_frames == 1)


async def test_whoever_goes_on_with_another_version_is_sent_away(tmp_path):
    async with opened(begun(tmp_path)) as room, room.student() as one:
        for _ in range(limits.MOST_BAD + 1):
            await one.say("answer", protocol=2)
        assert await one.ends() == "malformed"
        assert {message["why"] for message in one.heard if message["kind"] == "refused"} == {
            "protocol"
        }


@pytest.mark.parametrize("number", [True, "1", 1.5, 0, -1, 10**30])
async def test_what_is_no_number_of_a_question_is_refused(tmp_path, number):
    async with opened(begun(tmp_path)) as room, room.student() as one:
        await one.say("answer", question=number, vote=1, choice="?", submission="s")
        assert (await one.until("refused"))["why"] == "malformed"
        assert room.hub.staff.bad_frames == 1


async def test_who_sends_too_fast_is_told_so(tmp_path):
    async with opened(begun(tmp_path)) as room, room.teacher() as teacher, room.student() as one:
        await asked(teacher)
        await one.phase("open")
        for number in range(limits.FRAMES_AT_ONCE + 3):
            await one.say(
                "answer", question=1, vote=1, choice="?", confidence="", submission=f"s{number}"
            )
        refused = await one.until("refused", why="too-fast")
        assert refused["again"] is True
        assert refused["ref"]


async def test_another_protocol_is_told_from_nonsense(tmp_path):
    async with opened(begun(tmp_path)) as room, room.line() as newer:
        await newer.say("join", protocol=2, shape="round")
        assert (await newer.until("refused"))["why"] == "protocol"
        assert room.hub.staff.bad_frames == 0


async def test_a_look_tells_what_is_here_and_no_more(tmp_path):
    async with opened(begun(tmp_path)) as room, room.student(), room.line("look") as line:
        here = await line.until("here")
        assert set(here) == {"kind", "session", "title", "names", "closed"}
        assert not any(isinstance(event, Joined) for event in room.events[2:])


async def test_a_web_page_is_no_client(tmp_path):
    async with opened(begun(tmp_path)) as room:
        with pytest.raises(InvalidStatus, match="403"):
            await connect(room.uri, proxy=None, origin="https://example.org")


async def test_a_reader_that_stalls_holds_up_nobody_and_is_kept_little_for(tmp_path):
    async with (
        opened(begun(tmp_path)) as room,
        room.teacher() as teacher,
        room.student() as one,
        room.student() as stalled,
    ):
        stalled.socket.transport.pause_reading()
        peer = room.hub.audience._students[2]
        views = [b'{"kind":"view","n":%d,"x":"%s"}' % (n, b"x" * 100_000) for n in range(300)]
        for view in views:
            peer.show(view)
            await asyncio.sleep(0)
        waiting = peer.socket.transport.get_write_buffer_size() + len(peer._view or "")
        assert waiting < 5 * len(views[0])
        await asked(teacher)
        await one.phase("open")
        assert (await one.answer("alleged"))["kind"] == "stored"
        stalled.socket.transport.resume_reading()
        # Of the views that it has missed it gets the newest, and no older one after it.
        await stalled.phase("open")
        numbers = [message["n"] for message in stalled.heard if "n" in message]
        assert numbers == sorted(numbers)
        assert len(numbers) < len(views)


async def test_who_reads_no_message_at_all_is_cut_off(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "_CLOSING", 0.1)
    async with opened(begun(tmp_path)) as room, room.student() as stalled:
        stalled.socket.transport.pause_reading()
        peer = room.hub.audience._students[1]
        message = Refused(why="not-now", text="x" * 50_000)
        for _ in range(400):
            peer.say(message)
            await asyncio.sleep(0)
        await room.sees(lambda: not room.hub.state.students[1].present)
        assert not peer._messages
        stalled.socket.transport.abort()


async def test_a_half_open_connection_is_found_and_blocks_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "PING_EVERY", 0.05)
    monkeypatch.setattr(server, "PING_WAIT", 0.1)
    monkeypatch.setattr(server, "_CLOSING", 0.1)
    async with opened(begun(tmp_path)) as room, room.student() as half_open:
        # It sends nothing any more, and no sign that it is gone.
        half_open.socket.transport.pause_reading()
        async with room.line("return", token=half_open.token) as back:
            await back.until("view")
            assert room.hub.state.students[1].present
            back.socket.transport.pause_reading()
            await room.sees(lambda: not room.hub.state.students[1].present)
            assert isinstance(room.events[-1], Left)
            back.socket.transport.abort()
            half_open.socket.transport.abort()


async def test_two_lessons_on_one_machine_have_two_ports_and_two_codes(tmp_path, monkeypatch):
    async with opened(begun(tmp_path)) as first:
        monkeypatch.setattr(server, "DEFAULT_PORT", first.running.port)
        async with opened(begun(tmp_path), port=None) as second:
            assert second.running.port > first.running.port
            assert second.running.code != first.running.code
            assert second.folder.session == "2026-11-25-1430-2"
            async with second.student(), first.student():
                assert len(first.hub.state.students) == len(second.hub.state.students) == 1


async def test_a_hub_that_everybody_has_left_stops_by_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(hub, "AFTER_THE_END", 0.0)
    monkeypatch.setattr(hub, "_TICK", 0.05)
    async with opened(begun(tmp_path)) as room:
        async with room.teacher() as teacher, room.student() as one:
            await teacher.do("end")
            await one.phase("ended")
            # As long as somebody looks back at the lesson it stays.
            room.hub._stop_if_alone()
            assert not room.hub.stopped
        await room.sees(lambda: room.hub.stopped == "ended")


async def test_a_clock_that_jumps_ends_no_question(tmp_path):
    ahead = 0.0
    async with (
        opened(begun(tmp_path)) as room,
        room.teacher() as teacher,
        room.student() as one,
    ):
        room.hub._clock._monotonic = lambda: time.monotonic() + ahead
        await asked(teacher)
        await one.phase("open")
        # The machine slept for an hour.
        ahead = 3600.0
        assert (await one.answer("alleged", confidence="sure"))["kind"] == "stored"
        assert room.events[-1].t < 60


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere 127.0.0.2 is nobody's address")
async def test_a_hub_listens_nowhere_but_where_it_was_told_to(tmp_path):
    async with opened(begun(tmp_path)) as room:
        with pytest.raises(ConnectionRefusedError):
            await connect(f"ws://127.0.0.2:{room.running.port}", proxy=None)
        assert server.listening("10.0.0.7") == ["10.0.0.7", "127.0.0.1"]
        assert server.listening("0.0.0.0") == ["0.0.0.0"]


async def test_the_teacher_is_told_of_a_damaged_journal(tmp_path):
    session = begun(tmp_path)
    async with opened(session) as room, room.student():
        pass
    lines = session.journal.read_bytes().split(b"\n")
    session.journal.write_bytes(b"\n".join([lines[0], lines[1][:-5] + b"12345", *lines[2:]]))
    async with opened(session) as room, room.line("host", token=room.secrets.host) as teacher:
        assert "line 2" in (await teacher.until("host-view"))["notice"]


async def test_a_large_class_is_shown_a_question_while_answers_come_in(tmp_path, monkeypatch):
    monkeypatch.setattr(showing, "AT_ONCE", 2)
    async with opened(begun(tmp_path)) as room, AsyncExitStack() as stack:
        teacher = await stack.enter_async_context(room.teacher())
        everybody = [await stack.enter_async_context(room.student()) for _ in range(9)]
        await asked(teacher)
        first = everybody[0]
        await first.phase("open")
        answers = await asyncio.gather(*(one.answer("alleged") for one in everybody))
        assert {answer["kind"] for answer in answers} == {"stored"}
        await teacher.do("reveal")
        for one in everybody:
            await one.phase("revealed")
        await teacher.do("end")
        await teacher.do("end")
        for one in everybody:
            await one.phase("ended")


async def test_who_comes_back_later_is_told_the_time_that_is_left_then(tmp_path):
    ahead = 0.0
    async with (
        opened(begun(tmp_path)) as room,
        room.teacher() as teacher,
        room.student() as one,
    ):
        room.hub._clock._monotonic = lambda: time.monotonic() + ahead
        await asked(teacher)
        before = (await one.phase("open"))["common"]["left"]
        while ahead < 12:
            # Less than what counts as sleep.
            ahead += 4
            room.hub.now()
        async with room.line("return", token=one.token) as again:
            after = (await again.phase("open"))["common"]["left"]
            assert 11 < before - after < 20


async def test_where_the_network_has_changed_a_session_is_taken_up_at_another_address(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(addresses, "first", lambda: "127.0.0.1")
    monkeypatch.setattr(server, "DEFAULT_PORT", 0)
    session = begun(tmp_path)
    # An address for documentation, which no machine has.
    session.tell(Running(session.session, 1, "192.0.2.1", 4747, "C7M4", "192.0.2.1"))
    async with opened(session, address=None, port=None) as room, room.student():
        assert (room.running.host, room.running.listens) == ("127.0.0.1", "127.0.0.1")
        assert room.folder.last == room.running
