"""What time brings about: opening, locking, pausing, extending, and time by allowance."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules_samples import Session, choice, item, lesson, why

from quizgame.classroom import events
from quizgame.classroom.rules import personal
from quizgame.classroom.rules.due import due, wakes
from quizgame.classroom.state import GRACE, RETURNING, SAYING, Asking, Phase, State


def open_session(*names, **settings):
    session = Session({"seconds": 20.0, **settings})
    session.join(*(names or ("Ada", "Bo", "Cy")))
    session.ask(item())
    return session


def locked(session):
    return session.vote.locked if session.state.phase is Phase.LOCKED else None


def test_a_question_is_locked_when_its_time_and_the_grace_are_over():
    session = open_session()
    assert wakes(session.state) == session.t + 20 + GRACE
    session.wait(20 + GRACE - 0.01)
    assert locked(session) is None
    session.wait(0.01)
    assert locked(session) == "time"
    assert wakes(session.state) is None


def test_a_question_is_locked_when_everybody_has_answered():
    session = open_session("Ada", "Bo")
    session.answer(1, "confirmed")
    session.wait(1)
    assert locked(session) is None
    session.answer(2, "alleged")
    session.wait(0)
    assert locked(session) == "everybody"


def test_the_last_of_a_class_can_say_how_sure_they_are():
    session = open_session("Ada", "Bo")
    session.answer(1, "confirmed")
    session.wait(3)
    session.answer(2, "alleged", more=True)
    session.wait(SAYING - 0.25)
    assert locked(session) is None
    assert wakes(session.state) == session.t + 0.25
    session.answer(2, "alleged", "sure")
    session.wait(0)
    assert locked(session) == "everybody"


def test_nobody_waits_long_for_how_sure_somebody_is():
    session = open_session("Ada", "Bo")
    session.answer(1, "confirmed")
    session.answer(2, "alleged", more=True)
    session.wait(SAYING)
    assert locked(session) == "everybody"
    unasked = open_session("Ada", confidence=False)
    unasked.answer(1, "alleged", more=True)
    unasked.wait(0)
    assert locked(unasked) == "everybody"


def test_nobody_waits_for_who_is_absent():
    """Neither for who was lost before, nor for who is lost with the question open."""
    session = Session({"seconds": 200.0})
    session.join("Ada", "Bo", "Cy")
    session.happens(events.Left, 3)
    session.wait(60)
    session.ask(item())
    session.answer(1, "confirmed")
    session.wait(10)
    session.happens(events.Left, 2)
    session.wait(RETURNING)
    assert locked(session) == "everybody"


def test_who_was_lost_a_moment_ago_can_still_come_back():
    """The network of a whole class fails for a second: the first one back ends nothing."""
    session = open_session("Ada", "Bo", "Cy")
    session.answer(1, "confirmed")
    for student in (1, 2, 3):
        session.happens(events.Left, student)
    session.wait(1)
    session.happens(events.Came, 1)
    session.wait(0)
    assert locked(session) is None
    assert wakes(session.state) == session.t - 1 + RETURNING
    session.happens(events.Came, 2)
    session.wait(RETURNING)
    assert locked(session) is None
    session.answer(2, "alleged")
    session.wait(0)
    assert locked(session) == "everybody"


def test_who_has_answered_and_is_gone_is_not_waited_for():
    session = open_session("Ada", "Bo")
    session.answer(1, "confirmed")
    session.happens(events.Left, 1)
    session.answer(2, "confirmed")
    session.wait(0)
    assert locked(session) == "everybody"


def test_an_empty_room_answers_nothing():
    session = open_session("Ada", "Bo")
    session.answer(1, "confirmed")
    for student in (1, 2):
        session.happens(events.Left, student)
    session.wait(RETURNING)
    assert locked(session) is None
    session.wait(20)
    assert locked(session) == "time"


def test_who_was_sent_out_is_not_waited_for():
    session = open_session("Ada", "Bo")
    session.answer(1, "confirmed")
    session.verb("kick", student=2)
    session.wait(0)
    assert locked(session) == "everybody"


def test_nobody_at_all_locks_by_time_alone():
    session = Session({"hands": True, "seconds": 20.0})
    session.ask(item())
    session.wait(21)
    assert locked(session) is None
    session.wait(1)
    assert locked(session) == "time"


def test_without_a_limit_only_answers_or_the_teacher_lock():
    session = open_session("Ada", "Bo", seconds=None)
    assert wakes(session.state) is None
    session.wait(100_000)
    assert locked(session) is None
    session.answer(1, "confirmed")
    session.answer(2, "confirmed")
    session.wait(0)
    assert locked(session) == "everybody"


def test_a_late_student_has_the_clock_of_the_class():
    session = open_session()
    session.wait(15)
    session.join("Di")
    assert personal.left(session.state, 1.0, session.t) == 5
    session.answer(4, "confirmed")
    assert session.vote.ballots[4].seconds == 15


# --- allowances


def test_more_time_holds_for_reading_too():
    """1.5 × (10 s of reading + 20 s) are 45 s; the class has read for 10 of them."""
    session = open_session()
    session.verb("allow", student=2, amount=1.5)
    assert personal.left(session.state, 1.5, session.t) == 35
    session.t += 35 + GRACE
    session.answer(2, "confirmed")


def test_the_class_waits_for_who_has_more_time_and_has_not_answered():
    session = open_session("Ada", "Bo")
    session.verb("allow", student=2, amount=2)
    session.wait(20 + GRACE)
    assert locked(session) is None
    assert wakes(session.state) == session.t - 20 - GRACE + 50 + GRACE
    session.wait(30)
    assert locked(session) == "time"


def test_the_class_does_not_wait_for_the_time_of_who_has_answered_or_is_gone():
    session = open_session("Ada", "Bo", "Cy")
    session.verb("allow", student=2, amount=10)
    session.verb("allow", student=3, amount=10)
    session.answer(2, "confirmed")
    session.happens(events.Left, 3)
    session.wait(20 + GRACE)
    assert locked(session) == "time"


def test_no_limit_of_ones_own_is_until_all_have_answered_or_the_teacher_locks():
    session = open_session("Ada", "Bo")
    session.verb("allow", student=2, amount=0)
    assert session.state.students[2].allowance == inf
    assert personal.left(session.state, inf, session.t) is None
    assert wakes(session.state) is None
    session.wait(10_000)
    session.answer(2, "confirmed")
    session.wait(0)
    # Ada has not answered, and her time is long over.
    assert locked(session) == "time"


def test_a_second_vote_needs_no_second_reading():
    session = open_session()
    session.verb("lock")
    session.verb("discuss")
    session.verb("open")
    assert personal.left(session.state, 1.5, session.t) == 30


# --- pauses


def test_a_pause_keeps_the_time_that_was_left():
    session = open_session()
    session.wait(8)
    session.verb("pause")
    assert personal.left(session.state, 1.0, session.t) is None
    assert wakes(session.state) is None
    session.wait(1000)
    assert session.state.phase is Phase.OPEN
    session.verb("continue")
    assert personal.left(session.state, 1.0, session.t) == 12
    session.answer(1, "confirmed")
    assert session.vote.ballots[1].seconds == 8
    session.wait(12 + GRACE)
    assert locked(session) == "time"


def test_a_pause_while_reading_keeps_the_reading_time():
    session = Session()
    session.verb("begin", item(words=60))
    session.wait(20)
    session.verb("pause")
    session.wait(500)
    session.verb("continue")
    assert personal.left(session.state, 1.0, session.t) == 10
    session.wait(9)
    assert session.state.phase is Phase.READ
    session.wait(1)
    assert session.state.phase is Phase.OPEN


def test_a_pause_during_a_discussion_shifts_no_vote_that_is_over():
    session = open_session()
    session.verb("lock")
    session.verb("discuss")
    opened = session.vote.opened
    session.verb("pause")
    session.wait(50)
    session.verb("continue")
    assert session.vote.opened == opened


def test_two_pauses_are_no_pause_and_what_is_not_paused_does_not_go_on():
    session = open_session()
    assert why(session.happens(events.Continued)) == "not-now"
    session.verb("pause")
    assert why(session.happens(events.Paused)) == "not-now"
    assert why(session.verb("lock")) == "not-now"


def test_a_session_taken_up_again_stands_paused_and_everybody_is_away():
    session = open_session("Ada", "Bo")
    session.wait(8)
    session.answer(1, "confirmed", submission="a")
    session.happens(events.Resumed, "2026-11-25T15:00:00+01:00")
    assert session.state.paused == session.t
    assert not any(student.present for student in session.state.students.values())
    session.wait(300)
    session.happens(events.Came, 1)
    session.happens(events.Came, 2)
    session.verb("continue")
    assert personal.left(session.state, 1.0, session.t) == 12
    assert session.vote.ballots[1].submission == "a"
    session.wait(5)
    assert session.state.phase is Phase.OPEN


def test_two_crashes_in_a_row_keep_the_first_pause():
    session = open_session()
    session.wait(8)
    session.happens(events.Resumed, "2026-11-25T15:00:00+01:00")
    session.wait(10)
    session.happens(events.Resumed, "2026-11-25T15:05:00+01:00")
    session.verb("continue")
    assert personal.left(session.state, 1.0, session.t) == 12


def test_every_resumption_is_journalled_for_its_time_of_day():
    session = Session()
    for minute in range(3):
        session.happens(events.Resumed, f"2026-11-25T15:0{minute}:00+01:00")
    assert len(session.journal) == 4


def test_an_ended_lesson_that_is_taken_up_again_stays_ended():
    session = open_session()
    session.verb("end")
    session.happens(events.Resumed, "2026-11-25T15:00:00+01:00")
    assert session.state.phase is Phase.ENDED
    assert session.state.paused is None


def test_a_lesson_can_be_ended_during_a_pause():
    session = open_session()
    session.verb("pause")
    session.verb("end")
    assert session.state.phase is Phase.ENDED
    assert session.state.paused is None


# --- extending


def test_an_extension_is_for_this_vote_alone():
    session = open_session()
    session.verb("extend", amount=15)
    session.verb("extend", amount=0)
    assert personal.left(session.state, 1.0, session.t) == 20 + 15 + 30
    session.verb("lock")
    session.verb("discuss")
    session.verb("open")
    assert personal.left(session.state, 1.0, session.t) == 20


def test_a_question_can_be_extended_during_a_pause():
    session = open_session()
    session.verb("pause")
    session.verb("extend", amount=15)
    session.verb("continue")
    assert personal.left(session.state, 1.0, session.t) == 35


def test_nothing_is_extended_that_has_no_limit_or_is_over():
    assert why(open_session(seconds=None).verb("extend", amount=5)) == "not-now"
    session = open_session()
    session.verb("lock")
    assert why(session.verb("extend", amount=5)) == "not-now"


# --- properties


times = st.floats(0, 10_000)
allowances = st.floats(1, 100) | st.just(inf)


@given(st.lists(st.tuples(times, times), max_size=4), times, allowances)
def test_pauses_of_any_length_leave_the_time_as_it_was(pauses, before, allowance):
    session = open_session(seconds=100_000.0)
    kept = personal.left(session.state, allowance, session.t)
    for run, stood in pauses:
        session.t += run
        session.verb("pause")
        session.t += stood
        session.verb("continue")
    ran = sum(run for run, _ in pauses)
    now = personal.left(session.state, allowance, session.t)
    assert now == (None if kept is None else pytest.approx(kept - ran, abs=1e-3))


@given(
    st.integers(0, 1_000),
    st.none() | st.floats(0, 600),
    allowances,
    allowances,
)
def test_more_allowance_is_never_less_time(words, seconds, one, other):
    state = State(lesson(seconds=seconds), asked=(Asking(item(words=words)),))
    few, many = sorted((one, other))
    assert 0 <= personal.limit(state, few) <= personal.limit(state, many)


@given(st.integers(), st.integers(1, 2_000), st.integers(0, 30))
def test_an_own_order_has_every_question_once(seed, student, number):
    asked = tuple(Asking(choice(f"q{n}")) for n in range(number))
    state = State(lesson(seed=seed, pace="own"), asked=asked)
    order = personal.order(state, student)
    assert sorted(order) == list(range(1, number + 1))
    assert order == personal.order(state, student)


def test_own_orders_differ_between_students_and_lessons():
    asked = tuple(Asking(choice(f"q{n}")) for n in range(8))
    one, other = (State(lesson(seed=seed, pace="own"), asked=asked) for seed in (1, 2))
    orders = {personal.order(one, student) for student in range(1, 31)}
    assert len(orders) > 25
    assert personal.order(one, 1) != personal.order(other, 1)


def test_together_everybody_has_the_same_order():
    state = State(lesson(), asked=tuple(Asking(choice(f"q{n}")) for n in range(8)))
    assert personal.order(state, 5) == tuple(range(1, 9))
    assert personal.current(state, 5) == 8
    assert personal.current(State(lesson()), 5) is None


@given(st.floats(0, 400), st.booleans())
def test_due_and_wakes_agree(t, answered):
    """Nothing is due before the time to ask again, and something is then."""
    session = open_session("Ada", "Bo")
    session.verb("allow", student=2, amount=3)
    if answered:
        session.answer(1, "confirmed")
    when = wakes(session.state)
    assert (due(session.state, session.t + t) is not None) == (session.t + t >= when)
