"""The clients of a hub: they come back by themselves, and what was not stored is sent again."""

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

import pytest
from hub_room import PATIENCE, begun, opened
from websockets.asyncio.server import serve

from quizgame.classroom import client, doing, link, tickets
from quizgame.classroom.client import HostClient, ProjectorClient, StudentClient, look
from quizgame.classroom.entrance import Entrance
from quizgame.classroom.errors import NoHub, SessionError, Unreachable
from quizgame.classroom.events import Answered
from quizgame.classroom.state import Phase
from quizgame.classroom.targets import Target
from quizgame.classroom.wire.incoming import Join, Return
from quizgame.classroom.wire.message import PROTOCOL
from quizgame.classroom.wire.outgoing import (
    Done,
    HostView,
    Out,
    ProjectorView,
    Refused,
    Replaced,
    Stored,
    StudentView,
    Welcome,
)
from quizgame.errors import UsageError

JOIN = Join(protocol=PROTOCOL)
WELCOME = Welcome(session="s", token="t" * 32, name="Brave Otter")


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    """Clients come back at once, and no proxy of the system is used."""
    monkeypatch.setattr(link, "_FIRST_PAUSE", 0.02)
    monkeypatch.setattr(link, "_LONGEST_PAUSE", 0.05)
    for name in ("http_proxy", "https_proxy", "all_proxy", "ws_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")


class Ear:
    """What a client was told."""

    def __init__(self):
        self.heard = []
        self.links = []
        self.client = None

    def of(self, kind):
        return [message for message in self.heard if isinstance(message, kind)]

    async def until(self, condition):
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await asyncio.sleep(0.005)


@asynccontextmanager
async def running(make, target, *given, **named):
    ear = Ear()
    ear.client = make(
        target, *given, **named, on_message=ear.heard.append, on_link=ear.links.append
    )
    task = asyncio.create_task(ear.client.run())
    try:
        yield ear
    finally:
        ear.client.close()
        async with asyncio.timeout(PATIENCE):
            await task
        assert ear.links[-1] == "ended"


def port_of(other):
    return Target("127.0.0.1", next(iter(other.sockets)).getsockname()[1])


def at(room):
    return Target("127.0.0.1", room.running.port)


async def test_a_student_answers_over_a_crash_of_the_hub(tmp_path):
    session = begun(tmp_path)
    async with opened(session) as room:
        target = at(room)
        async with running(HostClient, target, room.secrets.host) as teacher:
            await teacher.until(lambda: teacher.of(HostView))
            assert isinstance(await teacher.client.do("begin"), Done)
            assert isinstance(await teacher.client.do("open"), Done)
        first = Ear()
        first.client = StudentClient(
            target, hello=JOIN, on_message=first.heard.append, on_link=first.links.append
        )
        task = asyncio.create_task(first.client.run())
        await first.until(lambda: first.of(StudentView))
        assert first.links == ["connecting", "connected"]
        token = first.of(Welcome)[0].token
        assert first.client.token == token
    await first.until(lambda: "lost" in first.links)
    # Without a link an answer waits, and another one takes its place.
    await first.client.submit(1, 1, "alleged", "")
    submission = await first.client.submit(1, 1, "confirmed", "sure")
    assert first.client.waiting == (submission,)
    async with opened(session, port=None) as room:
        await first.until(lambda: first.of(Refused))
        # The session stands paused: the answer is kept back until it goes on.
        assert (first.of(Refused)[-1].ref, first.of(Refused)[-1].why) == (submission, "paused")
        assert first.client.waiting == (submission,)
        async with running(HostClient, target, room.secrets.host) as teacher:
            await teacher.until(lambda: teacher.of(HostView))
            assert isinstance(await teacher.client.do("continue"), Done)
            await first.until(lambda: first.of(Stored))
            assert first.of(Stored)[0].submission == submission
            assert isinstance(await teacher.client.do("end"), Done)
            await first.until(lambda: first.of(StudentView)[-1].common.phase is Phase.ENDED)
            assert isinstance(await teacher.client.do("end"), Done)
            # The lesson is over, and nobody looks for it any more.
            async with asyncio.timeout(PATIENCE):
                await task
    assert len(first.of(Welcome)) == 1
    assert [event.choice for event in room.events if isinstance(event, Answered)] == ["confirmed"]


async def test_what_the_disk_refused_is_sent_again_by_itself(tmp_path):
    full = False

    def sync(fd):
        if full:
            raise OSError(28, "No space left on device")

    async with (
        opened(begun(tmp_path), sync=sync) as room,
        running(HostClient, at(room), room.secrets.host) as teacher,
        running(StudentClient, at(room), hello=JOIN) as student,
    ):
        await student.until(lambda: student.of(StudentView))
        await teacher.client.do("begin")
        await teacher.client.do("open")
        full = True
        submission = await student.client.submit(1, 1, "alleged", "guess")
        await student.until(lambda: student.of(Refused))
        assert student.of(Refused)[0].why == "not-saved"
        assert student.client.waiting == (submission,)
        full = False
        await student.until(lambda: student.of(Stored))
        assert student.client.waiting == ()


async def test_who_is_sent_out_or_replaced_does_not_come_back(tmp_path):
    async with (
        opened(begun(tmp_path)) as room,
        running(HostClient, at(room), room.secrets.host) as teacher,
        running(StudentClient, at(room), hello=JOIN) as first,
    ):
        await first.until(lambda: first.of(StudentView))
        hello = Return(protocol=PROTOCOL, token=first.client.token)
        async with running(StudentClient, at(room), hello=hello) as second:
            await first.until(lambda: first.client.state == "ended")
            assert first.of(Replaced)
            await second.until(lambda: second.of(StudentView))
            await teacher.client.do("kick", student=1)
            await second.until(lambda: second.client.state == "ended")
            assert second.of(Out)
        async with running(StudentClient, at(room), hello=hello) as third:
            await third.until(lambda: third.client.state == "ended")
            assert third.of(Refused)[0].why == "kicked"


async def test_who_is_refused_for_good_is_told_why_and_stops(tmp_path):
    async with opened(begun(tmp_path, names="free")) as room:
        async with running(StudentClient, at(room), hello=JOIN) as nameless:
            await nameless.until(lambda: nameless.client.state == "ended")
        assert nameless.of(Refused)[0].why == "name"
        async with running(HostClient, at(room), "0" * 32) as liar:
            await liar.until(lambda: liar.client.state == "ended")
        assert not liar.of(HostView)


async def test_a_verb_that_cannot_be_asked_for_is_refused_here(tmp_path):
    async with opened(begun(tmp_path)) as room:
        async with running(HostClient, at(room), room.secrets.host) as teacher:
            assert (await teacher.client.do("next")).again
            await teacher.until(lambda: teacher.of(HostView))
            assert (await teacher.client.do("extend", amount=-5.0)).why == "malformed"
            assert (await teacher.client.do("reveal")).why == "not-now"
        assert (await teacher.client.do("next")).again


async def test_the_wall_is_shown_how_to_join(tmp_path):
    async with (
        opened(begun(tmp_path)) as room,
        running(ProjectorClient, at(room), room.secrets.projector) as wall,
    ):
        await wall.until(lambda: wall.of(ProjectorView))
        assert wall.of(ProjectorView)[0].code == room.running.code


async def test_a_look_tells_what_is_hosted(tmp_path):
    async with opened(begun(tmp_path)) as room:
        here = await look(at(room))
        assert (here.title, here.names, here.closed) == ("A lesson", "given", False)
    with pytest.raises(Unreachable, match="no lesson runs"):
        await look(at(room))


async def test_something_else_that_listens_there_is_no_lesson():
    async def chatter(socket):
        await socket.recv()
        await socket.send('{"kind":"hello"}')

    async with serve(chatter, "127.0.0.1", 0) as other:
        target = port_of(other)
        with pytest.raises(Unreachable):
            await look(target)
        async with running(StudentClient, target, hello=JOIN) as student:
            await student.until(lambda: student.client.state == "ended")
            assert "another version" in student.client.why

    async def http(reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(http, "127.0.0.1", 0) as other:
        target = port_of(other)
        async with running(StudentClient, target, hello=JOIN) as student:
            await student.until(lambda: student.links.count("lost") > 1)
            assert "no lesson" in student.client.why


async def test_who_accepts_and_says_nothing_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(client, "_REPLY", 0.05)

    async def mute(socket):
        await socket.wait_closed()

    async with serve(mute, "127.0.0.1", 0, compression=None) as other:
        with pytest.raises(Unreachable, match="Nobody answers"):
            await look(port_of(other))


async def test_a_hub_that_drops_whom_it_lets_in_is_asked_less_and_less(monkeypatch):
    monkeypatch.setattr(link, "_LONGEST_PAUSE", 5.0)
    failures = []
    monkeypatch.setattr(link, "pause", lambda number: failures.append(number) or 0.0)

    async def fickle(socket):
        await socket.recv()
        await socket.send(WELCOME.model_dump_json())

    async with (
        serve(fickle, "127.0.0.1", 0, compression=None) as other,
        running(StudentClient, port_of(other), hello=JOIN) as student,
    ):
        await student.until(lambda: len(failures) >= 4)
    assert failures[:4] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "change", [{"token": "x"}, {"token": "x" * 5000}, {"session": ""}, {"name": "x" * 5000}]
)
async def test_a_welcome_that_no_hub_says_ends_the_link(change):
    async def liar(socket):
        await socket.recv()
        await socket.send(json.dumps({**WELCOME.model_dump(), **change}))
        await socket.wait_closed()

    async with (
        serve(liar, "127.0.0.1", 0, compression=None) as other,
        running(StudentClient, port_of(other), hello=JOIN) as student,
    ):
        await student.until(lambda: student.client.state == "ended")
        assert student.client.token is None
        assert not student.heard


@pytest.mark.parametrize(
    ("question", "vote", "choice"),
    [(0, 1, "a"), (10**6, 1, "a"), (1, 3, "a"), (1, 1, ""), (1, 1, "a" * 5000)],
)
async def test_an_answer_that_no_hub_takes_is_refused_here(tmp_path, question, vote, choice):
    async with (
        opened(begun(tmp_path)) as room,
        running(StudentClient, at(room), hello=JOIN) as student,
    ):
        await student.until(lambda: student.of(StudentView))
        submission = await student.client.submit(question, vote, choice, "")
        assert [one.ref for one in student.of(Refused)] == [submission]
        assert student.client.waiting == ()


async def test_a_second_welcome_changes_nothing(tmp_path):
    async def generous(socket):
        await socket.recv()
        for token in ("a" * 32, "b" * 32):
            message = WELCOME.model_copy(update={"token": token})
            await socket.send(message.model_dump_json())
        await socket.wait_closed()

    entrance = Entrance(tmp_path, lambda: datetime.now().astimezone())
    async with (
        serve(generous, "127.0.0.1", 0, compression=None) as other,
        running(StudentClient, port_of(other), hello=JOIN) as student,
    ):
        await student.until(lambda: len(student.of(Welcome)) == 2)
        assert student.client.token == "a" * 32
    for message in student.of(Welcome):
        entrance.keep(message)
    entrance.let_go()
    assert [one.token for one in tickets.waiting(tickets.folder(tmp_path), "s")] == ["a" * 32]


async def test_a_typed_verb_is_done_and_tells_how_things_stand(tmp_path):
    session = begun(tmp_path)
    with pytest.raises(NoHub):
        await doing.do(session, "begin")
    with session.lock():
        async with opened(session) as room, room.student():
            assert (await doing.do(session, "status")).common.phase is Phase.LOBBY
            assert (await doing.do(session, "begin")).common.phase is Phase.READ
            assert (await doing.do(session, "rename 1 Ida")).seats[0].name == "Ida"
            with pytest.raises(SessionError, match="not possible now"):
                await doing.do(session, "reveal")
            with pytest.raises(UsageError, match="no verb"):
                await doing.do(session, "dance")
            await doing.do(session, "end")
            assert (await doing.do(session, "end")).common.phase is Phase.ENDED


async def test_a_reply_and_the_view_after_it_may_come_in_one_breath(tmp_path):
    session = begun(tmp_path)
    async with opened(session) as room, room.teacher() as line:
        before = HostView.model_validate(line.heard[-1])
    after = before.model_copy(update={"closed": True})

    async def hub(socket):
        await socket.recv()
        await socket.send(before.model_dump_json())
        done = Done(ref=json.loads(await socket.recv())["ref"])
        for message in (done, after):
            socket.protocol.send_text(message.model_dump_json().encode())
        socket.send_data()
        await socket.wait_closed()

    async with serve(hub, "127.0.0.1", 0, compression=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        session.tell(replace(room.running, port=port))
        with session.lock():
            async with asyncio.timeout(PATIENCE):
                assert (await doing.do(session, "close")).closed
