"""`quizgame export` and `quizgame import`, as a person calls them."""

import os
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame import cli
from quizgame.errors import QuizgameError
from quizgame.exchange import files

PACK = """\
format = 1
[pack]
id = "canteen"
title = "The canteen"
[[question]]
id = "when"
ask = "When does it close?"
answer = "In May"
wrong = ["In June", { text = "Never", because = "Two teachers say May." }]
"""


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "canteen"
    folder.mkdir()
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    return folder


def run(capsys, *args):
    code = cli.main([str(arg) for arg in args])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


@pytest.mark.parametrize("to", ["gift", "csv"])
def test_out_and_in_again(to, pack, tmp_path, capsys):
    file = tmp_path / f"out.{to}"
    assert run(capsys, "export", pack, "--to", to, "-o", file)[0] == 0
    code, out, err = run(capsys, "import", file, "-o", tmp_path / "again")
    assert (code, err) == (0, "")
    assert out.startswith("1 of 1 questions in ")
    code, out, _ = run(capsys, "check", tmp_path / "again")
    assert code == 0
    assert "C605" in out


def test_a_worksheet_is_two_files(pack, tmp_path, capsys):
    for name in ("sheet.html", "sheet.md"):
        args = ("export", pack, "--to", "worksheet", "--versions", "2", "-o", tmp_path / name)
        assert run(capsys, *args)[0] == 0
    assert sorted(p.name for p in tmp_path.glob("sheet*")) == [
        "sheet-key.html", "sheet-key.md", "sheet.html", "sheet.md",
    ]  # fmt: skip


def test_nothing_is_overwritten_unless_that_is_said(pack, tmp_path, capsys):
    file = tmp_path / "out-key.html"
    file.write_text("mine")
    args = ("export", pack, "--to", "worksheet", "-o", tmp_path / "out.html")
    code, _, err = run(capsys, *args)
    assert (code, file.read_text()) == (2, "mine")
    assert "--force" in err
    assert not (tmp_path / "out.html").exists()
    assert run(capsys, *args, "--force")[0] == 0


def test_losses_are_named_and_end_with_1(tmp_path, capsys):
    file = tmp_path / "quiz.gift"
    file.write_text("Q?{=a ~b}\n\nEssay{}\n")
    code, out, err = run(capsys, "import", file, "-o", tmp_path / "new")
    assert code == 1
    assert out.startswith("1 of 2 questions")
    assert err == f"{file}:3: question left out: it is an essay\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("export", "{pack}", "--to", "gift", "-o", "{tmp}/x", "--set", "no"), "No such set"),
        (("export", "no-such", "--to", "gift", "-o", "{tmp}/x"), "no such pack"),
        (("export", "{pack}", "--to", "worksheet", "-o", "{tmp}/x", "--versions", "99"), "1 to 26"),
        (("export", "{pack}", "--to", "worksheet", "-o", "{tmp}/x.docx"), "neither a page nor"),
        (("export", "{pack}", "--to", "gift", "-o", "{pack}/pack.toml/x"), "Nothing was written"),
        (("import", "{tmp}/gone.gift", "-o", "{tmp}/x"), "cannot be read"),
        (("import", "{pack}/pack.toml", "-o", "{tmp}/x"), "--from"),
        (("import", "{tmp}", "--from", "csv", "-o", "{tmp}/x"), "cannot be read"),
    ],
)
def test_wrong_usage_names_the_cure(args, said, pack, tmp_path, capsys):
    code, out, err = run(capsys, *(arg.format(pack=pack, tmp=tmp_path) for arg in args))
    assert (code, out) == (2, "")
    assert said in err


def test_a_broken_pack_is_not_exported(pack, tmp_path, capsys):
    (pack / "pack.toml").write_text(PACK.replace("wrong", "wrongs"), encoding="utf-8")
    code, _, err = run(capsys, "export", pack, "--to", "gift", "-o", tmp_path / "x")
    assert code == 1
    assert "quizgame check" in err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9", ":1 holds a byte"),
        ("Q?{=a ~b}".encode("utf-16"), ":1 holds a byte"),
        (b"a\0b", "zero bytes"),
        (b"x" * (files.LIMIT + 1), "more than 32 MB"),
        (b"nothing here", "has 1 that this game cannot ask"),
        (b"", "quiz.gift has none."),
    ],
    ids=range(6),
)
def test_files_that_hold_no_questions(data, said, tmp_path, capsys):
    file = tmp_path / "quiz.gift"
    file.write_bytes(data)
    code, _, err = run(capsys, "import", file, "-o", tmp_path / "new")
    assert code == 1
    assert said in err
    assert not (tmp_path / "new").exists()


def test_a_byte_order_mark_is_no_text(tmp_path):
    path = tmp_path / "bom.csv"
    path.write_bytes(b"\xef\xbb\xbfask")
    assert files.read(path) == "ask"


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail_in_another_way(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    with suppress(QuizgameError):
        assert "\0" not in files.read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path, capsys):
    os.mkfifo(tmp_path / "quiz.gift")
    code, _, err = run(capsys, "import", tmp_path / "quiz.gift", "-o", tmp_path / "new")
    assert code == 2
    assert "Name a file." in err
