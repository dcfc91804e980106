"""Several articles: what they share, how it differs, and texts that a machine has reworded."""

import pytest
from drafting_samples import RETOLD, TOWN

from quizgame.drafting.data import data
from quizgame.drafting.differences import differences
from quizgame.drafting.draft import draft
from quizgame.drafting.spinning import spun

OTHER = """\
The harvest was late this year, said farmer Per Aune. He expects a cold winter.
The weather service said that 40 centimetres of snow had fallen in the hills.
"""
SPUN = (
    "The council has really determined to shut the baths inOctober And the mayor stated {that a} "
    "restricted sum had really been discovered. Troopers instructed reporters that a brand new "
    "wall was wanted inSampleford But nobody despatched one."
)


@pytest.fixture(scope="module")
def both():
    return draft([("gazette", TOWN), ("herald", RETOLD)])


def test_what_two_articles_share_is_paired(both):
    pairs = {
        (one.first.statement, one.second.statement) for one in both.versions if one.alike > 0.4
    }
    assert len(pairs) >= 3
    assert len({first for first, _ in pairs}) == len({second for _, second in pairs}) == len(pairs)


def test_differences_are_named(both):
    found = {
        each.what: (each.first, each.second)
        for one in both.versions
        for each in differences(both.told(one.first), both.told(one.second))
    }
    assert found["numbers"] == ("90,000", "80,000")
    assert found["hedges"] == ("none", "might; up to")
    assert found["quoted words"] == (
        "No swimmer in this town wants a dry pool",
        "No swimmer in this town likes a dry pool",
    )


def test_articles_that_share_much_retell_one_report(both):
    assert both.retold == ((0, 1),)
    assert draft([("gazette", TOWN), ("other", OTHER)]).retold == ()
    three = draft([("other", OTHER), ("gazette", TOWN), ("herald", RETOLD)])
    assert three.retold == ((1, 2),)


def test_an_article_shares_everything_with_itself():
    twice = draft([("a", TOWN), ("b", TOWN)])
    assert {one.alike for one in twice.versions} == {1.0}
    assert all(
        not differences(twice.told(one.first), twice.told(one.second)) for one in twice.versions
    )


def test_a_reworded_text_is_told():
    found = spun(SPUN)
    assert found.suspicious
    assert found.rate > 100
    assert {"inOctober", "{that a}"} <= {SPUN[begin:end] for begin, end in found.signs}
    assert len(found.examples(SPUN)) == 5


@pytest.mark.parametrize("text", [TOWN, RETOLD, OTHER, "McDonald met iPhone users in LaGrange."])
def test_a_text_by_people_is_not(text):
    assert not spun(text).suspicious


def test_several_articles_as_data(both):
    value = data(both)
    assert [one["name"] for one in value["articles"]] == ["gazette", "herald"]
    assert value["retold"] == [[0, 1]]
    first, second = value["versions"][0]["first"], value["versions"][0]["second"]
    assert (first[0], second[0]) == (0, 1)
    statement = value["articles"][0]["statements"][first[1]]
    assert {"suggests", "skill", "who"} <= set(statement)
    assert value["articles"][0]["speakers"][0] == "Ada Brook"
