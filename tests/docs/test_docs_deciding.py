"""The worked examples quote what the articles print, and decide as the pack does."""

import re

import pytest
from docs_reading import ROOT, text

from quizgame.packs.load import load
from quizgame.packs.quotes import fold
from quizgame.text import STATUSES

EXAMPLE = re.compile(
    r"^### (\d+)\. .+\n\n> (.+)\n\n"
    r"- \*(.+?)\*(?: · `([a-z0-9-]+)`)?\n- Claim: (.+)\n- Status: `(\w+)`\n\n",
    re.MULTILINE,
)
EXAMPLES = EXAMPLE.findall(text("docs/deciding.md"))


@pytest.fixture(scope="module")
def pack():
    return load(ROOT / "content" / "october-2024").pack


def test_there_are_twenty_in_order_and_every_status_is_among_them():
    assert [int(number) for number, *_ in EXAMPLES] == list(range(1, 21))
    assert {status for *_, status in EXAMPLES} == set(STATUSES)
    assert text("docs/deciding.md").count("\n### ") == 20


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e[3]], ids=lambda e: e[3])
def test_an_example_from_the_articles_is_that_of_the_pack(pack, example):
    _, quote, outlet, name, claim, status = example
    (article,) = (one for one in pack.articles.values() if one.outlet == outlet)
    assert fold(quote) in fold(article.text)
    found = pack.claims[name]
    assert found.text == claim
    keys = {one.status for one in found.quotes if one.article == article.id}
    assert status in keys


def test_the_claims_that_are_pointed_at_are_in_the_pack(pack):
    named = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", text("docs/deciding.md")))
    assert named <= set(pack.claims)


def test_the_others_are_marked_as_made_up():
    assert {outlet for _, _, outlet, name, *_ in EXAMPLES if not name} == {"Made up."}
