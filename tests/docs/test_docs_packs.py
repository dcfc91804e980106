"""Whoever copies a pack from the docs gets one that plays, and every key is told there."""

import pytest
from docs_reading import rows, write

from quizgame.checking.check import check
from quizgame.game.kinds import KINDS
from quizgame.game.skills import SKILLS
from quizgame.packs import models
from quizgame.packs.load import load

PAGE = "docs/formats/packs.md"
TABLES = {
    "The file": models.PackFile,
    "`[pack]`": models.PackTable,
    "`[[article]]`": models.ArticleTable,
    "`[[claim]]`": models.ClaimTable,
    "`[[claim.quote]]` and `[[question.quote]]`": models.QuoteTable,
    "`[[question]]`": models.QuestionTable,
    "An option of a question": models.OptionTable,
    "`[[set]]`": models.SetTable,
    "`[[left_out]]`": models.LeftOutTable,
    "`[[scenario]]`": models.Scenario,
    "`[[scenario.scene]]`": models.SceneTable,
    "`asks` of a scene": models.AskTable,
    "`[[scenario.scene.choice]]`": models.ChoiceTable,
    "`instead` of a scene": models.InsteadTable,
    "`judges` of a choice": models.JudgesTable,
    "`[[scenario.event]]`": models.EventTable,
}


@pytest.mark.parametrize(
    ("page", "folder"), [(PAGE, "town"), ("docs/teachers.md", "school")], ids=["full", "least"]
)
def test_the_packs_in_the_docs_have_no_findings(page, folder, tmp_path):
    write(page, tmp_path)
    assert [found for found in check(load(tmp_path / folder)) if found.severity != "note"] == []


@pytest.mark.parametrize("heading", TABLES)
def test_every_key_is_documented_and_no_other(heading):
    fields = TABLES[heading].model_fields
    told = {key.strip("`"): needed for key, needed, _ in rows(PAGE, heading)}
    assert told == {name: "yes" if f.is_required() else "no" for name, f in fields.items()}


def test_the_tables_of_the_format_are_all_there():
    defined = {value for value in vars(models).values() if isinstance(value, type)}
    tables = {one for one in defined if issubclass(one, models.Table)}
    assert tables - {models.Table, models.PartFile} == set(TABLES.values())


def test_the_skills_are_told_as_the_game_tells_them():
    told = [(name.strip("`"), ask, rule) for name, ask, rule in rows(PAGE, "The twelve skills")]
    assert told == [(name, words.question, words.rule) for name, words in SKILLS.items()]


def test_the_kinds_are_told():
    told = {row[0].strip("`") for row in rows(PAGE, "The pack format")}
    assert told | {"choice"} == set(KINDS)
