"""The command line, mostly as a process of its own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quizgame import __version__, cli
from quizgame.commands import COMMANDS, command

REPOSITORY = Path(__file__).resolve().parents[1]
PACK = """\
format = 1
[pack]
id = "school"
title = "The school \\u001b[31m paper"
[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "School Gazette"
published = 2026-11-12
[[claim]]
text = "The canteen closes in May."
status = "alleged"
quote = '''According to two teachers, the canteen “closes”.'''
"""


@pytest.fixture
def packs(tmp_path):
    folder = tmp_path / "packs" / "school"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    article = "According to two teachers, the canteen “closes”."
    (folder / "gazette.txt").write_text(article, encoding="utf-8")
    return folder.parent


def run(*args, **kwargs):
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY), **kwargs.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "quizgame", *map(str, args)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=env,
        timeout=60,
        **({"text": True, "encoding": "utf-8"} | kwargs),
    )


def breaks(packs):
    path = packs / "school" / "pack.toml"
    path.write_text(PACK.replace('"alleged"', '"allegd"'), encoding="utf-8")
    return path


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"quizgame {__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["check", "--help"], ["play", "--help"]])
def test_help(args):
    done = run(*args)
    assert done.returncode == 0
    assert "quizgame" in done.stdout
    assert done.stderr == ""


def test_the_overview_names_every_command(capsys):
    cli.main(["help"])
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in COMMANDS)


def test_a_clean_check(packs):
    done = run("check", packs)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "1 pack, 1 claim, 0 questions: no findings\n",
        "",
    )


def test_a_check_with_an_error(packs):
    breaks(packs)
    done = run("check", "school", cwd=packs)
    assert done.returncode == 1
    assert done.stdout.startswith("error[K104]: `status` must be one of")
    assert " --> school/pack.toml:12:10\n" in done.stdout.replace(os.sep, "/")
    assert "help: Did you mean `alleged`?" in done.stdout
    assert done.stdout.endswith("\n1 pack, 0 claims, 0 questions: 1 error\n")


def test_warnings_fail_a_strict_check_only(packs):
    (packs / "school" / "gazette.txt").unlink()
    assert run("check", packs).returncode == 0
    assert run("check", "--strict", packs).returncode == 1


def test_a_check_as_data(packs):
    breaks(packs)
    done = run("check", "--json", packs)
    data = json.loads(done.stdout)
    assert done.returncode == 1
    assert data["counts"] == {"error": 1, "warning": 0, "note": 0}
    assert data["findings"][0]["code"] == "K104"
    assert data["packs"][0]["playable"] is False


@pytest.mark.parametrize("name", ["pack.toml", ""])
def test_a_pack_is_named_by_its_folder_or_its_file(packs, name):
    assert run("check", packs / "school" / name).returncode == 0


def test_the_places_are_checked_by_default(packs):
    assert "1 pack," in run("check", "--packs", packs).stdout
    assert "1 pack," in run("check", env={"QUIZGAME_PACKS": str(packs)}).stdout


def test_nothing_to_check_is_wrong_usage(tmp_path):
    done = run("check", tmp_path / "gone")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "gone" in done.stderr


def test_packs_lists_the_broken_ones_too(packs):
    for name, toml in (
        ("yyy", PACK),
        ("zzz", PACK.replace("school", "other").replace("=", ":", 1)),
    ):
        (packs / name).mkdir()
        (packs / name / "pack.toml").write_text(toml, encoding="utf-8")
    done = run("packs", "--packs", packs)
    assert done.returncode == 0
    good, hidden, broken = done.stdout.split("(--packs)")[:-1]
    assert "1 claim, 0 questions, 0 sets, 0 scenarios" in good
    assert "yyy" in hidden
    assert "hidden by" in broken
    assert "broken, findings: 1" in broken
    rows = json.loads(run("packs", "--json", "--packs", packs).stdout)
    assert [(row["id"], row["playable"]) for row in rows] == [
        ("school", True),
        ("school", True),
        ("", False),
    ]
    assert rows[1]["hidden_by"] == str(packs / "school")


def test_a_packs_title_cannot_command_the_terminal(packs):
    assert "\x1b" not in run("packs", "--packs", packs).stdout
    assert "\x1b" not in run("packs", "--json", "--packs", packs).stdout


def test_where_tells_every_place_and_why(tmp_path):
    done = run("where", "--saves", tmp_path, "--packs", tmp_path / "gone")
    assert done.returncode == 0
    assert f"used: {tmp_path} (--saves)" in done.stdout
    assert f"not there: {tmp_path / 'gone'} (--packs)" in done.stdout
    rows = json.loads(run("where", "--json").stdout)
    assert list(rows) == ["packs", "articles", "saves", "keys"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["chekc"], "Did you mean `quizgame check`?"),
        (["zzz"], "quizgame --help"),
        (["check", "--stict"], "--stict"),
        (["--sed", "1"], "--sed"),
        (["--seed", "x"], "--seed"),
    ],
)
def test_wrong_usage(args, said, capsys):
    assert cli.main(args) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err


@pytest.mark.parametrize("args", [[], ["play"], ["--seed", "3"]])
def test_the_game_needs_a_terminal(args):
    done = run(*args)
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_ascii_output_shows_what_it_can(packs):
    breaks(packs)
    path = packs / "school" / "pack.toml"
    path.write_text(path.read_text("utf-8").replace("school", "schüle", 1), encoding="utf-8")
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("check", packs, env=env, encoding="ascii")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "\\xfc" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="needs a shell with pipes")
def test_a_reader_who_goes_away_ends_it_quietly(packs):
    claims = "".join(f"[[claim]]\nid = 'c{n}'\n" for n in range(3000))
    (packs / "school" / "more.toml").write_text(claims)
    with subprocess.Popen(
        [sys.executable, "-m", "quizgame", "check", str(packs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == cli.STOPPED
        assert process.stderr.read() == b""


def test_ctrl_c_ends_it_quietly(monkeypatch, capsys):
    def interrupted(args):
        raise KeyboardInterrupt

    monkeypatch.setattr(command("where"), "run", interrupted)
    assert cli.main(["where"]) == 128 + signal.SIGINT
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "args",
    [
        *(["check"], ["check", "--json"], ["check", "--format", "sarif"]),
        *(["packs"], ["where"], ["schema"], ["explain", "C204"], ["--version"]),
    ],
)
def test_commands_without_a_screen_never_load_textual(args, packs):
    if args[0] in {"check", "packs"}:
        args = [*args, "--packs", str(packs)]
    code = f"import sys; from quizgame.cli import main; main({args}); print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    )
    loaded = set(done.stdout.split("\n")[-2].split())
    assert "quizgame.cli" in loaded
    assert "textual" not in loaded
    if args[0] in {"where", "--version"}:
        assert "pydantic" not in loaded
