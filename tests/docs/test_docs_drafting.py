"""What the page on drafting shows is what the command finds and writes."""

import json

import pytest
from docs_reading import rows, text, write

from quizgame import cli

PAGE = "docs/drafting.md"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    write(PAGE, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(capsys, line):
    assert cli.main(line.split()[1:]) == 0
    return capsys.readouterr().out


def test_the_report_holds_the_statements_that_are_shown(folder, capsys):
    out = printed(capsys, "quizgame draft harbour/herald.txt")
    statements = text(PAGE).split("the reason:\n\n```text\n")[1].partition("```")[0].split("\n\n")
    assert len(statements) == 2
    assert all(one.strip() in out for one in statements)


def test_the_pack_holds_the_claim_that_is_shown(folder, capsys):
    printed(capsys, "quizgame draft harbour/herald.txt -o made")
    page = text(PAGE).split("```toml\n")[1].partition("```\n")[0]
    assert page in (folder / "made" / "claims-herald.toml").read_text(encoding="utf-8")


def test_the_keys_are_those_that_are_printed(folder, capsys):
    one, *_ = json.loads(printed(capsys, "quizgame draft harbour/herald.txt --json"))
    assert [row[0].strip("`") for row in rows(PAGE, "Data for programs")] == list(one)


def test_both_articles_share_what_the_page_says(folder, capsys):
    out = printed(capsys, "quizgame draft harbour/herald.txt harbour/courier.txt")
    assert "numbers: nine / six" in out
    assert "hedges: none / reportedly" in out
    assert "One report, told 2 times" in out
