"""When a skill is mastered."""

from datetime import timedelta

import pytest
from answer_samples import NOON, answered, answers
from hypothesis import given
from pack_samples import claim, five_speakers, pack, packs, question, quote

from quizgame.game.mastery import Offer, mastery, offers
from quizgame.game.skills import SKILLS

FULL = {"word": Offer(other_kinds=9, articles=5)}


def six(**changes):
    """Six answers of one skill with which it is just mastered; `changes` go to all of them."""
    kinds = ["five-way", "source", *["two-way"] * 4]
    articles = ["gazette", "herald", *["gazette"] * 4]
    return [
        answered(
            f"c{n}",
            kind=kinds[n],
            **{
                "article": articles[n],
                "confidence": "fairly",
                "at": NOON + timedelta(days=n == 5),
                **changes,
            },
        )
        for n in range(6)
    ]


def word(past, offered=FULL, **settings):
    return mastery(past, offered, **settings)["word"]


def missing(past, offered=FULL, **settings):
    return [condition.name for condition in word(past, offered, **settings).missing]


def test_all_twelve_are_told_in_their_order():
    assert list(mastery([], {})) == list(SKILLS)
    assert not any(one.mastered for one in mastery([], {}).values())


def test_five_of_six_that_meet_every_condition():
    assert word(six()).mastered
    assert word(six()[1:], offered={"word": Offer(1, 1)}).mastered


def test_one_miss_is_forgiven_and_two_are_not():
    past = six()
    past[3] = answered("c3", False)
    assert word(past).mastered
    past[4] = answered("c4", False)
    assert missing(past) == ["right", "sure"]


def test_only_the_last_six_count():
    assert word([answered(right=False)] * 9 + six()).mastered
    assert missing(six() + [answered("x", False)] * 2)[0] == "right"


def test_other_skills_do_not_come_between():
    past = six()
    assert word(past[:3] + [answered(right=False, skill="scope")] * 6 + past[3:]).mastered


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"item": "small/c?two-way@gazette"}, "kinds"),
        ({"article": "gazette"}, "articles"),
        ({"at": NOON}, "days"),
        ({"confidence": "guess"}, "sure"),
        ({"confidence": ""}, "sure"),
    ],
)
def test_each_condition_is_needed(changes, name):
    assert missing(six(**changes)) == [name]


def test_misses_meet_no_condition():
    """The only other kinds, article, day and confidence are those of misses."""
    past = [answered(f"c{n}", confidence="sure") for n in range(4)]
    past += [
        answered("x", False, kind="source", article="herald", at=NOON + timedelta(days=n))
        for n in (1, 2)
    ]
    counted = {c.name: c.have for c in word(past).conditions}
    assert counted == {"right": 4, "kinds": 0, "articles": 1, "days": 1, "sure": 4}


def test_what_the_pack_has_not_is_waived():
    past = six(item="small/c?two-way@gazette", article="gazette")
    assert missing(past) == ["kinds", "articles"]
    assert missing(past, {"word": Offer(0, 1)}) == []
    waived = [c.name for c in word(past, {"word": Offer(0, 1)}).conditions if c.waived]
    assert waived == ["kinds", "articles"]
    assert missing(past, {"word": Offer(1, 1)}) == ["kinds"]


def test_what_the_settings_leave_out_is_waived():
    assert missing(six(confidence=""), asked_how_sure=False) == []


def test_decisions_in_scenarios_count_though_nobody_asks_how_sure():
    past = [*six()[:2], *(answered(kind="decision", article="") for _ in range(2)), *six()[4:]]
    assert word(past).mastered
    assert missing([*past[:4], *(answered("x") for _ in range(2))]) == ["days", "sure"]


def test_a_skill_that_the_pack_does_not_train_keeps_its_conditions():
    assert missing(six(article="gazette"), {}) == ["articles"]


def test_a_question_s_own_passage_is_no_article():
    assert missing(six(article="")) == ["articles"]


@given(answers())
def test_mastered_is_every_condition(past):
    for one in mastery(past, {}).values():
        assert one.mastered == all(c.have >= c.need for c in one.conditions)
        assert one.mastered == (not one.missing)
        assert [c.name for c in one.conditions] == ["right", "kinds", "articles", "days", "sure"]


def test_what_a_pack_offers():
    both = [quote(), quote(id="herald", article="herald")]
    small = pack(claim("one", quotes=both, skill="scope"), claim("two", skill=None), question("q"))
    assert offers(small) == {"scope": Offer(other_kinds=3, articles=2)}


def test_a_speaker_among_others_offers_one_more():
    small = pack(*five_speakers())
    assert offers(small) == {"word": Offer(other_kinds=10, articles=1)}


def test_what_is_left_out_is_not_offered():
    small = pack(claim("one"), claim("two", sensitive=True, quotes=[quote(article="herald")]))
    assert offers(small)["word"] == Offer(3, 2)
    assert offers(small, sensitive=False)["word"] == Offer(2, 1)


@given(packs())
def test_a_pack_never_offers_more_articles_than_it_has(small):
    assert all(0 <= one.articles <= len(small.articles) for one in offers(small).values())
    assert set(offers(small)) <= set(SKILLS)
