"""When a skill comes back."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from answer_samples import NOON, answered, answers
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game import scheduling
from quizgame.game.scheduling import AGAIN, EASY, GOOD, due, rating, schedules

DAY = timedelta(days=1)
TODAY = NOON.date()


def on(day, right=True, **changes):
    """An answer so many days after the first."""
    return answered(right=right, at=NOON + day * DAY, **changes)


def wait(past, skill="word"):
    """Days from the last review to the next."""
    one = schedules(past)[skill]
    return (one.due - one.reviewed).days


@pytest.mark.parametrize(
    ("right", "wrong", "rated"),
    [(0, 1, AGAIN), (1, 1, AGAIN), (3, 2, GOOD), (59, 41, AGAIN), (60, 40, GOOD), (4, 0, GOOD)],
)
def test_how_well_a_day_went(right, wrong, rated):
    assert rating([answered(right=True)] * right + [answered(right=False)] * wrong) == rated


@pytest.mark.parametrize(
    ("confidences", "rated"),
    [(["sure", "sure"], EASY), (["sure", "fairly"], GOOD), (["sure", ""], GOOD), ([""], GOOD)],
)
def test_easy_is_all_right_and_all_sure(confidences, rated):
    assert rating([answered(confidence=one) for one in confidences]) == rated
    missed = [answered(confidence="sure")] * 4 + [answered(right=False, confidence="sure")]
    assert rating(missed) == GOOD


def test_nothing_answered_nothing_due():
    assert schedules([]) == {}
    assert due([], TODAY) == []


def test_answers_without_a_skill_are_no_reviews():
    assert schedules([answered(skill="")]) == {}


@given(answers())
def test_the_intervals_are_those_of_fsrs(past):
    """Replayed with the package itself, a day at a time."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    for skill, one in schedules(past).items():
        mine = [answer for answer in past if answer.skill == skill]
        card = Card(card_id=1, due=datetime(2026, 1, 1, tzinfo=UTC))
        for day in sorted({answer.at.date() for answer in mine}):
            how = Rating(rating([a for a in mine if a.at.date() == day]))
            at = datetime(day.year, day.month, day.day, tzinfo=UTC)
            card, _ = scheduler.review_card(card, how, at)
        assert (one.due, one.reviewed) == (card.due.date(), card.last_review.date())
        assert one.due > one.reviewed


def test_a_long_history_is_replayed_the_same_in_pieces(monkeypatch):
    past = [on(n, n % 3 > 0) for n in range(100)]
    whole = schedules(past)
    monkeypatch.setattr(scheduling, "_CHUNK", 7)
    assert schedules(past) == whole


def test_one_review_a_day_however_many_answers():
    once = [on(0), on(3)]
    often = [on(0), on(0), on(0), on(3), on(3)]
    assert schedules(once) == schedules(often)


def test_the_day_is_the_player_s_own():
    """Just before and just after midnight where the player is; in UTC it is one day."""
    east = timezone(timedelta(hours=9))
    late = datetime(2026, 5, 4, 23, 50, tzinfo=east)
    two = schedules([answered(at=late), answered(at=late + timedelta(minutes=20))])
    assert two["word"].reviewed == date(2026, 5, 5)
    assert two != schedules([answered(at=late), answered(at=late)])


def test_misses_come_back_sooner_and_sure_ones_later():
    assert wait([on(0, False)]) == 1
    assert wait([on(0, False)]) < wait([on(0)]) < wait([on(0, confidence="sure")])


def test_the_waits_grow_while_it_goes_well_and_shrink_after_a_miss():
    waits, past, day = [], [], 0
    for _ in range(5):
        past.append(on(day))
        waits.append(wait(past))
        day += waits[-1]
    assert waits == sorted(set(waits))
    assert wait([*past, on(day, False)]) < waits[-1] / 3


def test_what_is_due_and_in_which_order():
    past = [
        on(0, skill="word"),
        on(0, False, skill="scope"),
        on(0, confidence="sure", skill="date"),
    ]
    assert due(past, TODAY) == []
    assert [one.skill for one in due(past, TODAY + DAY)] == ["scope"]
    assert [one.skill for one in due(past, TODAY + 2 * DAY)] == ["scope", "word"]
    assert [one.skill for one in due(past, TODAY + 30 * DAY)] == ["scope", "word", "date"]


def test_a_day_is_more_for_a_skill_that_comes_every_day():
    past = [on(0, confidence="sure", skill="date"), on(8, False, skill="scope")]
    assert [one.skill for one in due(past, TODAY + 10 * DAY)] == ["scope", "date"]
    assert schedules(past)["scope"].urgency(TODAY + 10 * DAY) == 2
    assert schedules(past)["date"].urgency(TODAY + 4 * DAY) == 0.5


@given(answers(), st.integers(0, 40))
def test_the_order_of_the_days_in_the_file_does_not_matter(past, turn):
    """A clock that was set back, or a save carried to another time zone."""
    assert schedules(past) == schedules(past[turn:] + past[:turn])
