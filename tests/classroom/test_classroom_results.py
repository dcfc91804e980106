"""From a session's journal to its results."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import BEGAN, Class, question, simulated

from quizgame.classroom.events import (
    Continued,
    Hands,
    Left,
    Locked,
    Opened,
    Posed,
    Renamed,
    Resumed,
)
from quizgame.classroom.journal import read
from quizgame.classroom.results import held
from quizgame.classroom.rules import tally
from quizgame.classroom.views.lesson import mean, shares
from quizgame.insight.classes.report import report


@pytest.fixture
def lesson():
    made = Class()
    made.join("Ana", "Ben")
    return made


def test_what_was_asked_and_answered_is_there(lesson):
    lesson.ask(question(1, because="A word is no check."), Ana="confirmed/sure", Ben="alleged")
    lesson.reveal()
    lesson.end()
    made = held(lesson.events)
    assert (made.session, made.title, made.began.isoformat()) == (
        "2026-11-25-1005",
        "First lesson",
        BEGAN,
    )
    assert (made.students, made.ended, made.out) == (("Ana", "Ben"), True, frozenset())
    (item,) = made.items
    assert (item.answers, item.options[1].because) == (("confirmed",), "A word is no check.")
    ana, ben = made.given
    assert (ana.student, ana.right, ana.confidence, ana.counts) == ("Ana", True, "sure", True)
    assert (ben.chosen, ben.right, ben.skill) == ("alleged", False, "record")
    assert made.points["Ana"] > made.points["Ben"]


def test_a_skipped_question_is_nowhere(lesson):
    lesson.ask(question(1), Ana="confirmed")
    lesson.skip()
    lesson.ask(question(2), Ana="alleged")
    lesson.reveal()
    made = held(lesson.events)
    assert [item.item for item in made.items] == ["canteen/claim-2?two-way@gazette"]
    assert [given.item for given in made.given] == ["canteen/claim-2?two-way@gazette"]


def test_the_last_vote_before_the_key_counts_and_whoever_does_not_vote_again_keeps_theirs(lesson):
    lesson.ask(question(1), Ana="alleged", Ben="alleged")
    lesson.discuss(Ana="confirmed")
    lesson.reveal()
    made = held(lesson.events)
    assert [(g.student, g.vote, g.counts) for g in made.given] == [
        ("Ana", 1, False),
        ("Ben", 1, True),
        ("Ana", 2, True),
    ]
    (item,) = report([made]).items
    assert (item.score.right, item.score.answers, item.talked.to_right) == (1, 2, 1)


def test_a_vote_after_the_key_was_told_does_not_count(lesson):
    lesson.ask(question(1), Ana="alleged", Ben="confirmed")
    lesson.reveal()
    lesson.discuss(Ana="confirmed", Ben="confirmed")
    lesson.reveal()
    made = held(lesson.events)
    assert [(g.student, g.counts) for g in made.given if g.vote == 2] == [
        ("Ana", False),
        ("Ben", False),
    ]
    (item,) = report([made]).items
    assert (item.score.right, item.talked) == (1, None)


def test_of_a_lesson_that_broke_off_what_was_told_counts(lesson):
    lesson.ask(question(1), Ana="confirmed")
    lesson.reveal()
    lesson.ask(question(2), Ana="confirmed")
    made = held(lesson.events)
    assert not made.ended
    assert [item.told for item in made.items] == [True, False]
    assert [g.counts for g in made.given] == [True, False]
    assert report([made]).students[0].score.answers == 1


def test_a_replaced_answer_is_one(lesson):
    lesson.happen(Posed, question(1))
    lesson.happen(Opened)
    lesson.answer("Ana", "alleged")
    lesson.answer("Ana", "confirmed")
    lesson.happen(Locked, "teacher")
    lesson.reveal()
    (only,) = held(lesson.events).given
    assert (only.chosen, only.right) == ("confirmed", True)


def test_who_was_sent_out_is_told_and_not_counted(lesson):
    lesson.ask(question(1), Ana="confirmed", Ben="alleged")
    lesson.kick("Ben")
    lesson.reveal()
    made = held(lesson.events)
    assert made.out == {"Ben"}
    (item,) = report([made]).items
    assert (item.score.right, item.score.answers) == (1, 1)


def test_hands_are_counts_of_an_item():
    lesson = Class(hands=True)
    lesson.happen(Posed, question(1))
    lesson.happen(Opened)
    lesson.happen(Hands, 1, 1, {"confirmed": 17, "alleged": 11})
    lesson.happen(Locked, "teacher")
    lesson.reveal()
    (item,) = report([held(lesson.events)]).items
    assert (item.score.right, item.score.answers) == (17, 28)


def test_a_scene_has_a_decision_and_no_key(lesson):
    scene = question(
        1, kind="scene", answers=(), options=("run", "wait"), id="canteen/monday?scene@wire"
    )
    lesson.ask(scene, Ana="run", Ben="run")
    lesson.reveal(settled="run")
    (item,) = held(lesson.events).items
    assert (item.settled, item.answers) == ("run", ())
    assert [g.right for g in held(lesson.events).given] == [None, None]


def test_times_go_on_with_the_wall_after_a_crash(lesson):
    lesson.ask(question(1), Ana="confirmed")
    lesson.reveal()
    lesson.happen(Resumed, "2026-11-25T11:00:00+01:00")
    since = lesson.state.at
    lesson.join("Cem")
    lesson.happen(Continued)
    lesson.ask(question(2), Cem="confirmed")
    lesson.reveal()
    *_, last = held(lesson.events).given
    later = last.at - datetime.fromisoformat("2026-11-25T11:00:00+01:00")
    assert 0 < later.total_seconds() < lesson.state.at - since


def test_a_given_name_that_the_teacher_replaced_is_a_name(lesson):
    lesson.happen(Renamed, lesson.number("Ben"), "Ben Brook")
    made = held(lesson.events)
    assert (made.invented, made.known_as) == (True, {"Ben Brook": "Ben Brook"})
    assert not held(Class(names="free").events).invented


def test_at_their_own_pace_answers_count_at_once():
    lesson = Class(pace="own")
    lesson.join("Ana")
    lesson.happen(Posed, question(1))
    lesson.happen(Opened)
    lesson.answer("Ana", "confirmed")
    (item,) = report([held(lesson.events)]).items
    assert (item.score.right, item.score.answers) == (1, 1)


def test_a_pair_is_told(lesson):
    lesson.join("Dora", people=2)
    lesson.happen(Left, lesson.number("Dora"))
    assert held(lesson.events).people == {"Dora": 2}


@given(st.integers(2, 6), st.integers(1, 3), st.integers(0, 99))
def test_a_journal_gives_the_same_results_as_the_events(tmp_path_factory, students, number, seed):
    lesson = simulated(students, [question(n) for n in range(1, number + 1)], seed)
    path = tmp_path_factory.mktemp("session") / "journal.jsonl"
    path.write_bytes(lesson.journal())
    made = held(read(path))
    assert made == held(lesson.events)
    assert len(made.given) == students * number
    told = report([made])
    assert sum(one.score.answers for one in told.items) == students * number


def test_marked_words_are_read_without_their_place(lesson):
    asked = question(
        1,
        kind="cue",
        options=(),
        answers=("According to@0",),
        passage="According to two teachers, it closes.",
    )
    lesson.ask(asked, Ana="According to@0", Ben="two teachers@13")
    lesson.reveal()
    (item,) = report([held(lesson.events)]).items
    assert [(c.text, c.right) for c in item.choices] == [
        ("According to", True),
        ("two teachers", False),
    ]
    assert item.key == "According to"


def test_the_report_tells_what_the_teachers_screen_told():
    lesson = Class(names="free")
    lesson.join("Ana", "Ben", "Cem")
    lesson.join("Dora and Eli", people=2)
    pair = {"Dora and Eli": "alleged/sure"}
    lesson.ask(question(1, because="A word is no check."), Ana="confirmed/sure", Cem="alleged",
               **pair)  # fmt: skip
    lesson.discuss(Ana="alleged/sure", Ben="confirmed")
    lesson.reveal()
    lesson.ask(question(2, because="A word is no check."), Ana="confirmed", Ben="alleged/sure",
               **pair)  # fmt: skip
    lesson.kick("Ben")
    lesson.reveal()
    lesson.end()
    made = report([held(lesson.events)])
    told = shares(lesson.state)
    assert told == tuple((i.statement, i.score.answers, i.score.right) for i in made.items)
    assert mean(told) == made.score.share
    assert tally.misconceptions(lesson.state) == tuple(
        (one.because, one.count) for one in made.misconceptions
    )
    assert set(tally.confidently_wrong(lesson.state)) == {
        (item.statement, item.surely_wrong) for item in made.items if item.surely_wrong
    }
