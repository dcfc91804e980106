"""Playing the line mode with a script of answers."""

from __future__ import annotations

import io
import sys

import pytest

from quizgame.cli import main
from quizgame.saves.players import players
from quizgame.saves.reading import read
from quizgame.saves.records import Answer, Round, Step


@pytest.fixture
def plays(monkeypatch, capsys, tmp_path):
    """Plays with lines of input; gives what was printed. The exit code must be 0."""

    def play(*lines, code=0, saves=tmp_path / "saves", name="Ana", width="80", extra=()):
        monkeypatch.setenv("COLUMNS", width)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        named = ["--player", name] if name else []
        options = ["--saves", str(saves), "--seed", "1", *named, *extra]
        assert main(["play", "--plain", *options]) == code
        shown = capsys.readouterr()
        assert "Traceback" not in shown.out + shown.err
        return shown.out + shown.err

    return play


@pytest.fixture
def kept(tmp_path):
    """The records of one sort in the only save."""

    def records(kind=Answer):
        (file,) = players(tmp_path / "saves")
        assert kind in {Answer, Round, Step}
        return [record for record in read(file.path).records if isinstance(record, kind)]

    return records
