"""`quizgame mine`, as a process of its own."""

import csv
import io
import json
import os
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from answer_samples import answered
from test_cli_progress import keep, run

from quizgame import cli
from quizgame.saves.notes import note

pty = pytest.importorskip("pty")


@pytest.fixture
def saves(tmp_path):
    folder = tmp_path / "saves"
    folder.mkdir()
    return folder


@pytest.fixture
def zoe(saves):
    """A save with two answers and a note."""
    path = keep(saves, "Zoë", answered("c0"), answered("c1", False, line="=Mayor: no"))
    note(path, item="p/c", quote="q", status="alleged", rule="r", at=answered().at)
    return path


def mine(saves, *args, **env):
    return run("mine", *args, "--saves", saves, **env)


def test_the_files_are_listed(saves, zoe):
    done = mine(saves)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Kept of Zoë in {saves}:\n")
    assert zoe.name in done.stdout
    assert f"{zoe.stem}.notes.toml" in done.stdout
    assert "icket" not in done.stdout


def test_tickets_that_lessons_have_left_are_named(saves, zoe):
    ticket = saves / "classroom" / "tickets" / "2026-11-25-1005-dea210f0.toml"
    ticket.parent.mkdir(parents=True)
    ticket.touch()
    assert f"with names but no answers: {ticket.parent}." in mine(saves).stdout


def test_every_format_is_printed_or_written(saves, zoe, tmp_path):
    told = json.loads(mine(saves, "export", "--to", "json").stdout)
    assert (len(told["answers"]), len(told["notes"]), told["player"]["name"]) == (2, 1, "Zoë")
    rows = list(csv.reader(io.StringIO(mine(saves, "export", "--to", "csv").stdout)))
    assert len(rows) == 3
    assert "'=Mayor: no" in rows[2]
    assert "~ Mayor: c0" in mine(saves, "export", "--to", "text").stdout
    assert "# Zoë's front page" in mine(saves, "export", "--to", "markdown").stdout
    picture = tmp_path / "page.svg"
    done = mine(saves, "export", "--to", "svg", "--day", "2026-05-04", "-o", picture)
    assert (done.returncode, done.stdout) == (0, f"Written: {picture}\n")
    assert "ZOË'S FRONT PAGE" in "".join(ElementTree.parse(picture).getroot().itertext())


def test_nothing_is_overwritten_without_being_told(saves, zoe, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text("mine", encoding="utf-8")
    done = mine(saves, "export", "--to", "json", "-o", path)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert path.read_text(encoding="utf-8") == "mine"
    assert mine(saves, "export", "--to", "json", "-o", path, "--force").returncode == 0
    assert json.loads(path.read_text(encoding="utf-8"))["player"]["name"] == "Zoë"


@pytest.mark.parametrize(("args", "said"), [
    (["export"], "--to svg"),
    (["export", "--to", "pdf"], "--to"),
    (["export", "--to", "svg", "--day", "yesterday"], "2026-03-04"),
    (["export", "--to", "svg", "--day", "2020-01-01"], "2026-05-04"),
    (["export", "--to", "svg", "-o", "/nowhere/at/all.svg"], "Nothing was written"),
    (["export", "--to", "svg", "--player", "Bea"], "Here are: Zoë."),
    (["delete"], "--yes"),
    (["remove"], "remove"),
])  # fmt: skip
def test_wrong_usage_changes_nothing(saves, zoe, args, said, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    before = zoe.read_bytes()
    assert cli.main(["mine", *args, "--saves", str(saves)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert zoe.read_bytes() == before


def test_who_is_meant_must_be_said_where_there_are_several(saves, zoe):
    other = keep(saves, "Ben")
    done = mine(saves, "delete", "--yes")
    assert done.returncode == 2
    assert "Name one with --player." in done.stderr
    assert mine(saves, "delete", "--yes", "--player", "Zoë").returncode == 0
    assert not zoe.exists()
    assert other.exists()


def test_deleting_says_what_is_gone_and_leaves_nothing(saves, zoe):
    done = mine(saves, "delete", "--yes")
    assert done.returncode == 0
    assert zoe.name in done.stdout
    assert f"{zoe.stem}.notes.toml" in done.stdout
    assert list(saves.iterdir()) == []
    again = mine(saves, "delete", "--yes")
    assert again.returncode == 2
    assert "There is no save" in again.stderr


def test_a_save_that_cannot_be_read_can_be_deleted_but_not_exported(saves):
    path = saves / "ben-000000.toml"
    path.write_text("no journal", encoding="utf-8")
    assert mine(saves, "export", "--to", "json").returncode == 1
    assert path.exists()
    assert mine(saves, "delete", "--yes", "--player", "ben-000000").returncode == 0
    assert not path.exists()


@pytest.mark.parametrize(("typed", "deleted"), [("Zoë\n", True), ("\n", False), ("yes\n", False)])
def test_at_a_terminal_the_name_is_asked_for(saves, zoe, typed, deleted):
    ours, theirs = pty.openpty()
    env = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "quizgame", "mine", "delete", "--saves", str(saves)]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, env=env) as process:
        os.write(ours, typed.encode())
        said = process.stdout.read().decode()
        code = process.wait(60)
    os.close(ours)
    os.close(theirs)
    assert "Type Zoë to delete it, or just Enter to keep it." in said
    assert (code, zoe.exists()) == ((0, False) if deleted else (1, True))
    assert ("Nothing was deleted." in said) != deleted


def test_it_loads_neither_textual_nor_the_packs(saves, zoe):
    argv = ["mine", "export", "--to", "svg", "--saves", str(saves)]
    code = f"import sys; from quizgame.cli import main; main({argv}); print(*sys.modules)"
    env = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=env, encoding="utf-8"
    )
    loaded = set(done.stdout.split("\n")[-2].split())
    assert "quizgame.play.own" in loaded
    assert not {"textual", "pydantic", "fsrs"} & loaded
