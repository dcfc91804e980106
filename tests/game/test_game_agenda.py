"""What is on for today, in which order skills are met, and how long it takes."""

from datetime import timedelta

import pytest
from answer_samples import NOON, answered
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import claim, few, pack, packs, question, quote

from quizgame.game.agenda import agenda
from quizgame.game.curriculum import curriculum
from quizgame.game.pace import minutes
from quizgame.game.skills import SKILLS
from quizgame.packs.pack import ItemSet

TODAY = NOON.date()
SOME = pack(
    *(claim(f"{s}-{n}", skill=s) for s in ("word", "scope", "quote", "record") for n in range(4))
)


def on(of, past, days=0):
    return agenda(curriculum(of), past, TODAY + timedelta(days))


def met(*skills, times=3, **changes):
    return [answered(f"{s}-{n}", skill=s, **changes) for s in skills for n in range(times)]


# Curriculum


def test_the_easier_skills_come_first():
    assert curriculum(SOME).blocks == (("record", "word"), ("scope", "quote"))


def test_of_equally_hard_ones_those_with_both_sides_come_first():
    small = pack(
        claim("a", "confirmed", skill="date"),
        claim("b", skill="date"),
        claim("c", skill="record"),
        claim("d", "analysis", skill="word"),
    )
    assert curriculum(small).blocks == (("date", "record", "word"),)


def test_questions_and_what_is_never_shown():
    rejected = claim("r", quotes=[quote(role="rejects")], skill="word")
    trained = curriculum(pack(rejected, question("q", skill="scope"), claim("n", skill=None)))
    assert trained.blocks == (("scope",),)
    assert trained.claims == {"scope": {"small/q"}}


@few
@given(packs(max_claims=40))
def test_blocks_are_of_two_or_three(small):
    trained = curriculum(small)
    every = [skill for block in trained.blocks for skill in block]
    assert sorted(every) == sorted(trained.claims)
    assert len(every) == len(set(every))
    sizes = [len(block) for block in trained.blocks]
    assert all(size in {2, 3} for size in sizes) or sizes == [1]


# Agenda


def test_a_new_player_has_the_first_block():
    plan = on(SOME, [])
    assert (plan.new, plan.later) == (("record", "word"), {"scope", "quote"})
    assert (plan.due, plan.waiting) == ((), 0)


def test_a_block_is_new_until_each_of_its_skills_was_met_three_times():
    assert on(SOME, met("record") + met("word", times=2)).new == ("record", "word")
    assert on(SOME, met("record", "word")).new == ("scope", "quote")
    assert on(SOME, met("record", "word", "scope", "quote")).new == ()


def test_what_has_too_few_claims_does_not_hold_up_the_rest():
    small = pack(claim("a", skill="record"), claim("b", skill="word"), claim("c", skill="scope"))
    assert on(small, met("record", "word", "scope", times=1)).new == ()


def test_what_is_due_the_most_urgent_first():
    past = met("record") + met("word", right=False)
    assert on(SOME, past).due == ()
    assert on(SOME, past, days=4).due == ("word", "record")


def test_a_skill_that_the_pack_does_not_train_is_not_due_there():
    assert on(SOME, met("hedge"), days=9).due == ()


def test_corrections_by_skill():
    past = met("word", times=2, right=False) + met("quote", times=1, right=False)
    plan = on(SOME, past)
    assert (plan.corrections, plan.waiting) == ({"word": 2, "quote": 1}, 3)


def test_a_correction_of_another_pack_can_be_struck_out_here():
    past = [answered("x", False, item="other/x?two-way@y", skill="word")]
    assert on(SOME, past).corrections == {"word": 1}


def test_what_a_test_asks_is_held_back_until_it_was_met():
    small = pack(claim("a"), claim("b"), ItemSet("t", "T", ("a", "b"), test="before"))
    assert on(small, []).held_back == {"small/a", "small/b"}
    assert on(small, [answered("a")]).held_back == {"small/b"}


# Pace


@pytest.mark.parametrize(
    ("items", "seconds", "about"),
    [(6, [], 3), (2, [], 1), (6, [15.0], 3), (6, [2.0] * 9, 2), (6, [500.0] * 9, 8)],
)
def test_about_how_long_it_takes(items, seconds, about):
    assert minutes(items, seconds) == about


@given(st.integers(0, 20), st.lists(st.floats(0, 1e6)))
def test_it_never_takes_no_time_nor_hours(items, seconds):
    assert 1 <= minutes(items, seconds) <= 25


def test_every_skill_has_a_topic_of_its_own():
    topics = [words.topic for words in SKILLS.values()]
    assert len(set(topics)) == len(topics)
    assert all(topic == topic.lower() and len(topic) <= 24 for topic in topics)
