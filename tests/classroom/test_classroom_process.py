"""The hub as a process of its own: how it starts, who may start it, and how it ends."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from quizgame.classroom import folder, journal, opening, session, starting
from quizgame.classroom.errors import HubLives, HubNotStarted, SessionError
from quizgame.classroom.events import Ended, Posed, Resumed
from quizgame.classroom.lesson import Settings
from quizgame.classroom.material.choosing import Hosted, choose
from quizgame.cli import main
from quizgame.errors import UsageError
from quizgame.packs.load import load

NOW = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
PACK = """
format = 1
[pack]
id = "pier"
title = "The old pier"
[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "Harbour Gazette"
published = 2031-03-03
[[claim]]
id = "closing"
text = "The council closes the old pier."
status = "confirmed"
quote = '''The council voted on Monday to close the old pier.'''
[[set]]
id = "class"
title = "A lesson"
items = ["closing"]
"""


@pytest.fixture
def packs(tmp_path):
    home = tmp_path / "packs" / "pier"
    home.mkdir(parents=True)
    (home / "pack.toml").write_text(PACK, encoding="utf-8")
    (home / "gazette.txt").write_text("The council voted on Monday to close the old pier.\n")
    return tmp_path / "packs"


@pytest.fixture
def saves(tmp_path):
    return tmp_path / "saves"


@pytest.fixture
def begun(packs, saves):
    return opening.begin(saves, choose([packs]), Settings(), datetime.now().astimezone())


def ended():
    """Waits for the last hub that was started, and returns what it ended with."""
    return starting._started[-1].wait(20)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as other systems have them")
def test_a_hub_lives_apart_takes_verbs_and_ends_in_order(begun, saves, capsys):
    running = starting.start(begun, address="127.0.0.1", port=0)
    try:
        # A session of its own: what ends this terminal does not end it.
        assert os.getsid(running.pid) == running.pid
        assert begun.lives()
        assert begun.running() == running
        with pytest.raises(HubLives):
            session.run(begun, ready=print, tell=print)
        doing = ["host", "--saves", str(saves), "--resume", begun.session]
        assert main([*doing, "--do", "begin", "--do", "status"]) == 0
        assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
            "phase=read"
        ] * 2
        assert main([*doing, "--do", "reveal"]) == 1
        assert "not possible now" in capsys.readouterr().err
        assert main([*doing, "--do", "stop"]) == 0
        assert capsys.readouterr().out == f"stopped session={begun.session}\n"
        assert main([*doing, "--do", "stop"]) == 1
        assert "is not running" in capsys.readouterr().err
    finally:
        with suppress(ProcessLookupError):
            os.kill(running.pid, signal.SIGTERM)
        ended()
    assert begun.log.read_text().splitlines()[-1] == "stopped why=SIGTERM"
    again = starting.start(begun)
    try:
        # Students still look for it there.
        assert (again.port, again.code) == (running.port, running.code)
        assert [type(event) for event in journal.read(begun.journal)][1:] == [Posed, Resumed]
        assert main([*doing, "--do", "end", "--do", "end"]) == 0
        assert ended() == 0
    finally:
        with suppress(ProcessLookupError):
            os.kill(again.pid, signal.SIGKILL)
        ended()
    assert not begun.hub.exists()
    assert main(["host", "--headless", "--saves", str(saves), "--resume"]) == 1
    assert "is over" in capsys.readouterr().err


def test_without_a_screen_lines_go_in_and_come_out(packs, saves):
    command = [sys.executable, "-m", "quizgame", "host", "--headless", "--port", "0"]
    command += ["--packs", str(packs), "--saves", str(saves), "--address", "127.0.0.1"]
    done = subprocess.run(
        command, input="begin\nnonsense\nend\nend\n", capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout.splitlines()
    assert said[0].startswith("listening session=")
    assert said[-1] == "stopped why=ended"
    kinds = {line.split()[1] for line in said[1:-1] if line[0].isdigit()}
    assert {"posed", "ended"} <= kinds
    assert any(line.startswith('refused "nonsense" is no verb') for line in said)
    assert isinstance(journal.read(folder.find(saves).journal)[-1], Ended)


def test_a_port_that_is_taken_is_told_and_leaves_no_session_behind(packs, saves, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        options = ["--packs", str(packs), "--saves", str(saves), "--address", "127.0.0.1"]
        assert main(["host", "--headless", *options, "--port", port]) == 2
    assert f"Port {port} is taken" in capsys.readouterr().err
    assert folder.every(saves) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as other systems have them")
def test_another_game_in_the_folder_of_the_call_is_not_run(begun, tmp_path, monkeypatch):
    (tmp_path / "quizgame.py").write_text('raise SystemExit("another")')
    monkeypatch.chdir(tmp_path)
    running = starting.start(begun, address="127.0.0.1", port=0)
    os.kill(running.pid, signal.SIGTERM)
    ended()


def test_a_hub_that_does_not_start_says_why(begun, packs):
    (packs / "pier" / "pack.toml").unlink()
    with pytest.raises(HubNotStarted, match="pack of this lesson is gone"):
        starting.start(begun, packs=[packs], address="127.0.0.1", port=0)


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        ('id = "closing"', 'id = "another"', "item"),
        ("format = 1", "format = 1\nnonsense", "errors"),
        ('id = "pier"', 'id = "bridge"', "gone"),
    ],
)
def test_a_pack_that_has_lost_what_the_lesson_asks_is_named(begun, packs, before, after, title):
    file = packs / "pier" / "pack.toml"
    text = file.read_text().replace(before, after, 1).replace('["closing"]', '["another"]')
    file.write_text(text)
    with pytest.raises((SessionError, UsageError), match=title):
        opening.take_up(begun, (), NOW)


def test_a_session_is_taken_up_wherever_its_pack_is_now(begun, packs, tmp_path):
    (packs / "pier").rename(tmp_path / "moved")
    assert opening.take_up(begun, [tmp_path / "moved"], NOW).state.lesson.pack == "pier"


def test_a_pack_named_by_its_path_is_found_though_it_is_in_none_of_the_places(begun, tmp_path):
    assert opening.take_up(begun, [tmp_path / "elsewhere"], NOW).state.lesson.pack == "pier"


def test_a_session_that_cannot_begin_leaves_nothing_behind(packs, saves):
    pack = load(packs / "pier").pack
    with pytest.raises(UsageError):
        opening.begin(
            saves, Hosted(pack, packs, "A lesson", items=("pier/none?two-way@x",)), Settings(), NOW
        )
    assert list(folder.root(saves).iterdir()) == []


def test_what_was_begun_takes_no_options_of_a_new_one(begun, saves, capsys):
    options = ["host", "--headless", "--saves", str(saves), "--resume", begun.session]
    assert main([*options, "--seconds", "30"]) == 2
    assert "--resume and --seconds do not go together" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [["--port", "70000"], ["--address", "here"], ["--set", "none"], ["no-such-pack"]],
)
def test_what_cannot_be_hosted_is_refused_before_anything_is_made(options, packs, saves):
    assert main(["host", "--headless", "--packs", str(packs), "--saves", str(saves), *options]) == 2
    assert not saves.exists()
