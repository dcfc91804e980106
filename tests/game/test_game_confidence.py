"""Points for saying how sure one is: honesty pays."""

import pytest
from answer_samples import answered
from hypothesis import assume, given
from hypothesis import strategies as st

from quizgame.game.confidence import MOST, Stated, in_words, options_of, points, probability, tally

LEVELS = ("guess", "fairly", "sure")
several = st.integers(2, 12)


def expected(confidence, options, chance):
    """The points on average of somebody who is right with this probability."""
    right, wrong = (points(Stated(confidence, options, right)) for right in (True, False))
    return chance * right + (1 - chance) * wrong


@given(several, st.sampled_from(LEVELS))
def test_whoever_says_what_they_know_earns_most(options, known):
    chance = probability(known, options)
    others = [expected(c, options, chance) for c in LEVELS if c != known]
    assert expected(known, options, chance) > max(others)


@given(several, st.floats(0, 1))
def test_the_statement_nearest_to_the_truth_earns_most(options, chance):
    """A proper score: the loss in points grows with the distance from the true probability."""
    far = {c: abs(probability(c, options) - chance) for c in LEVELS}
    nearest, second, _ = sorted(LEVELS, key=far.__getitem__)
    assume(far[second] - far[nearest] > 1e-6)
    assert max(LEVELS, key=lambda c: expected(c, options, chance)) == nearest


@given(several, st.booleans())
def test_a_guess_costs_nothing_and_earns_nothing(options, right):
    assert points(Stated("guess", options, right)) == pytest.approx(0)


@given(several, st.sampled_from(LEVELS))
def test_who_knows_nothing_earns_nothing(options, said):
    """Tossing a coin, or one answer always: on average at best what a guess earns."""
    assert expected(said, options, 1 / options) <= 1e-9


@given(several, st.sampled_from(LEVELS), st.booleans())
def test_no_answer_earns_more_than_the_most(options, said, right):
    assert points(Stated(said, options, right)) < MOST


@pytest.mark.parametrize(
    ("said", "options", "right", "worth"),
    [
        # By hand: BS of "fairly" and right among two is .25² + .25² = .125, of the guess .5.
        ("fairly", 2, True, 7.5),
        ("fairly", 2, False, -12.5),
        ("sure", 2, True, 9.9),
        ("sure", 2, False, -26.1),
        # Among four the other three get .25 / 3 each: .0625 + 3 × .00694 = .0833, against .75.
        ("fairly", 4, True, 8.89),
        ("fairly", 4, False, -8.89),
        ("sure", 4, True, 9.96),
    ],
)
def test_worked_examples(said, options, right, worth):
    assert points(Stated(said, options, right)) == pytest.approx(worth, abs=0.005)


def test_a_round_adds_up():
    every = [Stated("sure", 2, True), Stated("fairly", 2, False), Stated("guess", 4, True)]
    assert tally(every) == (-3, 30)
    assert tally([]) == (0, 0)


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ([("sure", True), ("sure", False), ("sure", True)],
         "You were sure 3 times, and right in 2 of them."),
        ([("sure", True), ("fairly", False)], "Whenever you were sure, you were right: once."),
        ([("sure", False)], "You were sure once, and not right."),
        ([("fairly", True), ("guess", True)],
         "Whenever you were fairly sure, you were right: once."),
        ([("guess", True), ("guess", False)],
         "You called every answer a guess; 1 of 2 were right."),
        ([("", True)], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_words_come_first(given_, words):
    answers = [answered(right=right, confidence=said) for said, right in given_]
    assert in_words(answers) == words


@pytest.mark.parametrize(("kind", "kept", "options"), [
    ("two-way", 0, 2),
    ("pair", 0, 2),
    ("five-way", 0, 5),
    ("quote", 0, 4),
    ("quote", 3, 3),
    ("quote", 1, 4),
    ("quote", -7, 4),
    ("two-way", 3, 3),
])  # fmt: skip
def test_among_how_many_options_an_answer_was_given(kind, kept, options):
    assert options_of(answered(kind=kind, options=kept)) == options
