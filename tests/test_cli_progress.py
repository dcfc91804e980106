"""`quizgame progress`, as a process of its own."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from answer_samples import NOON, answered

from quizgame.saves import blocks, tables
from quizgame.saves.players import create

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture
def saves(tmp_path):
    folder = tmp_path / "saves"
    folder.mkdir()
    return folder


def keep(folder, name, *answers):
    """A save with answers, written at once."""
    path = create(folder, name)
    made = b"".join(blocks.encode(*tables.to_table(answer)) for answer in answers)
    path.write_bytes(path.read_bytes() + made)
    return path


def some(number):
    return [
        answered(f"c{n}", n % 3 > 0, confidence="sure", at=NOON + timedelta(days=n % 4))
        for n in range(number)
    ]


def run(*args, **env):
    return subprocess.run(
        [sys.executable, "-m", "quizgame", *map(str, args)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1", **env},
        timeout=60,
    )


def test_every_view_is_printed_in_the_width_of_the_terminal(saves):
    keep(saves, "Zoë", *some(60))
    for columns in ("200", "30"):
        done = run("progress", "--saves", saves, COLUMNS=columns)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Zoë: progress on ")
        assert max(map(len, done.stdout.splitlines())) <= min(84, max(56, int(columns)))
    for heading in ("ALL IN A FEW WORDS", "THE TWELVE SKILLS", "OVER TIME", "FACTS AND CLAIMS",
                    "HOW SURE, AND HOW RIGHT", "DAYS", "TOPICS", "CORRECTIONS"):  # fmt: skip
        assert f"\n{heading}\n" in done.stdout
    assert "40 of 60 right (67 %), on 4 days." in done.stdout
    assert "Brier" not in done.stdout
    assert "Brier" in run("progress", "--saves", saves, "--figures").stdout


def test_ascii_where_it_is_asked_for_or_nothing_else_can_be_shown(saves):
    keep(saves, "Ana", *some(8))
    for done in (
        run("progress", "--saves", saves, "--ascii"),
        run("progress", "--saves", saves, PYTHONIOENCODING="ascii", PYTHONUTF8="0"),
    ):
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.isascii()
        assert "\\u" not in done.stdout
        assert "|" in done.stdout


def test_nobody_has_played_yet(saves):
    done = run("progress", "--saves", saves / "none")
    assert (done.returncode, done.stderr) == (0, "")
    assert str(saves / "none") in done.stdout
    assert "`quizgame` starts the game." in done.stdout
    told = json.loads(run("progress", "--saves", saves / "none", "--json").stdout)
    assert (told["player"], told["answers"], told["days"]) == (None, 0, [])
    assert not (saves / "none").exists()


def test_a_player_who_has_not_answered_yet(saves):
    keep(saves, "Ana")
    done = run("progress", "--saves", saves)
    assert done.returncode == 0
    assert "Nothing answered yet." in done.stdout


def test_of_several_players_the_last_is_told_of_and_the_others_are_named(saves):
    path = keep(saves, "Ana", *some(3))
    keep(saves, "Ben", *some(5))
    os.utime(path, (1, 1))
    done = run("progress", "--saves", saves)
    assert done.stdout.startswith("Ben: ")
    assert done.stderr == "Others here, to be named with --player: Ana.\n"
    named = run("progress", "--saves", saves, "--player", "Ana")
    assert named.stdout.startswith("Ana: ")
    assert named.stderr == ""


def test_a_player_who_is_not_here_is_wrong_usage_and_makes_no_save(saves):
    keep(saves, "Ana")
    done = run("progress", "--saves", saves, "--player", "Bea")
    assert (done.returncode, done.stdout) == (2, "")
    assert 'Nobody here is "Bea".' in done.stderr
    assert "Here are: Ana." in done.stderr
    assert len(list(saves.iterdir())) == 1


def test_a_save_that_cannot_be_read(saves):
    broken = saves / "ben-000000.toml"
    broken.write_text("no journal", encoding="utf-8")
    done = run("progress", "--saves", saves)
    assert done.returncode == 0
    assert "Nobody has played yet" in done.stdout
    assert f"This save cannot be read: {broken}" in done.stderr
    named = run("progress", "--saves", saves, "--player", "ben-000000")
    assert (named.returncode, named.stdout) == (1, "")
    assert "It is left as it is." in named.stderr
    keep(saves, "Ana", *some(2))
    assert run("progress", "--saves", saves).stdout.startswith("Ana: ")


def test_what_could_not_be_read_of_a_save_is_told(saves):
    path = keep(saves, "Ana", *some(4))
    path.write_bytes(path.read_bytes().replace(b"right = false", b"right = true", 1))
    done = run("progress", "--saves", saves)
    assert done.returncode == 0
    assert "of 3 right" in done.stdout
    assert "it does not count." in done.stderr


def test_two_saves_of_one_name_are_told_apart_by_their_files(saves):
    path = keep(saves, "Ana", *some(2))
    (saves / "copy-of-ana.toml").write_bytes(path.read_bytes())
    done = run("progress", "--saves", saves, "--player", "Ana")
    assert done.returncode == 2
    assert "copy-of-ana.toml" in done.stderr
    assert run("progress", "--saves", saves, "--player", "copy-of-ana").returncode == 0


def test_a_save_cannot_command_the_terminal(saves):
    keep(saves, "Ana", answered(right=False, line="\x1b[2J\u202e" * 9, skill="\x1b[31m"))
    done = run("progress", "--saves", saves, "--figures")
    assert done.returncode == 0
    assert not {"\x1b", "\u202e"} & set(done.stdout + done.stderr)
    assert "\x1b" not in run("progress", "--saves", saves, "--json").stdout


def test_it_never_loads_textual(saves):
    keep(saves, "Ana", *some(3))
    argv = ["progress", "--saves", str(saves), "--figures"]
    code = f"import sys; from quizgame.cli import main; main({argv}); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"}, encoding="utf-8",
    )  # fmt: skip
    loaded = set(done.stdout.split("\n")[-2].split())
    assert "quizgame.insight.views.table" in loaded
    assert "textual" not in loaded
