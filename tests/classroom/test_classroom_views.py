"""What each role sees of a lesson, phase by phase."""

from __future__ import annotations

from math import inf

import pytest
from lesson_samples import ITEMS, STORY, Taught

from quizgame.classroom import events
from quizgame.classroom.rules.personal import order
from quizgame.classroom.views import StudentViews, progress
from quizgame.classroom.wire.outgoing import TO_HOST, TO_PROJECTOR, TO_STUDENT


def asked(*names, items=ITEMS, **settings):
    """A lesson in whose first question everybody is reading."""
    taught = Taught(items=items, **settings)
    taught.join(*(names or ("Ana", "Ben")))
    taught.next()
    return taught


def told(*said, **settings):
    """The same, answered so by one student after the other, and revealed."""
    taught = asked(*(f"Student {n}" for n in range(1, len(said) + 1)), **settings)
    taught.verb("open")
    for student, chosen in enumerate(said, 1):
        if chosen:
            taught.say(student, *chosen.split("/"))
    taught.verb("lock")
    taught.verb("reveal")
    return taught


def test_before_the_first_question_there_is_only_the_lesson():
    taught = Taught()
    taught.join("Ana")
    seen = taught.student(1)
    assert (seen.common.phase, seen.common.number, seen.common.total) == ("lobby", 0, 5)
    assert seen.common.asked is seen.explained is seen.own.given is None
    assert (seen.own.name, seen.own.total, seen.own.answered) == ("Ana", 0.0, 0)


def test_the_question_comes_with_the_time_to_read_it():
    seen = asked().student(1)
    assert seen.common.asked.statement == "It is vote."
    assert (seen.common.number, seen.common.vote, seen.common.left) == (1, 0, 10.0)


def test_the_time_left_is_that_of_the_students_allowance():
    taught = asked("Ana", "Ben", "Cem")
    taught.verb("allow", student=2, amount=2)
    taught.verb("allow", student=3, amount=0)
    taught.wait(10)
    taught.wait(5)
    assert [taught.student(n).common.left for n in (1, 2, 3)] == [55.0, 125.0, None]
    assert taught.host().common.left == taught.wall().common.left == 55.0
    taught.verb("pause")
    taught.t += 5
    assert taught.student(1).common.left is None
    assert taught.student(1).common.paused


def test_an_allowance_without_a_limit_goes_over_the_wire():
    taught = asked()
    taught.verb("allow", student=1, amount=0)
    sent = TO_HOST.validate_json(taught.host().model_dump_json())
    assert [seat.allowance for seat in sent.seats] == [inf, 1.0]


def test_a_students_own_answer_comes_back_to_them_alone():
    taught = asked()
    taught.verb("open")
    taught.say(1, "alleged", "sure")
    given = taught.student(1).own.given
    assert (given.question, given.vote, given.choice, given.confidence) == (1, 1, "alleged", "sure")
    assert taught.student(1).own.right is None
    assert taught.student(2).own.given is None


def test_at_the_reveal_everybody_gets_the_explanation_of_their_own_answer():
    taught = told("confirmed/sure", "alleged", "")
    right, wrong, none = (taught.student(n) for n in (1, 2, 3))
    assert (right.own.right, wrong.own.right, none.own.right) == (True, False, None)
    assert right.explained.verdict.startswith("Yes. ")
    assert wrong.explained.verdict.startswith("Not this time. ")
    assert none.explained.verdict.startswith("On that day")
    assert right.own.points == right.own.total > 10
    assert (wrong.own.points, none.own.points) == (0.0, None)
    assert none.own.answered == 0


def test_a_students_save_gets_what_counts_once_the_key_is_told():
    taught = told("alleged/fairly", "")
    (kept,) = taught.student(1).kept
    assert (kept.item, kept.quote, kept.chosen) == (
        "small/vote?two-way@gazette", "gazette", "alleged",
    )  # fmt: skip
    assert (kept.right, kept.status, kept.confidence) == (False, "confirmed", "fairly")
    assert (kept.skill, kept.line) == ("record", "Headline vote")
    assert taught.student(2).kept == ()


def test_a_save_that_missed_a_reveal_catches_up_before_the_next_question():
    taught = told("alleged", "")
    taught.next()
    assert [one.question for one in taught.student(1).kept] == [1]
    taught.verb("open")
    taught.say(1, "confirmed")
    assert taught.student(1).kept == taught.student(2).kept == ()
    taught.verb("lock")
    taught.verb("skip")
    taught.next()
    assert [one.question for one in taught.student(1).kept] == [1]


def test_between_two_questions_the_page_is_shown_and_no_question():
    taught = told("confirmed")
    taught.verb("board")
    seen = taught.student(1)
    assert seen.common.asked is seen.explained is seen.own.given is None
    assert [line.text for line in seen.common.page] == ["Headline vote"]


def test_a_skipped_question_is_before_nobody_and_counts_nowhere():
    taught = asked()
    taught.verb("open")
    taught.say(1, "alleged")
    taught.verb("skip")
    seen = taught.student(1)
    assert seen.common.asked is seen.own.given is None
    assert seen.own.answered == 0
    taught.verb("end")
    assert taught.student(1).review == ()
    assert taught.host().mean is None


def test_after_the_discussion_the_second_vote_is_the_one_that_is_explained():
    taught = asked()
    taught.verb("open")
    taught.say(1, "alleged")
    taught.say(2, "alleged")
    taught.verb("lock")
    taught.verb("discuss")
    assert taught.student(1).own.given.choice == "alleged"
    taught.verb("open")
    taught.say(1, "confirmed")
    seen = taught.student(1)
    assert (seen.common.vote, seen.own.given.vote, seen.own.given.choice) == (2, 2, "confirmed")
    assert taught.student(2).own.given.vote == 1
    taught.verb("lock")
    taught.verb("reveal")
    assert [taught.student(n).own.right for n in (1, 2)] == [True, False]
    assert [one.right for one in taught.host().tallies] == [0.0, 1.0]


def test_a_vote_after_the_key_changes_nothing_of_the_explanation():
    taught = told("alleged")
    taught.verb("discuss")
    taught.verb("open")
    taught.say(1, "confirmed")
    seen = taught.student(1)
    assert (seen.own.given.vote, seen.own.given.choice) == (2, "confirmed")
    assert seen.own.right is False
    assert seen.explained.verdict.startswith("Not this time.")
    assert taught.wall().tallies[1].bars == ()


@pytest.mark.parametrize("item", ["vote", "when", "pool?five-way"])
def test_who_reads_on_the_wall_gets_what_can_be_picked(item):
    taught = asked(items=(item,), text_here=False)
    shown, full = taught.student(1).common.asked, taught.wall().common.asked
    assert shown.choices == full.choices
    assert (shown.passages, shown.prompt, shown.statement) == ((), "", "")
    assert full.passages


def test_a_passage_to_be_marked_is_on_the_students_screens_whatever_the_wall_shows():
    taught = asked(items=("pool?cue",), text_here=False, text_there=False)
    assert taught.student(1).common.asked.words
    assert taught.wall().common.asked is None
    assert taught.host().common.asked


def test_the_teacher_sees_who_has_answered_and_how_many():
    taught = Taught()
    taught.join("Ana", people=2)
    taught.join("Ben", "Cem")
    taught.next()
    taught.verb("open")
    taught.say(1, "confirmed")
    taught.say(3, "alleged")
    taught.happens(events.Left, 3)
    seen = taught.host()
    assert [(seat.name, seat.answered, seat.present) for seat in seen.seats] == [
        ("Ana", True, True), ("Ben", False, True), ("Cem", True, False),
    ]  # fmt: skip
    counted = progress(taught.state)
    assert (counted.question, counted.vote) == (1, 1)
    assert (counted.answered, counted.present, counted.stored) == (2, 3, 3)
    assert (taught.wall().answered, taught.wall().present) == (2, 3)


def test_the_votes_are_told_with_the_key():
    taught = told("confirmed", "alleged/sure", "alleged/guess")
    (seen,) = taught.wall().tallies
    bars = [(bar.text, bar.count, bar.right, bar.confident) for bar in seen.bars]
    assert bars == [("CONFIRMED", 1, True, 0), ("ALLEGED", 2, False, 1)]
    assert seen.bars[1].because
    assert seen.right == pytest.approx(1 / 3)
    host = taught.host()
    assert host.misconceptions == ((seen.bars[1].because, 2),)
    assert host.confidently_wrong == (("It is vote.", 1),)
    assert host.hardest == (("It is vote.", pytest.approx(1 / 3)),)
    assert host.mean == pytest.approx(1 / 3)
    assert host.explained.verdict.startswith("On that day")


def test_marks_are_counted_by_their_words():
    taught = told("says@10", "says@10", "perhaps@44", items=("pool?cue",))
    (seen,) = taught.host().tallies
    assert [(bar.text, bar.count, bar.right) for bar in seen.bars] == [
        ("says", 2, True), ("perhaps", 1, False),
    ]  # fmt: skip
    assert '"perhaps" lowers the claim' in seen.bars[1].because


def test_the_teacher_is_told_when_to_discuss_before_the_key_and_the_wall_is_not():
    taught = asked("Ana", "Ben")
    taught.verb("open")
    taught.say(1, "confirmed")
    assert not taught.host().tallies[0].discuss
    taught.say(2, "alleged")
    taught.verb("lock")
    (seen,) = taught.host().tallies
    assert seen.discuss
    assert seen.right is None
    assert seen.bars == ()
    assert taught.wall().tallies == ()


def test_raised_hands_are_counted_like_answers():
    taught = Taught(hands=True)
    taught.next()
    taught.verb("open")
    taught.verb("hands", counts={"confirmed": 17, "alleged": 11})
    taught.verb("lock")
    taught.verb("reveal")
    seen = taught.host()
    assert [bar.count for bar in seen.tallies[0].bars] == [17, 11]
    assert seen.mean == pytest.approx(17 / 28)


def test_whoever_is_out_counts_nowhere():
    taught = told("confirmed", "alleged")
    taught.verb("kick", student=2)
    seen = taught.host()
    assert [bar.count for bar in seen.tallies[0].bars] == [1, 0]
    assert seen.mean == 1.0
    assert [seat.out for seat in seen.seats] == [False, True]


def test_teams_stand_by_the_mean_of_what_was_told():
    taught = told("confirmed", "alleged", teams=("Elms", "Firs"))
    assert taught.student(1).common.teams == {"Elms": 10.0, "Firs": 0.0}
    assert taught.student(1).own.team == "Elms"


def test_once_the_lesson_is_over_everything_told_can_be_looked_at_again():
    taught = told("alleged", "")
    taught.next()
    taught.verb("end")
    (mine,) = taught.student(1).review
    assert (mine.number, mine.right, mine.given.choice) == (1, False, "alleged")
    assert mine.asked.statement == mine.explained.statement == "It is vote."
    (unanswered,) = taught.student(2).review
    assert unanswered.given is unanswered.right is None
    assert [one.question for one in taught.student(1).kept] == [1]
    assert taught.student(2).kept == ()


def own_pace(*names, **settings):
    taught = Taught(pace="own", **settings)
    taught.join(*(names or ("Ana", "Ben")))
    while taught.state.phase == "lobby":
        taught.verb("begin", taught.material.following(taught.state))
    return taught


def test_at_their_own_pace_each_has_a_question_of_their_own():
    taught = own_pace()
    for student in (1, 2):
        seen = taught.student(student)
        assert seen.common.number == order(taught.state, student)[0]
        question = taught.state.asked[seen.common.number - 1].question
        assert seen.common.asked.item == question.id
        assert (seen.common.vote, seen.common.left, seen.explained) == (1, None, None)
    assert order(taught.state, 1) != order(taught.state, 2)


def test_at_their_own_pace_the_explanation_comes_with_the_next_question():
    taught = own_pace()
    first, second, *_ = order(taught.state, 1)
    chosen = taught.state.asked[first - 1].question.answers[0]
    taught.say(1, chosen, number=first)
    seen = taught.student(1)
    assert (seen.common.number, seen.own.given.question) == (second, first)
    assert seen.own.right is True
    assert (seen.own.points, seen.own.total) == (10.0, 10.0)
    assert seen.own.answered == 1
    assert seen.explained.verdict.startswith("Yes.")
    assert [one.question for one in seen.kept] == [first]
    assert taught.student(2).explained is None
    assert taught.host().misconceptions == ()


def test_who_is_through_at_their_own_pace_can_look_at_everything_again():
    taught = own_pace()
    for number in order(taught.state, 1):
        question = taught.state.asked[number - 1].question
        taught.say(1, question.answers[0], number=number)
    seen = taught.student(1)
    assert (seen.common.asked, seen.common.number) == (None, 0)
    assert [one.number for one in seen.review] == list(order(taught.state, 1))
    assert taught.student(2).review == ()
    counted = progress(taught.state)
    assert (counted.answered, counted.present, counted.stored) == (1, 2, len(ITEMS))
    assert [seat.answered for seat in taught.host().seats] == [True, False]
    taught.verb("end")
    assert len(taught.student(2).review) == len(ITEMS)
    assert len(taught.student(2).common.page) == 4


def test_every_view_can_be_read_by_the_client_of_its_role():
    taught = told("confirmed", "alleged")
    sent = StudentViews(taught.state, taught.material, taught.t).frame(1)
    assert TO_STUDENT.validate_json(sent) == taught.student(1)
    for adapter, view in ((TO_HOST, taught.host()), (TO_PROJECTOR, taught.wall())):
        assert adapter.validate_json(view.model_dump_json()) == view


def test_a_decision_is_counted_for_the_teacher_as_soon_as_the_vote_is_over():
    session = Taught(STORY, story="desk")
    session.join("Ana", "Ben")
    session.next()
    chosen = session.state.asked[-1].question.options[0].id
    session.verb("open")
    session.say(1, chosen)
    assert session.host().tallies[0].bars == ()
    session.verb("lock")
    assert [bar.count for bar in session.host().tallies[0].bars if bar.option == chosen] == [1]
    assert session.wall().tallies == ()
