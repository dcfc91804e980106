"""The statistics, against published worked examples."""

from math import isclose, sqrt

import pytest
from answer_samples import answered, answers
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.insight.calibration import brier, calibration, parts
from quizgame.insight.chance import likely
from quizgame.insight.detection import BLURRED, ENOUGH, SHARP, Verdicts, verdicts

counts = st.integers(0, 400)


@pytest.mark.parametrize(("right", "answers_", "low", "high"), [
    # R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17
    # (1998), table I, method 3.
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
])  # fmt: skip
def test_what_chance_allows(right, answers_, low, high):
    assert likely(right, answers_) == pytest.approx((low, high), abs=5e-5)


@given(counts, counts)
def test_what_chance_allows_holds_the_share_and_stays_a_share(right, wrong):
    low, high = likely(right, right + wrong)
    assert 0 <= low <= high <= 1
    if right + wrong:
        assert low <= right / (right + wrong) <= high
        assert likely(wrong, right + wrong) == pytest.approx((1 - high, 1 - low))


def test_d_prime_and_c_with_the_log_linear_correction():
    # D. G. Bonett, R package statpsych, example of `signal` with data of T. D. Wickens,
    # "Elementary signal detection theory" (2002): 82 of 100 hits, 46 of 100 false alarms.
    seen = Verdicts(hits=82, misses=18, false_alarms=46, rejections=54)
    assert seen.hit_rate == pytest.approx(0.8168317)
    assert seen.false_alarm_rate == pytest.approx(0.460396, abs=1e-6)
    assert seen.d_prime == pytest.approx(1.002793, abs=1e-6)
    assert seen.c == pytest.approx(-0.4019603, abs=1e-6)


@pytest.mark.parametrize(("hits", "false_alarms", "c"), [(69, 31, 0.0), (89, 59, -0.73)])
def test_two_observers_with_one_sight_and_two_leans(hits, false_alarms, c):
    # N. A. Macmillan and C. D. Creelman, "Detection theory", ch. 1 and 2: d′ is 1.0 for both.
    scale = 10_000
    seen = Verdicts(hits * scale, (100 - hits) * scale, false_alarms * scale,
                    (100 - false_alarms) * scale)  # fmt: skip
    assert seen.d_prime == pytest.approx(1.0, abs=0.01)
    assert seen.c == pytest.approx(c, abs=0.01)


def test_the_error_of_d_prime():
    # By hand: with both rates one half, φ(0) = 1/√(2π), and so the variance is π/2n a side.
    seen = Verdicts(hits=50, misses=50, false_alarms=50, rejections=50)
    assert seen.error_of_d_prime == pytest.approx(sqrt(2 * 3.14159265 / (2 * 101)))


@given(counts, counts, counts, counts)
def test_no_number_of_answers_is_too_small_or_too_one_sided(hits, misses, false_alarms, rejections):
    seen = Verdicts(hits, misses, false_alarms, rejections)
    other = Verdicts(rejections, false_alarms, misses, hits)
    assert 0 < seen.hit_rate < 1
    assert seen.error_of_d_prime > 0
    assert isclose(seen.d_prime, other.d_prime, abs_tol=1e-9)
    assert isclose(seen.c, -other.c, abs_tol=1e-9)
    assert (seen.lean is None) == (seen.sight is None) == (seen.answers < ENOUGH)
    mirrored = {"trusting": "suspicious", "suspicious": "trusting", "even": "even", None: None}
    assert mirrored[seen.lean] == other.lean


@pytest.mark.parametrize(("cells", "sight", "lean"), [
    ((20, 5, 4, 20), None, None),  # 49 answers
    ((21, 4, 4, 21), "sharp", "even"),
    ((17, 8, 8, 17), "fair", "even"),
    ((13, 12, 12, 13), "blurred", "even"),
    ((25, 0, 10, 15), "sharp", "trusting"),
    ((15, 10, 0, 25), "sharp", "suspicious"),
    ((25, 0, 25, 0), "blurred", "trusting"),
    ((0, 25, 0, 25), "blurred", "suspicious"),
    ((5100, 4900, 5000, 5000), "blurred", "even"),  # surely there, and too small to matter
])  # fmt: skip
def test_sight_and_lean_in_words(cells, sight, lean):
    seen = Verdicts(*cells)
    assert (seen.sight, seen.lean) == (sight, lean)


def test_what_sharp_and_blurred_mean():
    for share, level in ((0.8, SHARP), (2 / 3, BLURRED)):
        right, wrong = round(30_000 * share), round(30_000 * (1 - share))
        assert Verdicts(right, wrong, wrong, right).d_prime == pytest.approx(level, abs=0.025)


def test_two_way_answers_alone_are_verdicts():
    past = [
        answered(chosen="confirmed", right=True),
        *[answered(chosen="alleged", right=False)] * 2,
        *[answered(chosen="confirmed", right=False)] * 3,
        *[answered(chosen="alleged", right=True)] * 4,
        answered(chosen="confirmed", kind="five-way"),
        answered(chosen="alleged", kind="choice"),
        answered(chosen="something", kind="two-way"),
    ]
    assert verdicts(past) == Verdicts(hits=1, misses=2, false_alarms=3, rejections=4)


def test_the_brier_score():
    # scikit-learn's documentation of `brier_score_loss`.
    promises, came = (0.1, 0.9, 0.8, 0.3), (False, True, True, False)
    assert brier(promises, came) == pytest.approx(0.0375)
    assert brier([], []) == 0


def test_the_parts_of_the_brier_score():
    # By hand: two groups of four, promised .25 and .75, of which one and two came.
    promises, came = [0.25] * 4 + [0.75] * 4, [True, False, False, False, True, True, False, False]
    assert parts(promises, came) == pytest.approx((1 / 32, 1 / 64, 15 / 64))
    assert brier(promises, came) == pytest.approx(1 / 4)


@given(st.lists(st.tuples(st.sampled_from([0.2, 0.25, 0.5, 0.75, 0.95]), st.booleans())))
def test_the_parts_make_up_the_score(given_):
    promises, came = [p for p, _ in given_], [right for _, right in given_]
    reliability, resolution, uncertainty = parts(promises, came)
    assert min(reliability, resolution, uncertainty) >= 0
    assert reliability - resolution + uncertainty == pytest.approx(brier(promises, came))


@pytest.mark.parametrize(("kind", "confidence", "said"), [
    ("two-way", "guess", 1 / 2),
    ("pair", "guess", 1 / 2),
    ("five-way", "guess", 1 / 5),
    ("source", "guess", 1 / 4),
    ("five-way", "fairly", 0.75),
    ("choice", "sure", 0.95),
])  # fmt: skip
def test_what_a_confidence_promises(kind, confidence, said):
    bands = calibration([answered(kind=kind, confidence=confidence)]).bands
    assert [band.said for band in bands if band.answers] == [said]


def test_without_a_confidence_nothing_is_promised():
    assert calibration([answered(confidence="")]).answers == 0


def band(right, wrong, confidence="sure"):
    past = [answered(right=True, confidence=confidence)] * right
    past += [answered(right=False, confidence=confidence)] * wrong
    return next(b for b in calibration(past).bands if b.name == confidence)


@pytest.mark.parametrize(("right", "wrong", "trust"), [
    (0, 9, None), (10, 0, "fits"), (5, 5, "over"), (17, 7, "over"), (190, 10, "fits"),
    (400, 0, "under"),
])  # fmt: skip
def test_trust_is_named_where_chance_does_not_explain_it(right, wrong, trust):
    one = band(right, wrong)
    assert (one.answers, one.trust) == (right + wrong, trust)
    assert one.said == pytest.approx(0.95)


def test_points_are_those_of_the_game():
    sure = calibration([answered(confidence="sure")] * 9).points
    assert (sure.points, sure.most) == (89, 90)
    for kind in ("two-way", "five-way", "source"):
        guesses = [answered(right=n % 2 > 0, kind=kind, confidence="guess") for n in range(10)]
        assert calibration(guesses).points.points == 0
    bluff = [answered(right=n % 2 > 0, confidence="sure") for n in range(10)]
    assert calibration(bluff).points.points < -50
    assert calibration([]).points == (0, 0)


def test_overconfidence_is_what_was_promised_less_what_was_kept():
    past = [answered(right=n < 5, confidence="sure") for n in range(10)]
    assert calibration(past).overconfidence == pytest.approx(0.45)
    assert calibration([]).overconfidence == 0


@settings(max_examples=25)
@given(answers())
def test_calibration_agrees_with_itself(past):
    seen = calibration(past)
    asked = [answer for answer in past if answer.confidence]
    assert seen.answers == len(asked)
    assert sum(b.right for b in seen.bands) == sum(answer.right for answer in asked)
    assert seen.reliability - seen.resolution + seen.uncertainty == pytest.approx(seen.brier)
