"""Whoever copies a pack from the docs gets one that plays, and every key is told there."""

import importlib.util

import pytest
from docs_reading import ROOT, rows, text, write

from quizgame.checking.check import check
from quizgame.game.kinds import KINDS
from quizgame.game.skills import SKILLS
from quizgame.packs import models
from quizgame.packs.load import load

PAGE = "docs/formats/packs.md"

_spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs/make_reference.py")
reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reference)


@pytest.mark.parametrize(
    ("page", "folder"), [(PAGE, "town"), ("docs/teachers.md", "school")], ids=["full", "least"]
)
def test_the_packs_in_the_docs_have_no_findings(page, folder, tmp_path):
    write(page, tmp_path)
    assert [found for found in check(load(tmp_path / folder)) if found.severity != "note"] == []


def test_the_reference_is_what_the_code_says():
    for name, made in reference.pages().items():
        assert text(f"docs/formats/{name}") == made, "run docs/make_reference.py"


def test_the_tables_of_the_format_are_all_there():
    defined = {value for value in vars(models).values() if isinstance(value, type)}
    tables = {one for one in defined if issubclass(one, models.Table)}
    assert tables - {models.Table, models.PartFile} == {model for _, model in reference.TABLES}


def test_the_skills_are_told_as_the_game_tells_them():
    told = [(name.strip("`"), ask, rule) for name, ask, rule in rows(PAGE, "The twelve skills")]
    assert told == [(name, words.question, words.rule) for name, words in SKILLS.items()]


def test_the_kinds_are_told():
    told = {row[0].strip("`") for row in rows(PAGE, "The pack format")}
    assert told | {"choice"} == set(KINDS)
