"""Which words did somebody really say? Only where all versions agree."""

from dataclasses import replace
from random import Random

import pytest
from pack_samples import GAZETTE, claim, pack, quote

from quizgame.game.explanation import explain
from quizgame.game.grading import ask, grade, skill_of
from quizgame.game.items import parse
from quizgame.game.kinds import KINDS
from quizgame.game.kinds.quote import CANNOT, trouble

COPY = replace(GAZETTE, id="copy", outlet="A Copy", wording="reworded")
SAME, ONE, OTHER = "far too loud", "every day of the week", "on all days"


def version(article, *exact, retold=(), text=None, **changes):
    said = text or " ".join([*(f'"{words}"' for words in exact), *retold, "said the Mayor."])
    return quote(
        said, id=article, article=article, exact=exact, retold=retold, source="Mayor", **changes
    )


def of(*versions):
    return pack(claim("it", quotes=list(versions)), COPY)


def asked(small, seed=1):
    return ask(small, parse("it?quote", small), Random(seed))


def key(small):
    (only,) = KINDS["quote"].answers(small, parse("it?quote", small))
    return only


def made(small):
    return [str(item) for item in KINDS["quote"].items(small)]


AGREED = of(version("gazette", SAME, ONE), version("herald", SAME, OTHER))
DIFFERENT = of(version("gazette", ONE), version("herald", OTHER))


def test_the_words_of_all_versions_are_the_key():
    assert key(AGREED) == SAME
    assert {c.id for c in asked(AGREED).choices} == {SAME, ONE, OTHER, CANNOT}


def test_where_versions_differ_it_cannot_be_known():
    assert key(DIFFERENT) == CANNOT
    assert [c.id for c in asked(DIFFERENT).choices][-1] == CANNOT


def test_quotation_marks_and_letter_case_make_no_difference():
    small = of(version("gazette", "It’s so", ONE), version("herald", "it's so", OTHER))
    assert key(small) == "It’s so"


def test_reworded_copies_alone_prove_nothing():
    other = replace(COPY, id="second")
    small = pack(
        claim("it", quotes=[version("copy", SAME, ONE), version("second", SAME)]), COPY, other
    )
    assert key(small) == CANNOT
    with_paper = of(version("copy", SAME, ONE), version("gazette", SAME))
    assert key(with_paper) == SAME


def test_words_that_one_version_only_retells_are_not_exact():
    small = of(version("gazette", SAME), version("herald", retold=("that it is loud",)))
    assert key(small) == CANNOT


@pytest.mark.parametrize(
    ("versions", "why"),
    [
        ([version("gazette", SAME, ONE)], "only one article"),
        ([version("gazette", SAME), version("herald", SAME)], "only one stretch"),
        ([version("gazette", SAME, ONE), version("herald", SAME, ONE)], "more than one stretch"),
        ([version("gazette", SAME, ONE), version("herald", "too loud")], "stands in all"),
        ([version("gazette", SAME, ONE), version("herald", SAME, OTHER, who="Baker")], "speaker"),
        (
            [version("gazette", SAME, text=f'"{SAME}" ' + "so " * 400), version("copy", ONE)],
            "no room",
        ),
    ],
)
def test_what_cannot_be_compared_is_not_asked_and_the_reason_is_told(versions, why):
    small = of(*versions)
    assert made(small) == []
    assert why in trouble(small, small.claims["it"])


def test_claims_without_exact_words_are_no_trouble():
    small = pack(claim("it"))
    assert made(small) == []
    assert trouble(small, small.claims["it"]) == ""


def test_a_lone_reworded_copy_is_never_quoted():
    small = of(version("copy", ONE, retold=("that it is loud",)))
    assert key(small) == CANNOT
    (shown,) = asked(small).passages
    assert "a reworded copy" in shown.dated


def test_every_version_that_differs_is_shown():
    small = of(
        version("gazette", SAME, ONE), version("herald", SAME, OTHER), version("copy", SAME, ONE)
    )
    assert [p.article for p in asked(small).passages] == ["gazette", "herald"]


def test_it_trains_a_skill_of_its_own():
    assert skill_of(AGREED, parse("it?quote", AGREED)) == "quote"


@pytest.mark.parametrize(
    ("chosen", "because"),
    [
        (ONE, "stands between quotation marks only in The Gazette."),
        (CANNOT, "One stretch of words stands between quotation marks in every version."),
    ],
)
def test_a_miss_is_answered(chosen, because):
    told = explain(AGREED, grade(AGREED, parse("it?quote", AGREED), chosen))
    assert told.because.endswith(because)
    assert told.verdict == f'Not this time. All have "{SAME}".'
    assert [p.outlet for p in told.passages] == ["The Gazette", "The Herald"]


def test_the_shipped_items_are_of_both_sorts(shipped):
    keys = [KINDS["quote"].answers(shipped, item)[0] for item in KINDS["quote"].items(shipped)]
    assert len(keys) == 11
    assert 4 <= keys.count(CANNOT) <= 7
