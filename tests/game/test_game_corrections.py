"""Misses become corrections, and fresh items of the same rule strike them out."""

import pytest
from answer_samples import answered, answers
from hypothesis import given

from quizgame.game.corrections import corrections, open_corrections, struck_by
from quizgame.game.history import subject


def miss(ref="c0", **changes):
    return answered(ref, right=False, **changes)


def hit(ref="c1", **changes):
    return answered(ref, right=True, **{"round": "r2", "minutes": 9} | changes)


def test_a_miss_waits():
    missed = miss()
    (one,) = corrections([missed])
    assert (one.missed, one.struck) == (missed, None)


def test_another_claim_of_the_same_rule_in_a_later_round_strikes_it_out():
    answer = hit()
    (one,) = corrections([miss(), answer])
    assert one.struck == answer.at
    assert open_corrections([miss(), answer]) == []


@pytest.mark.parametrize(
    "answer",
    [
        hit(round="r1"),
        hit("c0"),
        hit("c0", kind="five-way"),
        hit(item="small/c0?two-way@herald"),
        hit(skill="scope"),
        hit(skill=""),
    ],
    ids=["same round", "same claim", "other kind", "other quote", "other rule", "no rule"],
)
def test_what_strikes_nothing_out(answer):
    assert corrections([miss(), answer])[0].struck is None


def test_another_miss_strikes_nothing_out():
    assert [c.struck for c in corrections([miss(), miss("c1", round="r2")])] == [None, None]


def test_an_answer_before_the_miss_strikes_nothing_out():
    assert corrections([hit(round="r0"), miss()])[0].struck is None


def test_the_oldest_is_struck_out_first():
    past = [miss("c0"), miss("c1"), hit("c2")]
    assert [c.struck is not None for c in corrections(past)] == [True, False]
    assert [c.missed.item for c in open_corrections(past)] == [past[1].item]


def test_the_oldest_that_it_can_strike_out():
    past = [miss("c2", round="r2"), miss("c1"), hit("c3")]
    assert [c.struck is not None for c in corrections(past)] == [False, True]


def test_a_claim_that_was_missed_itself_is_not_fresh_the_next_time():
    past = [miss("c2"), miss("c1"), hit("c2"), hit("c1", round="r3")]
    assert [c.struck is not None for c in corrections(past)] == [False, False]


def test_where_a_pack_has_no_more_claims_the_time_after_next_strikes_out():
    past = [miss("c2"), miss("c1"), hit("c2"), hit("c2", round="r3")]
    assert [c.struck is not None for c in corrections(past)] == [False, True]


def test_a_claim_that_was_right_before_strikes_out():
    assert corrections([hit("c1", round="r0"), miss("c0"), hit("c1")])[0].struck is not None


def test_one_answer_strikes_out_one():
    past = [miss("c0"), miss("c1"), miss("c2"), hit("c3"), hit("c4")]
    assert [c.struck is not None for c in corrections(past)] == [True, True, False]


def test_rules_do_not_mix():
    past = [miss(skill="scope"), miss("c1"), hit("c2"), hit("c3", skill="scope", minutes=12)]
    every = corrections(past)
    assert [c.struck for c in every] == [past[3].at, past[2].at]


def test_how_many_a_round_has_struck_out():
    past = [miss("c0"), miss("c1"), hit("c2", minutes=9), hit("c3", minutes=10)]
    past += [miss("c4", minutes=11, round="r2"), hit("c5", minutes=12, round="r3")]
    assert struck_by(past, past[2:5]) == 2
    assert struck_by(past, past[5:]) == 1
    assert struck_by(past, past[:2]) == 0


@given(answers())
def test_every_miss_is_one_correction_in_order(past):
    assert [c.missed for c in corrections(past)] == [a for a in past if not a.right]


@given(answers())
def test_what_is_struck_out_was_paid_for(past):
    every = corrections(past)
    for one in every:
        if one.struck is None:
            continue
        assert any(
            answer.right
            and answer.at == one.struck
            and answer.skill == one.missed.skill
            and answer.round != one.missed.round
            and subject(answer.item) != subject(one.missed.item)
            for answer in past
        )
    for skill in {a.skill for a in past}:
        paid = sum(c.struck is not None for c in every if c.missed.skill == skill)
        assert paid <= sum(a.right for a in past if a.skill == skill)


@given(answers(max_size=20))
def test_an_answer_more_changes_nothing_that_was_struck_out(past):
    before = corrections(past[:-1])
    after = corrections(past)
    for one, two in zip(before, after, strict=False):
        assert one.struck is None or one == two
