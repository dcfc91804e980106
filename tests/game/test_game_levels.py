"""The ramp: how hard an item is, and where a player stands."""

from itertools import pairwise

import pytest
from answer_samples import answered
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import GAZETTE, claim, pack, question, quote

from quizgame.game import levels
from quizgame.packs.pack import Article


def after(marks):
    """The level after answers written as `r` (right) and `m` (a miss)."""
    return levels.of_player(answered(right=mark == "r") for mark in marks)


@pytest.mark.parametrize(
    ("marks", "level"),
    [
        ("", 1),
        ("r" * 8, 1),
        ("r" * 9, 1),
        ("r" * 10, 2),
        ("mmrrrrrrrr", 2),
        ("rrrrrrrrmm", 2),
        ("mrmrmrrrrr", 1),
        ("mrmrmrrrrrr", 2),
        ("r" * 10 + "m", 2),
        ("r" * 10 + "mm", 2),
        ("r" * 10 + "mmm", 1),
        ("r" * 10 + "mmrm", 2),
        ("r" * 10 + "mmrmm", 2),
        ("r" * 10 + "mmrmmm", 1),
        ("r" * 19, 2),
        ("r" * 20, 3),
        ("r" * 20 + "mmm", 2),
        ("r" * 20 + "mmm" + "mmm", 1),
        ("r" * 20 + "mmm" + "mm", 2),
        ("r" * 40, 5),
        ("r" * 80, 5),
        ("r" * 80 + "mmm", 4),
        ("m" * 30, 1),
        ("m" * 30 + "r" * 10, 2),
    ],
)
def test_level_of_a_player(marks, level):
    assert after(marks) == level


marks = st.text("rm", max_size=80)


@given(marks)
def test_levels_stay_within_bounds(given_marks):
    assert levels.LOWEST <= after(given_marks) <= levels.HIGHEST


@given(marks, st.sampled_from("rm"))
def test_one_answer_moves_by_one_step_at_most_and_the_right_way(before, mark):
    step = after(before + mark) - after(before)
    assert step in ({0, 1} if mark == "r" else {0, -1, 1})
    if mark == "m" and step == 1:
        assert before[-9:].count("r") >= 8


@given(marks)
def test_a_step_starts_the_count_anew(before):
    """The next step up takes ten answers, the next one down three."""
    steps = [
        at for at in range(1, len(before) + 1) if after(before[:at]) != after(before[: at - 1])
    ]
    for one, two in pairwise(steps):
        up = after(before[:two]) > after(before[: two - 1])
        assert two - one >= (10 if up else 3)


REWORDED = Article("copy", "A copy", "", "May", None, None, "reworded", None)


@pytest.mark.parametrize(
    ("level", "said", "changes"),
    [
        (1, quote(), {}),
        (1, quote(role="checks"), {"status": "confirmed"}),
        (1, quote(source="", cue=""), {}),
        (1, quote(hedges=("maybe",)), {}),
        (2, quote(hedges=("maybe",), source=""), {}),
        (3, quote(), {"skill": "headline"}),
        (3, quote(hedges=("maybe",), source=""), {"skill": "headline"}),
        (4, quote(article="copy"), {}),
        (4, quote(article="copy"), {"skill": "headline"}),
        (4, quote(), {"skill": "chain"}),
        (4, quote(), {"skill": "shrink"}),
        (4, quote(), {"skill": "quote"}),
        (2, quote(article="copy"), {"level": 2}),
        (5, quote(), {"level": 5}),
        (1, quote(), {"skill": None}),
    ],
)
def test_level_of_a_quote(level, said, changes):
    one = claim("it", quotes=[said], **changes)
    assert levels.of_quote(pack(one, REWORDED), one, said) == level


def test_a_translation_is_not_reworded():
    translated = Article("abroad", "Abroad", "", "May", None, None, "translated", None)
    said = quote(article="abroad")
    one = claim("it", quotes=[said])
    assert levels.of_quote(pack(one, translated, GAZETTE), one, said) == 1


def test_level_of_a_question():
    assert levels.of_question(question("q")) == 2
    assert levels.of_question(question("q", level=4)) == 4
