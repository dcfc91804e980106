"""`quizgame schema`, as a command."""

import json

import pytest

from quizgame import cli
from quizgame.packs.schema import schema


@pytest.mark.parametrize("part", [False, True], ids=["pack", "part"])
def test_it_is_printed_or_written(tmp_path, capsys, part):
    args = ["schema", *(["--part"] if part else [])]
    assert cli.main(args) == 0
    printed = capsys.readouterr().out
    path = tmp_path / "pack.schema.json"
    assert cli.main([*args, "-o", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(printed) == json.loads(path.read_text("utf-8")) == schema(part=part)


def test_a_file_that_cannot_be_written(tmp_path, capsys):
    assert cli.main(["schema", "-o", str(tmp_path / "no" / "x.json")]) == 2
    assert "x.json" in capsys.readouterr().err
