"""The line on which a teacher types what raised hands say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.classroom import hands
from quizgame.errors import UsageError
from quizgame.game.asking import ALLEGED, CONFIRMED, Choice

TWO_WAY = (CONFIRMED, ALLEGED)
NUMBERED = tuple(Choice(f"option-{n}", str(n), f"Option {n}") for n in range(1, 4))


@pytest.mark.parametrize(
    "line", ["c 17 a 11", "c17a11", " C 17, A 11 ", "a: 11; c = 17", "c=17 a=11", "a\t11 c 0017"]
)
def test_a_letter_stands_for_a_status(line):
    assert hands.read(line, TWO_WAY) == {"confirmed": 17, "alleged": 11}


@pytest.mark.parametrize("line", ["1 12 2 9 3 7", "1: 12, 2: 9, 3: 7", "3=7 2=9 1=12"])
def test_a_number_stands_for_a_numbered_option(line):
    assert hands.read(line, NUMBERED) == {"option-1": 12, "option-2": 9, "option-3": 7}


def test_what_is_left_out_has_no_hands():
    assert hands.read("c 5", TWO_WAY) == {"confirmed": 5, "alleged": 0}


@pytest.mark.parametrize(
    ("line", "choices", "word"),
    [
        ("", TWO_WAY, "Nothing was typed"),
        (" , ", TWO_WAY, "Nothing was typed"),
        ("x 3", TWO_WAY, '"x" is no option here; there are c, a.'),
        ("17 11", NUMBERED, '"17" is no option here; there are 1, 2, 3.'),
        ("c 3 c 4", TWO_WAY, '"c" is there twice'),
        ("c", TWO_WAY, '"c" is no option with a number'),
        ("c 17 a", TWO_WAY, '"a" is no option with a number'),
        ("c -3", TWO_WAY, '"c -3" is no option with a number'),
        ("confirmed 3", TWO_WAY, '"confirmed 3" is no option with a number'),
        ("c 1001", TWO_WAY, "More than 1000 hands"),
        (f"c {'9' * 9999}", TWO_WAY, "More than 1000 hands"),
        ("112", NUMBERED, '"112" is no option with a number'),
    ],
)
def test_what_cannot_be_read_is_named_with_its_cure(line, choices, word):
    with pytest.raises(UsageError) as caught:
        hands.read(line, choices)
    assert word in caught.value.message
    assert hands.example(choices) in caught.value.hint


def test_the_example_can_be_read():
    assert hands.read(hands.example(TWO_WAY), TWO_WAY) == {"confirmed": 17, "alleged": 11}
    assert sum(hands.read(hands.example(NUMBERED), NUMBERED).values()) == 28


@given(st.text(max_size=60) | st.from_regex(r"[ca123 ,:=]{0,30}", fullmatch=True))
@example("c ١")
def test_any_line_is_hands_or_an_error(line):
    for choices in (TWO_WAY, NUMBERED):
        try:
            counts = hands.read(line, choices)
        except UsageError:
            continue
        assert set(counts) == {choice.id for choice in choices}
        assert all(0 <= count <= hands.MOST for count in counts.values())


@given(st.lists(st.integers(0, hands.MOST), min_size=3, max_size=3), st.sampled_from([" ", ", "]))
def test_what_is_written_is_read(counts, between):
    line = between.join(f"{n} {count}" for n, count in enumerate(counts, 1))
    assert list(hands.read(line, NUMBERED).values()) == counts
