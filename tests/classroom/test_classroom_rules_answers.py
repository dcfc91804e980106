"""Which answers are taken: in time, in the right place, once."""

import pytest
from rules_samples import PASSAGE, Session, choice, item, mark, scene, why

from quizgame.classroom import events
from quizgame.classroom.effects import Acknowledge, Count, ShowStaff, ShowStudent
from quizgame.classroom.rules import voting
from quizgame.classroom.rules.personal import current
from quizgame.classroom.rules.scoring import total
from quizgame.classroom.state import GRACE, Phase


def open_session(question=None, students=("Ada", "Bo"), **settings):
    session = Session(settings)
    session.join(*students)
    session.ask(question or item())
    return session


def unchanged(session, refused_as, *args, **named):
    """An answer that is refused so, and leaves the very same state."""
    before, journal = session.state, len(session.journal)
    assert why(session.answer(*args, **named)) == refused_as
    assert session.state is before
    assert len(session.journal) == journal


def test_an_answer_is_acknowledged_and_says_nothing_about_right_or_wrong():
    session = open_session()
    effects = session.answer(1, "confirmed", "sure", submission="a")
    assert effects == (Acknowledge(1, "a", 1, 1), Count())
    assert effects == session.answer(2, "alleged", submission="a")[:0] + effects
    given = session.vote.ballots[1]
    assert (given.choice, given.confidence, given.right) == ("confirmed", "sure", True)


def test_the_acknowledgement_of_a_right_and_of_a_wrong_answer_is_the_same():
    session = open_session()
    right = session.answer(1, "confirmed", submission="a")
    wrong = session.answer(1, "alleged", submission="a2")
    assert right == (Acknowledge(1, "a", 1, 1), Count())
    assert wrong == (Acknowledge(1, "a2", 1, 1), Count())


def test_the_same_submission_again_is_acknowledged_again_and_changes_nothing():
    session = open_session()
    session.answer(1, "confirmed", submission="a")
    before, journal = session.state, len(session.journal)
    again = session.answer(1, "confirmed", submission="a")
    assert again == (Acknowledge(1, "a", 1, 1),)
    assert session.state is before
    assert len(session.journal) == journal


@pytest.mark.parametrize("steps", [("lock",), ("lock", "reveal"), ("pause",), ("end",)])
def test_what_is_kept_is_acknowledged_whenever_it_is_sent_again(steps):
    session = open_session()
    session.answer(1, "confirmed", submission="a")
    for verb in steps:
        session.verb(verb)
    assert session.answer(1, "confirmed", submission="a") == (Acknowledge(1, "a", 1, 1),)


def test_a_copy_of_an_earlier_submission_does_not_replace_the_vote():
    session = open_session()
    session.answer(1, "confirmed", submission="a")
    session.answer(1, "alleged", submission="b")
    assert session.answer(1, "confirmed", submission="a") == (Acknowledge(1, "a", 1, 1),)
    assert session.vote.ballots[1].choice == "alleged"


def test_a_submission_of_one_student_is_not_that_of_another():
    session = open_session()
    session.answer(1, "confirmed", submission="a")
    session.answer(2, "alleged", submission="a")
    assert {s: b.choice for s, b in session.vote.ballots.items()} == {1: "confirmed", 2: "alleged"}


def test_a_vote_can_be_replaced_until_the_lock_and_the_last_one_counts():
    session = open_session()
    session.answer(1, "confirmed")
    session.answer(1, "alleged", "sure")
    session.answer(1, "confirmed", "guess")
    assert len(session.vote.ballots) == 1
    assert session.vote.ballots[1].confidence == "guess"
    session.verb("lock")
    unchanged(session, "not-open", 1, "alleged")


def test_the_same_option_eight_times_earns_once():
    session, once = open_session(speed=0.25), open_session(speed=0.25)
    for step in range(8):
        session.t = once.t + step
        session.answer(1, "confirmed")
    once.answer(1, "confirmed")
    for played in (session, once):
        played.verb("lock")
        played.verb("reveal")
    assert total(session.state, 1) == total(once.state, 1)


def test_another_choice_has_the_time_of_the_last():
    session = open_session()
    session.wait(10)
    session.answer(1, "confirmed")
    session.wait(5)
    session.answer(1, "alleged")
    session.wait(1)
    session.answer(1, "alleged", "sure")
    assert session.vote.ballots[1].seconds == 15


def test_a_late_click_on_the_first_question_is_no_answer_to_the_second():
    session = open_session()
    session.verb("lock")
    session.verb("reveal")
    session.ask(item("well"))
    unchanged(session, "other-question", 1, "confirmed", question=1, vote=1)
    assert session.vote.ballots == {}
    assert session.state.asked[0].votes[0].ballots == {}


def test_an_answer_to_a_question_that_was_not_asked_is_none():
    session = open_session()
    before = session.state
    for number in (0, -1, 2, 10_000):
        effects = session.happens(
            events.Answered, 1, number, 1, "confirmed", "", f"n{number}", right=True
        )
        assert why(effects) == "other-question"
    assert session.state is before


def test_an_answer_of_the_first_vote_is_none_of_the_second():
    session = open_session()
    session.answer(1, "confirmed", submission="a")
    for verb in ("lock", "discuss", "open"):
        session.verb(verb)
    unchanged(session, "other-question", 2, "confirmed", vote=1)
    assert session.answer(1, "confirmed", vote=1, submission="a") == (Acknowledge(1, "a", 1, 1),)
    session.answer(1, "alleged")
    assert [vote.ballots[1].choice for vote in session.asking.votes] == ["confirmed", "alleged"]


def test_before_the_first_question_and_while_reading_nothing_is_taken():
    session = Session()
    session.join("Ada")
    early = (1, 1, 1, "confirmed", "", "a")
    assert why(session.happens(events.Answered, *early, right=True)) == "not-open"
    session.verb("begin", item())
    assert why(session.happens(events.Answered, *early, right=True)) == "not-open"


@pytest.mark.parametrize("steps", [("lock",), ("lock", "reveal"), ("lock", "discuss"), ("skip",)])
def test_an_answer_after_the_lock_or_the_key_is_refused(steps):
    session = open_session()
    for verb in steps:
        session.verb(verb)
    unchanged(session, "not-open", 1, "confirmed")


def test_an_answer_after_the_end_is_refused():
    session = open_session()
    session.verb("end")
    unchanged(session, "ended", 1, "confirmed")


def test_an_answer_within_the_grace_counts_and_later_ones_do_not():
    session = open_session(students=("Ada", "Bo"), seconds=20.0)
    session.happens(events.Allowed, 2, 2.0, "")
    session.t += 20 + GRACE
    session.answer(1, "confirmed")
    assert session.vote.ballots[1].seconds == 20 + GRACE
    session.t += 0.001
    unchanged(session, "not-open", 1, "alleged")
    session.answer(2, "alleged")


def test_no_answers_during_a_pause():
    session = open_session()
    session.verb("pause")
    unchanged(session, "paused", 1, "confirmed")
    session.verb("continue")
    session.answer(1, "confirmed")


def test_what_comes_too_late_is_told_as_that_even_in_a_pause():
    session = open_session(seconds=20.0)
    session.happens(events.Allowed, 2, 2.0, "")
    session.t += 30
    session.verb("pause")
    unchanged(session, "not-open", 1, "confirmed")
    session.t += 1000
    unchanged(session, "paused", 2, "confirmed")


@pytest.mark.parametrize(
    ("question", "chosen"),
    [
        (item(), "maybe"),
        (item(), ""),
        (item(), "CONFIRMED"),
        (choice(), "August"),
        (scene(), "ask:nobody"),
        (mark(), "According"),
        (mark(), "According to@1"),
        (mark(), "ccording to@1"),
        (mark(), "According t@0"),
        (mark(), "Elsewhere@0"),
        (mark(), " @9"),
        (mark(), "According to@999999"),
        (mark(), PASSAGE + "@0"),
    ],
)
def test_what_cannot_be_chosen_is_refused(question, chosen):
    unchanged(open_session(question), "not-an-option", 1, chosen)


@pytest.mark.parametrize(
    ("question", "chosen"),
    [
        (item(), "alleged"),
        (choice(), "july"),
        (scene(), "ask:mayor"),
        (mark(), "According to@0"),
        (mark(), "mayor, the bridge@17"),
        (mark(), "safe@38"),
    ],
)
def test_what_can_be_chosen_is_taken(question, chosen):
    session = open_session(question)
    session.answer(1, chosen)
    assert session.vote.ballots[1].choice == chosen


def test_somebody_who_has_not_joined_has_no_vote():
    unchanged(open_session(), "unknown-token", 9, "confirmed")


def test_somebody_who_was_sent_out_has_no_vote_and_what_they_said_does_not_count():
    session = open_session()
    session.answer(1, "confirmed", "sure")
    session.verb("kick", student=1)
    unchanged(session, "kicked", 1, "alleged")
    assert voting.people(session.state, session.vote) == {}
    session.verb("readmit", student=1)
    assert voting.people(session.state, session.vote) == {"confirmed": 1}


def test_confidence_is_dropped_where_it_is_not_asked_for():
    session = open_session(confidence=False)
    session.answer(1, "confirmed", "sure")
    assert session.vote.ballots[1].confidence == ""


def test_a_clock_that_does_not_move_is_no_error():
    session = open_session(speed=0.2)
    session.answer(1, "confirmed")
    assert session.vote.ballots[1].seconds == 0
    assert session.vote.ballots[1].spare == 1


def test_times_are_the_hubs_and_never_negative():
    session = open_session(speed=0.3)
    session.wait(15)
    session.do(events.Answered(-1000.0, 1, 1, 1, "confirmed", "", "a", right=True))
    assert session.vote.ballots[1].seconds >= 0
    assert session.vote.ballots[1].spare <= 1


# --- raised hands


def test_hands_take_the_place_of_an_earlier_count():
    session = Session({"hands": True})
    session.ask(item())
    session.verb("hands", counts={"confirmed": 17, "alleged": 11})
    assert session.verb("hands", counts={"confirmed": 16, "alleged": 12}) == (ShowStaff(),)
    assert session.vote.hands == {"confirmed": 16, "alleged": 12}
    before = session.state
    session.verb("hands", counts={"confirmed": 16, "alleged": 12})
    assert session.state is before


def test_hands_are_counted_after_the_lock_too_but_not_once_the_key_is_told():
    session = Session({"hands": True})
    session.ask(item())
    session.verb("lock")
    session.verb("hands", counts={"confirmed": 17})
    assert session.vote.hands == {"confirmed": 17}
    session.verb("reveal")
    assert why(session.verb("hands", counts={"confirmed": 3})) == "not-now"


@pytest.mark.parametrize("counts", [{}, {"maybe": 3}, {"confirmed": 1, "maybe": 1}])
def test_hands_for_no_option_are_told_the_options(counts):
    session = Session({"hands": True})
    session.ask(item())
    (refusal,) = session.verb("hands", counts=counts)
    assert refusal.why == "not-an-option"
    assert "confirmed, alleged" in refusal.text
    effects = session.happens(events.Hands, 1, 1, {"maybe": 3})
    assert why(effects) == "not-an-option"


def test_hands_of_another_vote_are_refused():
    session = Session({"hands": True})
    session.ask(item())
    assert why(session.happens(events.Hands, 1, 2, {"confirmed": 3})) == "other-question"
    assert why(session.happens(events.Hands, 2, 1, {"confirmed": 3})) == "other-question"


def test_hands_cannot_mark_words():
    session = Session({"hands": True})
    session.ask(mark())
    assert why(session.verb("hands", counts={"According to@0": 3})) == "not-now"


# --- at their own pace


def own_session(*names, questions=3):
    session = Session({"pace": "own", "seconds": None})
    session.join(*(names or ("Ada", "Bo")))
    for number in range(questions):
        session.verb("begin", item(f"subject-{number}"))
    session.verb("begin")
    return session


def own(session, student, chosen="confirmed"):
    """An answer to the question before the student."""
    return session.answer(student, chosen, question=current(session.state, student), vote=1)


def test_at_their_own_pace_each_answers_everything_once():
    session = own_session()
    assert session.state.phase is Phase.OWN
    asked = []
    while (number := current(session.state, 1)) is not None:
        asked.append(number)
        *_, last = own(session, 1)
        assert last == ShowStudent(1)
    assert sorted(asked) == [1, 2, 3]
    assert current(session.state, 2) is not None


def test_at_their_own_pace_an_answer_is_final_and_nothing_is_answered_ahead():
    session = own_session()
    first = current(session.state, 1)
    own(session, 1)
    unchanged(session, "not-open", 1, "alleged", question=first)
    second = current(session.state, 1)
    (third,) = {1, 2, 3} - {first, second}
    unchanged(session, "other-question", 1, "alleged", question=third)
    unchanged(session, "other-question", 1, "alleged", question=second, vote=2)
    session.verb("pause")
    unchanged(session, "paused", 1, "alleged", question=second)


def test_at_their_own_pace_a_number_out_of_range_is_no_question():
    session = own_session()
    for number in (0, -1, 4):
        effects = session.happens(events.Answered, 1, number, 1, "confirmed", "", "x", right=True)
        assert why(effects) == "other-question"


def test_own_times_run_from_the_answer_before_without_the_pauses():
    session = own_session()
    session.wait(12)
    first = current(session.state, 1)
    own(session, 1)
    session.wait(5)
    session.verb("pause")
    session.wait(100)
    session.join("Cy")
    session.wait(100)
    session.verb("continue")
    session.wait(3)
    second = current(session.state, 1)
    own(session, 1)
    other = current(session.state, 3)
    own(session, 3)
    times = [session.state.asked[n - 1].votes[0].ballots[1].seconds for n in (first, second)]
    assert times == [12, 8]
    assert session.state.asked[other - 1].votes[0].ballots[3].seconds == 3


def test_speed_counts_nothing_at_their_own_pace():
    session = Session({"pace": "own", "seconds": 60.0, "speed": 0.3})
    session.join("Ada")
    session.verb("begin", item())
    session.verb("begin")
    own(session, 1)
    assert session.state.asked[0].votes[0].ballots[1].spare == 0


def test_the_end_of_a_lesson_at_their_own_pace_tells_every_key():
    session = own_session()
    session.verb("end")
    assert {asking.told for asking in session.state.asked} == {1}


def test_there_is_nothing_to_open_before_anything_was_laid_ready():
    session = Session({"pace": "own"})
    assert why(session.verb("begin")) == "not-now"
    assert why(session.happens(events.Opened)) == "not-now"
