"""Will students reach this machine? Against listeners that refuse, hang, talk nonsense, or work."""

import asyncio
import io
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest
from hub_room import begun, opened

from quizgame.classroom.code import write
from quizgame.classroom.doctor import firewalls, surroundings
from quizgame.classroom.doctor.firewalls import Answer
from quizgame.classroom.doctor.listener import SESSION, listening
from quizgame.classroom.doctor.probe import probe
from quizgame.classroom.targets import Target
from quizgame.cli import main

HERE = "127.0.0.1"


@pytest.fixture
def port():
    with socket.socket() as chosen:
        chosen.bind((HERE, 0))
        return chosen.getsockname()[1]


@contextmanager
def saying(answer, hangs=False):
    """Another program that listens, and what it says to everybody; gives its port."""
    with socket.create_server((HERE, 0)) as server:
        over = threading.Event()

        def serve():
            while not over.is_set():
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    if hangs:
                        over.wait(20)
                    elif client.recv(4096):
                        client.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            over.set()
            with socket.create_connection(server.getsockname()):
                pass
            thread.join()


def tries(port, wait=2.0):
    return asyncio.run(probe(Target(HERE, port), wait))


async def probed(port, wait=2.0):
    visitors = []
    async with listening(Target(HERE, port), visitors.append):
        outcome = await probe(Target(HERE, port), wait)
        while not visitors:
            await asyncio.sleep(0)
    return outcome, visitors


@pytest.fixture
def doctor(capsys, monkeypatch):
    def run(*args, typed=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(["doctor", *map(str, args)])
        told = capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return code, told.out + told.err

    return run


def test_a_listener_is_reached_and_told_who_came(port):
    outcome, visitors = asyncio.run(probed(port))
    assert outcome.what == "reached"
    assert outcome.here.session == SESSION
    assert outcome.seconds < 2
    assert visitors == [HERE]


def test_where_nothing_listens_it_is_refused(port):
    assert tries(port).what == "refused"


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-whatever\r\n",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://other.example/\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: ws://[\r\n\r\n",
        b"\x00\xff" * 3000,
        b"",
    ],
    ids=["ssh", "404", "elsewhere", "nowhere", "noise", "nothing"],
)
def test_a_program_that_talks_something_else_is_another_program(answer, doctor):
    with saying(answer) as port:
        assert tries(port).what == "other-program"
        code, told = doctor(f"{HERE}:{port}")
    assert code == 1
    assert "Another program answers" in told
    assert "quizgame host --port" in told


def test_a_program_that_says_nothing_is_another_program():
    with saying(b"", hangs=True) as port:
        assert tries(port, wait=0.2).what == "other-program"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse what does not fit")
def test_where_nothing_answers_it_is_silent(doctor):
    with socket.socket() as full:
        full.bind((HERE, 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        code, told = doctor(f"{HERE}:{full.getsockname()[1]}", "--seconds", "0.2")
        for one in waiting:
            one.close()
    assert code == 1
    assert "No answer" in told
    assert "client isolation" in told
    assert "--hands" in told


def test_a_name_that_nobody_has_is_told_as_that(doctor):
    code, told = doctor("no-such-machine.invalid:4747")
    assert code == 1
    assert "No machine has this name" in told


def test_a_lesson_of_another_version_is_told_as_that():
    async def of_a_later_one(connection):
        await connection.recv()
        await connection.send('{"kind": "here", "lesson": {}}')

    async def run():
        from websockets.asyncio.server import serve

        async with serve(of_a_later_one, HERE, 0) as server:
            return await probe(Target(HERE, server.sockets[0].getsockname()[1]), 2)

    assert asyncio.run(run()).what == "other-version"


def test_whoever_joins_a_test_is_told_to_wait_and_nonsense_is_answered(port):
    async def run():
        from websockets.asyncio.client import connect

        replies = []
        async with listening(Target(HERE, port), replies.append):
            for first in ('{"kind": "join", "protocol": 1}', "nonsense", "x" * 4000):
                async with connect(f"ws://{HERE}:{port}", proxy=None) as connection:
                    await connection.send(first)
                    replies.append(await connection.recv())
        return replies

    join, nonsense, noise = asyncio.run(run())
    assert '"again":true' in join
    assert "malformed" in nonsense
    assert "malformed" in noise


def test_the_teachers_side_says_address_code_port_and_what_only_a_try_tells(doctor, port):
    code, told = doctor("--port", port, "--address", HERE, "--seconds", "0")
    assert code == 0
    assert f"Address: {HERE}" in told
    assert f"quizgame join {write(HERE, port)}" in told
    assert f"Port {port}: free; this machine reaches itself there" in told
    assert "Firewall" in told
    assert f"quizgame doctor {write(HERE, port)}" in told
    assert "Waiting" not in told


def test_it_waits_for_the_time_that_was_asked_for(doctor, port):
    code, told = doctor("--port", port, "--address", HERE, "--seconds", "0.1")
    assert code == 0
    assert "Waiting for it; Enter or 0.1 seconds ends this." in told
    assert told.endswith("Nobody has tried.\n")
    assert "Nobody has tried." in doctor("--port", port, "--seconds", "60", typed="\n")[1]


def test_a_port_that_another_program_uses_is_told_with_a_free_one(doctor):
    with saying(b"hello") as port:
        code, told = doctor("--port", port, "--address", HERE)
    assert code == 1
    assert f"Port {port}: another program uses it." in told
    assert "\n  quizgame host --port " in told


def test_a_try_from_another_program_is_seen_and_told(doctor, port):
    command = [sys.executable, "-m", "quizgame", "doctor", "--address", HERE, "--port", str(port)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    lines = []
    # Its input stays open and nobody types: it waits for the line that ends it.
    for line in process.stdout:
        lines.append(line)
        if line.startswith("  quizgame doctor"):
            break
    code, told = doctor(f"{HERE}:{port}")
    second, again = doctor("--address", HERE, "--port", port)
    out, _ = process.communicate("\n")
    assert (code, second, process.returncode) == (0, 0, 0)
    assert f"Reached {HERE}:{port} in " in told
    assert "another `quizgame doctor` answers there" in again
    assert f"{HERE} has reached this machine." in out
    assert "1 machine has reached this one." in out


async def test_a_lesson_that_runs_is_found_tried_and_not_disturbed(doctor, tmp_path):
    async with opened(begun(tmp_path)) as room:
        # A process that runs a hub holds this lock.
        with room.folder.lock():
            code, told = await asyncio.to_thread(doctor, "--saves", tmp_path)
        port = room.running.port
        there, tried = await asyncio.to_thread(doctor, f"{HERE}:{port}")
        events = room.events
    assert (code, there) == (0, 0)
    assert f'Port {port}: "A lesson" answers there; reached from here in' in told
    assert 'The lesson is "A lesson".' in tried
    assert f"quizgame join {write(HERE, port)}" in tried
    assert [type(event).__name__ for event in events] == ["Begun"]


@pytest.mark.parametrize(
    "args",
    [
        ("--port", 0), ("--port", 65536), ("--port", "x"), ("--address", "198.51.100.9"),
        ("--address", "::1"), ("--address", "room"), ("--seconds", -1), ("--seconds", "nan"),
        ("4P6H", "--port", 4747), ("4P6K",), ("4P",), ("",), ("a b c:1",),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_the_cure(doctor, args):
    code, told = doctor(*args)
    assert code == 2
    assert len(told.splitlines()) >= 2


def answering(**answers):
    """Tools that answer to their last argument; those that are not named are not there."""

    def ask(command):
        return answers.get(command[-1].lstrip("-").replace("-", "_").partition("=")[0])

    return ask


def looked(ask, system="linux", ufw=None, tmp=None):
    config = tmp / "ufw.conf"
    if ufw is not None:
        config.write_text(ufw, "utf-8")
    return [(one.name, one.verdict) for one in firewalls.look(4747, ask, system=system, ufw=config)]


@pytest.mark.parametrize(
    ("system", "answers", "verdict"),
    [
        ("linux", {"state": Answer(False, "not running\n")}, "off"),
        (
            "linux",
            {"state": Answer(True, "running\n"), "query_port": Answer(True, "yes\n")},
            "allows",
        ),
        (
            "linux",
            {"state": Answer(True, "running\n"), "query_port": Answer(False, "no\n")},
            "blocks",
        ),
        ("linux", {"state": Answer(True, "running\n")}, "unknown"),
        ("linux", {"state": Answer(False, "Authorization failed.")}, "unknown"),
        ("linux", {"ruleset": Answer(False, "Operation not permitted")}, "unknown"),
        ("linux", {"ruleset": Answer(True, "")}, "off"),
        (
            "linux",
            {"ruleset": Answer(True, "type filter hook input priority 0; policy drop")},
            "unknown",
        ),
        ("darwin", {"getglobalstate": Answer(True, "Firewall is disabled. (State = 0)")}, "off"),
        (
            "darwin",
            {
                "getglobalstate": Answer(True, "Firewall is enabled. (State = 1)"),
                "getblockall": Answer(True, "Firewall has block all state set to enabled."),
            },
            "blocks",
        ),
        ("darwin", {"getglobalstate": Answer(True, "Firewall is enabled. (State = 1)")}, "unknown"),
        (
            "win32",
            {"currentprofile": Answer(True, "State  ON\nPolicy BlockInbound,AllowOutbound")},
            "unknown",
        ),
        (
            "win32",
            {"currentprofile": Answer(True, "State  OFF\nPolicy BlockInbound,AllowOutbound")},
            "off",
        ),
        (
            "win32",
            {"currentprofile": Answer(True, "Status EIN\nBlockInboundAlways,AllowOutbound")},
            "blocks",
        ),
    ],
)
def test_what_a_firewall_says_is_understood(system, answers, verdict, tmp_path):
    ((_, told),) = looked(answering(**answers), system, tmp=tmp_path)
    assert told == verdict


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_where_no_tool_is_there_nothing_is_said(system, tmp_path):
    assert looked(answering(), system, tmp=tmp_path) == []


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("is permitted", "allows"), ("is blocked", "blocks"), ("is not part of it", "unknown")],
)
def test_python_itself_may_be_let_through_or_blocked_on_macos(said, verdict, tmp_path):
    def ask(command):
        if command[-1] == "--getglobalstate":
            return Answer(True, "Firewall is enabled. (State = 1)")
        return Answer(True, said) if command[1] == "--getappblocked" else None

    assert looked(ask, "darwin", tmp=tmp_path) == [("macOS firewall", verdict)]


def test_ufw_is_read_from_its_file(tmp_path):
    assert looked(answering(), ufw="# on\nENABLED=yes\n", tmp=tmp_path) == [("ufw", "unknown")]
    assert looked(answering(), ufw='ENABLED="no"\n', tmp=tmp_path) == [("ufw", "off")]


def test_a_firewall_that_blocks_is_trouble(doctor, port, monkeypatch):
    blocks = [firewalls.Firewall("ufw", "blocks", "it is on.", "An administrator can allow it.")]
    monkeypatch.setattr(firewalls, "look", lambda _: blocks)
    code, told = doctor("--port", port, "--address", HERE, "--seconds", "0")
    assert code == 1
    assert "Something is in the way" in told
    assert "An administrator can allow it." in told


def test_a_tool_that_is_not_there_or_hangs_says_nothing(monkeypatch):
    assert firewalls.run(["no-such-tool-of-anybody"]) is None
    monkeypatch.setattr(firewalls, "_WAIT", 0.05)
    assert firewalls.run([sys.executable, "-c", "import time; time.sleep(9)"]) is None


def test_walls_around_the_program_are_seen(tmp_path):
    assert surroundings.walls(tmp_path) == []
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc" / "version").write_text("Linux 6 microsoft-standard-WSL2", "utf-8")
    (tmp_path / ".dockerenv").touch()
    windows, container = surroundings.walls(tmp_path)
    assert "Windows" in windows
    assert "container" in container
