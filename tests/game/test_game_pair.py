"""Which of these two is confirmed?"""

from random import Random

import pytest
from hypothesis import given
from pack_samples import claim, few, pack, packs, quote

from quizgame.game.explanation import explain
from quizgame.game.grading import ask, grade
from quizgame.game.items import claim_of, parse, subjects
from quizgame.game.kinds import KINDS
from quizgame.text import STATUSES


def two(one="confirmed", other="alleged", same=False, **changes):
    quotes = [quote("It was so, all of it, in public.", status=one)]
    if not same:
        told = [quote("It is so, they say.", id="herald", article="herald", status=other)]
    else:
        told = [quote("It was so, all of it, in public.", status=other)]
    return pack(
        claim("act", one, quotes, contrast="word", **changes),
        claim("word", other, told, contrast="act", skill="headline", why="Nobody knows."),
    )


def asked(small, written="act?pair", seed=1):
    return ask(small, parse(written, small), Random(seed))


@pytest.mark.parametrize("one", STATUSES)
@pytest.mark.parametrize("other", STATUSES)
def test_one_of_the_two_is_confirmed_and_the_other_is_somebody_s_word(one, other):
    made = [str(item) for item in KINDS["pair"].items(two(one, other))]
    sides = {status: status == "confirmed" for status in STATUSES[:3]}
    possible = one in sides and other in sides and sides[one] != sides[other]
    assert len(made) == (2 if possible else 0)


def test_what_can_be_defended_both_ways_is_not_asked():
    assert list(KINDS["pair"].items(two(also_accept=("alleged",)))) == []


def test_either_claim_may_be_asked_about_and_the_key_is_the_same():
    small = two()
    for written in ("act?pair", "word?pair"):
        seen = asked(small, written)
        assert {choice.id for choice in seen.choices} == {"act", "word"}
        assert [p.article for p in seen.passages] == ["gazette", "herald"]
        assert grade(small, parse(written, small), "act").right
        assert not grade(small, parse(written, small), "word").right


def test_a_passage_that_carries_both_is_shown_once():
    assert len(asked(two(same=True)).passages) == 1


def test_a_pair_uses_both_claims_up():
    small = two()
    assert subjects(small, parse("word?pair", small)) == {"act", "word"}


def test_passages_that_leave_no_room_are_not_asked():
    long = [quote("It was so. " * 90, status="confirmed")]
    small = two()
    claims = dict(small.claims, act=claim("act", "confirmed", long, contrast="word"))
    assert list(KINDS["pair"].items(pack(*claims.values()))) == []


def test_the_explanation_is_of_the_item_s_own_claim_and_names_the_other():
    small = two()
    told = explain(small, grade(small, parse("act?pair", small), "word"))
    assert told.verdict == "Not this time. CONFIRMED: Headline act. The other: ALLEGED."
    assert told.because == "It is word. ALLEGED. Nobody knows."
    assert told.others[0].status == "alleged"


@few
@given(packs())
def test_pairs_are_one_confirmed_and_one_not(small):
    for item in KINDS["pair"].items(small):
        claim_, _ = claim_of(small, item)
        assert claim_.contrast in small.claims
        assert len(KINDS["pair"].answers(small, item)) == 1
