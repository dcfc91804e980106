"""A student's ticket: kept for its owner alone, used once at a time, free after a kill."""

import signal
import stat
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from quizgame.classroom import tickets
from quizgame.classroom.tickets import NotKept, Ticket

NOW = datetime(2031, 1, 1, 10).astimezone()
HOLD = """
import sys
from pathlib import Path
from quizgame.classroom import tickets
folder, session, name = Path(sys.argv[1]), *sys.argv[2:]
waits = [t for t in tickets.waiting(folder, session) if t.name == name]
held = tickets.take(folder, waits[0]) if waits else None
print("held" if held else "not free", flush=True)
sys.stdin.read()
"""


def ticket(name="Calm Otter", session="2031-01-01-1000", token="t" * 16, at=NOW):
    return Ticket(session=session, name=name, token=token, hub="192.168.1.20:4747", at=at)


@pytest.fixture
def folder(tmp_path):
    return tickets.folder(tmp_path)


def kept(folder, *made):
    for one in made:
        tickets.keep(folder, one).release()


def elsewhere(folder, name):
    """Another program that uses a ticket, and whether it got it."""
    command = [sys.executable, "-c", HOLD, str(folder), ticket().session, name]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().strip()


def test_what_was_kept_is_there_again(folder):
    with tickets.keep(folder, ticket()) as held:
        assert held.ticket == ticket()
        assert tickets.waiting(folder, ticket().session) == []
    assert tickets.waiting(folder, ticket().session) == [ticket()]
    assert "tttt" not in repr(ticket())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_may_read_it(folder):
    kept(folder, ticket())
    (path,) = folder.glob("*.toml")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_five_terminals_are_five_students(folder):
    made = [ticket(f"Student {n}", token=f"{n}" * 16) for n in range(5)]
    held = [tickets.keep(folder, one) for one in made]
    assert tickets.waiting(folder, ticket().session) == []
    held[3].release()
    assert tickets.waiting(folder, ticket().session) == [made[3]]
    for one in held:
        one.release()


def test_the_newest_comes_first_and_other_sessions_not_at_all(folder):
    early = ticket("Early", token="a" * 16, at=NOW - timedelta(hours=1))
    kept(folder, early, ticket(), ticket("Other", "2031-01-01-1000-2", "b" * 16))
    assert tickets.waiting(folder, ticket().session) == [ticket(), early]


def test_two_programs_do_not_use_one_ticket_and_a_kill_frees_it(folder):
    kept(folder, ticket())
    first, answer = elsewhere(folder, "Calm Otter")
    second, other = elsewhere(folder, "Calm Otter")
    try:
        assert (answer, other) == ("held", "not free")
        assert tickets.waiting(folder, ticket().session) == []
        assert tickets.take(folder, ticket()) is None
        first.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        first.wait()
        assert tickets.waiting(folder, ticket().session) == [ticket()]
        held = tickets.take(folder, ticket())
        assert held
        held.release()
    finally:
        for process in (first, second):
            process.communicate()


def test_a_ticket_that_was_torn_is_gone_for_all(folder):
    tickets.keep(folder, ticket()).tear()
    assert tickets.waiting(folder, ticket().session) == []
    assert tickets.take(folder, ticket()) is None
    assert list(folder.iterdir()) == []


def test_a_name_that_the_teacher_gave_is_noted(folder):
    with tickets.keep(folder, ticket()) as held:
        held.rename("Ana")
    assert tickets.waiting(folder, ticket().session) == [ticket("Ana")]
    with tickets.take(folder, ticket("Ana")) as held:
        assert held.ticket.name == "Ana"


def test_old_tickets_are_thrown_away_but_not_those_in_use(folder):
    old = ticket("Old", token="o" * 16, at=NOW - tickets.KEPT - timedelta(days=1))
    used = ticket("Used", token="u" * 16, at=old.at)
    kept(folder, old)
    with tickets.keep(folder, used):
        kept(folder, ticket())
    assert [one.name for one in tickets.waiting(folder, old.session)] == ["Calm Otter", "Used"]


@pytest.mark.parametrize("session", ["../../escape", "a/b", "x" * 100, "con", "\x1b[2J"])
def test_no_session_leads_out_of_the_folder(folder, session):
    kept(folder, ticket(session=session))
    assert [path.parent for path in folder.rglob("*.toml")] == [folder]
    assert tickets.waiting(folder, session) == [ticket(session=session)]


@pytest.mark.parametrize(
    "text",
    [b"", b"no toml", b"\xff", b"a = " + b"[" * 4000, b'session = "2031-01-01-1000"\n'],
    ids=["empty", "no-toml", "no-text", "deep", "half"],
)
def test_what_is_no_ticket_is_passed_over(folder, text):
    kept(folder, ticket())
    (folder / "broken.toml").write_bytes(text)
    (folder / "folder.toml").mkdir()
    (folder / "copy.toml").write_bytes(next(folder.glob("2031*.toml")).read_bytes())
    assert tickets.waiting(folder, ticket().session) == [ticket()]


def test_a_folder_that_cannot_be_written_is_told_with_the_cure(tmp_path):
    (tmp_path / "classroom").write_text("in the way", "utf-8")
    with pytest.raises(NotKept) as raised:
        tickets.keep(tickets.folder(tmp_path), ticket())
    assert "--saves" in raised.value.hint
    assert tickets.waiting(tickets.folder(tmp_path), ticket().session) == []
    assert [path.name for path in tmp_path.iterdir()] == ["classroom"]
