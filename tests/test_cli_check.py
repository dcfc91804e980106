"""`quizgame check`: its forms, mending, watching."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizgame import cli

REPOSITORY = Path(__file__).resolve().parents[1]
PACK = """\
format = 1
[pack]
id = "school"
title = "The school: 100 %, paper"
[[article]]
id = "gazette"
file = "gazette.txt"
outlet = "School Gazette"
published = 2026-11-12
[[claim]]
text = "The canteen closes in May."
status = "alleged"
quote = '''According to two teachers, the canteen "closes".'''
"""
BROKEN = PACK.replace("two teachers", "two,\n% teachers:")


@pytest.fixture
def pack(tmp_path, monkeypatch):
    folder = tmp_path / "a: school"
    folder.mkdir()
    article = "According to two teachers, the canteen “closes”."
    (folder / "gazette.txt").write_text(article, encoding="utf-8")
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def check(capsys, *args):
    code = cli.main(["check", *map(str, args)])
    shown = capsys.readouterr()
    assert shown.err == ""
    return code, shown.out


def test_github_shows_findings_beside_their_lines(pack, capsys):
    (pack / "pack.toml").write_text(BROKEN, encoding="utf-8")
    code, out = check(capsys, pack, "--format", "github")
    assert code == 1
    (line,) = out.splitlines()
    head, _, text = line.removeprefix("::error ").partition("::")
    assert dict(pair.split("=") for pair in head.split(",")) == {
        "file": "a%3A school/pack.toml",
        "line": "13",
        "endLine": "14",
        "title": "Q101 this quote differs from the article `gazette`",
    }
    assert text.startswith("this quote differs from the article `gazette`%0A")


def test_a_place_on_one_line_has_columns(pack, capsys):
    (pack / "pack.toml").write_text(PACK.replace("alleged", "allegd"), encoding="utf-8")
    _, out = check(capsys, pack, "--format", "github")
    assert "line=12,endLine=12,col=10,endColumn=18" in out


def test_sarif_names_rules_and_places(pack, capsys):
    (pack / "pack.toml").write_text(BROKEN, encoding="utf-8")
    code, out = check(capsys, "a: school", "--format", "sarif")
    assert code == 1
    (run,) = json.loads(out)["runs"]
    (result,) = run["results"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], result["ruleId"], result["ruleIndex"]) == ("Q101", "Q101", 0)
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%3A%20school/pack.toml"
    assert place["region"]["startLine"] == 13
    (other,) = result["relatedLocations"]
    assert other["message"]["text"] == "what the article prints"


def test_sarif_without_findings_is_a_log_too(pack, capsys):
    code, out = check(capsys, pack, "--format", "sarif")
    assert (code, json.loads(out)["runs"][0]["results"]) == (0, [])


def test_json_by_either_name(pack, capsys):
    assert check(capsys, pack, "--format", "json") == check(capsys, pack, "--json")


def test_fix_says_what_it_did_and_checks_what_is_left(pack, capsys):
    code, out = check(capsys, pack, "--fix")
    assert code == 0
    name = f"a: school{os.sep}pack.toml"
    assert out.splitlines()[:2] == [
        f'mended {name}:11: id = "the-canteen-closes-in-may"',
        f"mended {name}:14: quotation marks as printed",
    ]
    assert out.endswith(": no findings\n")
    assert check(capsys, pack, "--fix")[1].startswith("Nothing to mend.\n")
    data = json.loads(check(capsys, pack, "--fix", "--json")[1])
    assert data["fixed"] == ["Nothing to mend."]


def test_fix_tells_that_ids_wait(pack, capsys):
    (pack / "pack.toml").write_text(PACK.replace("alleged", "allegd"), encoding="utf-8")
    code, out = check(capsys, pack, "--fix")
    assert code == 1
    assert "ids of a: school are written when no error is left" in out


def test_diff_changes_nothing(pack, capsys):
    code, out = check(capsys, pack, "--diff")
    assert code == 1
    assert (pack / "pack.toml").read_text(encoding="utf-8") == PACK
    assert '+id = "the-canteen-closes-in-may"\n' in out
    check(capsys, pack, "--fix")
    assert check(capsys, pack, "--fix", "--diff") == (0, "")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--fix"], "No pack is named"),
        (["--diff"], "No pack is named"),
        (["--json", "--format", "github", "."], "one form"),
        (["--watch", "--json", "."], "--watch"),
        (["--watch", "--fix", "."], "--watch"),
        (["--format", "xml"], "xml"),
    ],
)
def test_what_does_not_go_together(args, said, capsys):
    assert cli.main(["check", *args]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_watch_checks_again_on_every_save_and_ends_on_ctrl_c(pack):
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "quizgame", "check", "--watch", str(pack)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True) as process:
        told = iter(process.stdout.readline, "")

        def until(words):
            return next(line for line in told if words in line)

        until("no findings")
        until("Ctrl-C ends")
        (pack / "pack.toml").write_text(PACK.replace("alleged", "allegd"), encoding="utf-8")
        until("1 error")
        until("Ctrl-C ends")
        (pack / "pack.toml").write_text(PACK, encoding="utf-8")
        until("no findings")
        until("Ctrl-C ends")
        (pack / "gazette.txt").write_text("Another text, and a new one.", encoding="utf-8")
        until("1 error")
        until("Ctrl-C ends")
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


def test_a_state_follows_files_that_come_and_go(pack):
    from quizgame.packs import watching
    from quizgame.packs.load import load

    named = watching.articles(load(pack))
    assert [path.name for path in named] == ["gazette.txt"]
    states = [watching.state(pack, named)]
    for change in (
        lambda: (pack / "more.toml").write_text(""),
        lambda: (pack / "more.toml").unlink(),
        lambda: (pack / "gazette.txt").unlink(),
        lambda: os.utime(pack / "pack.toml", ns=(time.time_ns(), 1)),
    ):
        change()
        states.append(watching.state(pack, named))
    assert len(set(states)) == 4
    assert states[0] == states[2]
