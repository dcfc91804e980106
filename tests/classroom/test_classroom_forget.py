"""`quizgame forget`: the whole folder goes, and nothing else."""

import os
import sys
from datetime import UTC, datetime

import pytest
from report_samples import Class, question

from quizgame import cli
from quizgame.classroom import forgetting, tickets
from quizgame.classroom.folder import Folder, root

NOW = datetime.now(UTC)
posix = pytest.mark.skipif(os.name != "posix", reason="links and modes as on Unix")


@pytest.fixture
def saves(tmp_path, monkeypatch):
    folder = tmp_path / "saves"
    monkeypatch.setenv("QUIZGAME_SAVES", str(folder))
    return folder


@pytest.fixture
def session(saves):
    """A session with everything that a hub may have left in its folder."""
    lesson = Class()
    lesson.join("Ana", "Ben")
    lesson.ask(question(1), Ana="confirmed")
    lesson.reveal()
    folder = lesson.keep(saves)
    for name in ("tokens.toml", "hub.toml", "hub.log", "journal.jsonl.torn"):
        (folder / name).write_text("secret", "utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "roster.csv").write_text("Ana\n", "utf-8")
    return folder


def run(capsys, *args):
    code = cli.main(["forget", *map(str, args)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_it_tells_what_is_there_and_deletes_all_of_it(saves, session, capsys):
    other = Class("2026-11-26-1005").keep(saves)
    code, out, err = run(capsys, session.name, "--yes")
    assert (code, err) == (0, "")
    assert "First lesson, 25 November 2026: 2 students, 1 answer" in out
    for name in ("journal.jsonl", "tokens.toml", "more/roster.csv"):
        assert f"  {name} (" in out
    assert sorted(saves.rglob("*")) == [root(saves), other, other / "journal.jsonl"]


@pytest.mark.parametrize("typed", ["\n", "yes\n", "2026-11-25\n"])
def test_whoever_does_not_type_its_id_keeps_it(session, capsys, monkeypatch, typed):
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    code, out, _ = run(capsys, session)
    assert (code, (session / "journal.jsonl").exists()) == (1, True)
    assert "Nothing was deleted." in out


def test_whoever_types_its_id_deletes_it(session, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Terminal(f"{session.name}\n"))
    code, _, _ = run(capsys, session)
    assert (code, session.exists()) == (0, False)


class Terminal:
    """Somebody at a terminal who types one line."""

    def __init__(self, line):
        self.line = line

    def isatty(self):
        return bool(self.line)

    def readline(self):
        return self.line


def test_without_a_terminal_nobody_is_asked(session, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    code, _, err = run(capsys, session)
    assert (code, session.exists()) == (2, True)
    assert "--yes" in err


def test_a_running_lesson_is_left_alone(session, capsys):
    before = sorted(session.rglob("*"))
    with Folder(session).lock():
        code, out, err = run(capsys, session.name, "--yes")
    assert (code, out) == (1, "")
    assert "This lesson is running" in err
    assert f"`quizgame host --resume {session.name} --do end`" in err
    assert [one for one in before if not one.exists()] == []


@pytest.mark.parametrize("named", [
    "", ".", "..", "/", "classroom", "*", "2026-11-25-1005/..", "2026-11-25-1005/more",
    "../2026-11-25-1005", "elsewhere/2026-11-25-1005", "2026-11-25-100",
])  # fmt: skip
def test_what_is_no_session_is_not_deleted(saves, session, capsys, monkeypatch, tmp_path, named):
    elsewhere = tmp_path / "elsewhere" / session.name
    elsewhere.mkdir(parents=True)
    (elsewhere / "journal.jsonl").write_text("mine", "utf-8")
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    code, _, err = run(capsys, named, "--yes")
    assert code == 2
    assert "There is no such session" in err
    assert sorted(tmp_path.rglob("*")) == before


@posix
def test_no_link_is_followed(saves, session, capsys, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("keep", "utf-8")
    (session / "folder-link").symlink_to(precious)
    (session / "file-link").symlink_to(precious / "file")
    (session / "more" / "deep-link").symlink_to(precious)
    assert run(capsys, session.name, "--yes")[0] == 0
    assert not session.exists()
    assert (precious / "file").read_text("utf-8") == "keep"


@posix
def test_a_session_that_is_a_link_is_left_to_whoever_made_it(saves, session, capsys, tmp_path):
    moved = session.rename(tmp_path / "moved")
    session.symlink_to(moved)
    code, _, err = run(capsys, session.name, "--yes")
    assert (code, (moved / "journal.jsonl").exists(), session.is_symlink()) == (2, True, True)
    assert "a link" in err


def test_tickets_of_the_session_go_and_those_of_others_stay(saves, session, capsys):
    place = tickets.folder(saves)
    for number, of in enumerate((session.name, session.name, "2026-11-26-1005")):
        ticket = tickets.Ticket(
            session=of, name="Ana", token=f"{number}" * 43, hub="10.0.0.1:4747", at=NOW
        )
        tickets.keep(place, ticket).release()
    assert run(capsys, session.name, "--yes")[0] == 0
    assert tickets.waiting(place, session.name) == []
    assert len(tickets.waiting(place, "2026-11-26-1005")) == 1
    code, _, err = run(capsys, "tickets", "--yes")
    assert (code, place.exists()) == (2, True)
    assert "no session's folder" in err


def test_a_session_whose_journal_nobody_can_read_can_be_forgotten(session, capsys):
    (session / "journal.jsonl").write_bytes(b"\xff")
    code, out, _ = run(capsys, session.name, "--yes")
    assert (code, session.exists()) == (0, False)
    assert "cannot be read" in out


def test_what_cannot_be_deleted_is_told_and_can_be_tried_again(session, capsys, monkeypatch):
    def refused(path):
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(forgetting.shutil, "rmtree", refused)
        code, _, err = run(capsys, session.name, "--yes")
    assert code == 1
    assert "Not everything was deleted" in err
    assert "more" in err
    assert (session / "journal.jsonl").exists()
    assert run(capsys, session.name, "--yes")[0] == 0
    assert not session.exists()


def test_the_folder_is_on_the_disk_as_gone(session, capsys, monkeypatch):
    flushed = []
    monkeypatch.setattr(forgetting.disk, "flush_folder", flushed.append)
    run(capsys, session.name, "--yes")
    assert flushed == [session, session.parent]
