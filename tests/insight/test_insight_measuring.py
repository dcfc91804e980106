"""Item analysis, against published examples, other people's programs and other formulas."""

from math import isclose, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizgame.insight.classes.measuring import alpha, measure
from quizgame.insight.classes.moments import (
    covariance,
    deviation,
    kurtosis,
    mean,
    pearson,
    skewness,
    variance,
)

# 32 made-up students on five items. The figures are those of numpy 2.3 and scipy 1.17 (`skew` and
# `kurtosis` with bias=False, `pearsonr` and its interval) and of pingouin 0.7 (`cronbach_alpha`).
MARKS = """
10111 11100 00010 10001 11100 00000 11111 11110 11000 11100 10111 11100 11010 11000 10100 11101
01000 10100 00000 10000 10000 10000 00010 10100 11010 11100 10000 10000 11100 11000 00111 11101
"""
CLASS = [[int(mark) for mark in row] for row in MARKS.split()]

matrices = st.integers(2, 6).flatmap(
    lambda items: st.lists(
        st.lists(st.integers(0, 1), min_size=items, max_size=items), min_size=4, max_size=40
    )
)


def columns(marks):
    return list(zip(*marks, strict=True))


def test_a_set_as_other_programs_have_it():
    made = measure(CLASS)
    assert made.attempts == 32
    assert made.mean == pytest.approx(46.25)
    assert made.deviation == pytest.approx(25.621311693651162)
    assert made.skewness == pytest.approx(0.05446939689364979)
    assert made.kurtosis == pytest.approx(-0.7591436899917796)
    assert made.alpha == pytest.approx(0.4437960687960689)
    assert made.error_ratio == pytest.approx(100 * sqrt(1 - 0.4437960687960689))
    assert made.standard_error == pytest.approx(sqrt(1 - 0.4437960687960689) * 25.621311693651162)


@pytest.mark.parametrize(("item", "facility", "sd", "r", "low", "high", "efficiency", "weight"), [
    (0, 0.8125, 0.39655776945, 21.48344622118, -14.469913442, 52.425566382, 33.33333333,
     17.75059104),
    (1, 0.5, 0.50800050800, 17.46667529219, -18.531379925, 49.331523830, 23.07692307, 20.97895637),
    (2, 0.5, 0.50800050800, 46.05661864718, 13.327587583, 69.727941670, 58.33333333, 24.49814308),
    (3, 0.28125, 0.45680340940, 4.31113193789, -31.024647966, 38.600264408, 6.13333333,
     16.95807166),
    (4, 0.21875, 0.42001344064, 30.65327226095, -4.720702259, 59.195493158, 52.05992509,
     19.81423785),
])  # fmt: skip
def test_an_item_as_other_programs_have_it(item, facility, sd, r, low, high, efficiency, weight):
    made = measure(CLASS).items[item]
    assert made.facility == facility
    assert made.deviation == pytest.approx(sd)
    assert made.discrimination == pytest.approx(r)
    assert made.likely == pytest.approx((low, high))
    assert made.efficiency == pytest.approx(efficiency)
    assert made.weight == pytest.approx(weight)


def test_skewness_and_kurtosis_of_a_published_example():
    # S. Brown, "Measures of shape: skewness and kurtosis": heights of 100 students.
    heights = [61] * 5 + [64] * 18 + [67] * 42 + [70] * 27 + [73] * 8
    assert skewness(heights) == pytest.approx(-0.1098, abs=5e-5)
    assert kurtosis(heights) == pytest.approx(-0.2091, abs=5e-5)


def test_whoever_gets_a_hard_item_right_gets_the_easy_ones():
    """A perfect scale of L. Guttman: nothing discriminates better, whatever the difficulty."""
    steps = [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]] * 8
    made = measure(steps)
    assert [item.efficiency for item in made.items] == pytest.approx([100] * 3)
    assert made.alpha == pytest.approx(0.75)


@given(matrices)
def test_alpha_is_that_of_kuder_and_richardson(marks):
    """Their formula 20: Psychometrika 2 (1937), with variances over n."""
    totals = [sum(row) for row in marks]
    assume(len(set(totals)) > 1)
    number, items = len(marks), len(marks[0])
    middle = mean(totals)
    spread = sum((total - middle) ** 2 for total in totals) / number
    shares = [mean(column) for column in columns(marks)]
    expected = items / (items - 1) * (1 - sum(p * (1 - p) for p in shares) / spread)
    assert isclose(alpha(columns(marks), totals), expected, abs_tol=1e-9)


@given(matrices)
def test_discrimination_is_the_corrected_correlation_with_the_total(marks):
    """S. Henrysson, "Correction of item-total correlations", Psychometrika 28 (1963)."""
    totals = [sum(row) for row in marks]
    for column, made in zip(columns(marks), measure(marks).items, strict=True):
        r = pearson(column, totals)
        if r is None or made.discrimination is None:
            continue
        s, total = deviation(column), deviation(totals)
        expected = (r * total - s) / sqrt(s**2 + total**2 - 2 * r * s * total)
        assert isclose(made.discrimination / 100, expected, abs_tol=1e-7)


@given(matrices)
def test_the_figures_stay_in_their_ranges(marks):
    made = measure(marks)
    assert made.alpha is None or made.alpha <= 1
    assert 0 <= made.mean <= 100
    weights = [item.weight for item in made.items if item.weight is not None]
    assert sum(weights) == pytest.approx(100) or sum(weights) == 0
    for item in made.items:
        assert 0 <= item.facility <= 1
        if item.discrimination is None:
            assert item.likely is item.efficiency is None
        else:
            assert -100 <= item.likely[0] <= item.discrimination + 1e-9
            assert item.discrimination - 1e-9 <= item.likely[1] <= 100


@given(matrices, st.randoms(use_true_random=False))
def test_the_order_of_the_students_is_nothing(marks, rng):
    before = measure(marks)
    rng.shuffle(marks)
    after = measure(marks)
    assert after.alpha == pytest.approx(before.alpha)
    assert [i.facility for i in after.items] == [i.facility for i in before.items]


def test_where_everybody_does_alike_nothing_is_told():
    made = measure([[1, 0]] * 30)
    assert made.alpha is made.standard_error is made.skewness is made.kurtosis is None
    assert {item.discrimination for item in made.items} == {None}
    assert {item.weight for item in made.items} == {None}


def test_a_single_item_has_no_alpha():
    assert measure([[1], [0]] * 20).alpha is None


def test_an_item_that_the_better_ones_miss_is_below_zero():
    upside_down = [[1, 1, 0], [1, 1, 0], [0, 0, 1], [0, 1, 1]] * 8
    worst = measure(upside_down).items[2]
    assert worst.discrimination < -50
    assert worst.weight is None


def test_moments_by_hand():
    assert variance([1, 2, 3, 4]) == pytest.approx(5 / 3)
    assert covariance([1, 2, 3], [3, 2, 1]) == -1
    assert pearson([1, 2, 3], [5, 5, 5]) is None
    assert skewness([1, 2]) is None
    assert kurtosis([1, 2, 3]) is None
