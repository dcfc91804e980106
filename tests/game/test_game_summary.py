"""A summary is one sentence, and a true one."""

import pytest
from answer_samples import answered, answers
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game import skills
from quizgame.game.history import kind
from quizgame.game.skills import SKILLS
from quizgame.game.summary import summarise


def miss(**changes):
    return answered(right=False, **changes)


def test_nothing():
    assert summarise([]) == "Nothing answered this time."


def test_all_right():
    assert summarise([answered()] * 3) == "3 of 3. Every line stands as you printed it."


def test_one_miss_is_named():
    said = summarise([answered(), miss(skill="scope")])
    assert said == '1 of 2. The miss: "What exactly was checked?"'


def test_one_rule():
    said = summarise([answered(), miss(skill="headline"), miss(skill="headline")])
    assert said == '1 of 3. All your misses were one rule: "Does the body say it too?"'


def test_doubted_facts():
    doubted = [miss(status="confirmed", skill="record"), miss(status="confirmed", skill="scope")]
    assert summarise(doubted) == "0 of 2. Each miss was a fact that you doubted."


def test_words_taken_for_more():
    trusted = [miss(status="alleged", skill="word"), miss(status="denied", skill="scope")]
    assert summarise(trusted) == "0 of 2. Each miss was somebody's word that you took for more."


@pytest.mark.parametrize(
    "misses",
    [
        [miss(skill="word"), miss(skill="scope", status="confirmed")],
        [miss(skill=""), miss(skill="", status="confirmed")],
        [miss(skill="word"), miss(skill="scope", kind="source")],
        [miss(skill="word"), miss(skill="scope", kind="five-way", chosen="analysis")],
        [miss(skill="word", status="confirmed"), miss(status="confirmed", kind="source", skill="")],
        [miss(skill="word"), miss(skill="scope", kind="choice", status="")],
        [miss(skill="")],
        [miss(skill="later-version")],
    ],
)
def test_nothing_in_common_is_nothing_said(misses):
    assert summarise(misses) == f"0 of {len(misses)}."


@given(answers(max_size=8))
def test_what_is_said_is_true(given_answers):
    said = summarise(given_answers)
    misses = [a for a in given_answers if not a.right]
    if given_answers:
        assert said.startswith(f"{len(given_answers) - len(misses)} of {len(given_answers)}.")
    if "All your misses" in said:
        assert len(misses) > 1
        assert len({a.skill for a in misses}) == 1
        assert SKILLS[misses[0].skill].question in said
    if "that you doubted" in said:
        assert {a.status for a in misses} == {"confirmed"}
        assert all(kind(a.item) in {"two-way", "five-way"} for a in misses)
    if "took for more" in said:
        assert {a.status for a in misses} <= {"alleged", "denied"}
        assert {kind(a.item) for a in misses} == {"two-way"}
    if "The miss" in said:
        assert len(misses) == 1
        assert SKILLS[misses[0].skill].question in said
    assert ("Every line stands" in said) == (bool(given_answers) and not misses)


@given(st.lists(st.booleans(), min_size=1, max_size=9))
def test_the_number_is_right(marks):
    said = summarise([answered(right=mark) for mark in marks])
    assert said.split(".")[0] == f"{sum(marks)} of {len(marks)}"


def test_twelve_rules_in_words():
    assert len(SKILLS) == 12
    assert len({words.question for words in SKILLS.values()}) == 12
    assert all(words.question.endswith("?") and words.rule for words in SKILLS.values())
    assert skills.words("scope") is SKILLS["scope"]
    assert skills.words("later-version") is skills.words(None) is skills.words("") is None
