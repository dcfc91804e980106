"""A student's lesson as it was told: which answer stands, what is reviewed, what a save keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given as draws
from hypothesis import strategies as st
from lesson_views import (
    CUE,
    DIVERS,
    FERRY,
    SESSION,
    WELCOME,
    explained,
    given,
    kept,
    stored,
    told_again,
    view,
)

from quizgame.classroom import own_save
from quizgame.classroom.attendance import Attendance
from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import Out, Refused, Replaced
from quizgame.play.player import Player, player_named

NOON = datetime(2031, 3, 4, 12, 0, tzinfo=timezone(timedelta(hours=2)))


def at_noon():
    return NOON


def says(attendance, choice, submission, *, question=1, vote=1, confidence=""):
    answer = given(choice, question=question, vote=vote, confidence=confidence)
    attendance.sent(attendance.says(answer), submission)
    return answer


def late(submission):
    return Refused(why="not-open", text="Too late.", ref=submission)


@pytest.fixture
def attendance():
    attending = Attendance(at_noon)
    attending.take(WELCOME)
    attending.take(view(Phase.OPEN, FERRY))
    return attending


def test_before_anything_is_told_there_is_nothing_to_say():
    attendance = Attendance(at_noon)
    assert (attendance.common, attendance.mine, attendance.first) == (None, (None, ""), None)
    assert (attendance.explained_number, attendance.answers, attendance.notes) == (0, [], {})


def test_an_answer_is_kept_once_the_hub_says_so(attendance):
    assert attendance.mine == (None, "")
    number = attendance.says(given("alleged"))
    assert attendance.mine == (given("alleged"), "sending")
    attendance.sent(number, "s1")
    assert attendance.mine == (given("alleged"), "sending")
    attendance.take(stored(1))
    assert attendance.mine == (given("alleged"), "kept")


def test_the_hub_may_say_so_before_the_client_has_told_the_id(attendance):
    number = attendance.says(given("alleged"))
    attendance.take(stored(1))
    attendance.sent(number, "s1")
    assert attendance.mine == (given("alleged"), "kept")


def test_the_last_answer_stands_unless_it_came_too_late(attendance):
    says(attendance, "alleged", "s1")
    says(attendance, "confirmed", "s2")
    attendance.take(stored(1))
    assert attendance.mine == (given("confirmed"), "sending")
    attendance.take(late("s2"))
    assert attendance.mine == (given("alleged"), "kept")
    attendance.take(late("s1"))
    assert attendance.mine == (None, "late")


def test_an_answer_that_is_sent_again_is_not_late(attendance):
    says(attendance, "alleged", "s1")
    attendance.take(Refused(why="paused", text="Paused.", ref="s1", again=True))
    assert attendance.mine == (given("alleged"), "waits")
    attendance.take(Refused(why="too-fast", text="Slowly.", ref="s1", again=True))
    assert attendance.mine == (given("alleged"), "sending")
    assert attendance.refused is None


def test_an_answer_belongs_to_its_question_and_its_vote(attendance):
    says(attendance, "alleged", "s1")
    attendance.take(view(Phase.OPEN, DIVERS, number=2))
    assert attendance.mine == (None, "")
    attendance.take(view(Phase.OPEN, FERRY, vote=2))
    assert attendance.mine == (None, "")
    assert attendance.first == given("alleged")


@pytest.mark.parametrize("words", [((0, 0),), ((-3, 2),), ((5, 900),)])
@pytest.mark.parametrize("passages", [(), CUE.passages])
def test_words_that_are_none_are_not_to_be_marked(attendance, words, passages):
    attendance.take(view(Phase.OPEN, replace(CUE, words=words, passages=passages)))
    assert attendance.common.asked is None
    attendance.take(view(Phase.OPEN, CUE))
    assert attendance.common.asked == CUE


def test_whoever_comes_back_finds_the_own_answer():
    attendance = Attendance(at_noon)
    own = {"given": given("alleged", confidence="sure")}
    attendance.take(view(Phase.OPEN, FERRY, own=own))
    assert attendance.mine == (given("alleged", confidence="sure"), "kept")
    attendance.take(view(Phase.OPEN, FERRY, own=own, vote=2))
    assert attendance.mine == (None, "")
    assert attendance.first == given("alleged", confidence="sure")


def test_what_was_told_is_remembered_question_by_question(attendance):
    own = {"given": given("alleged"), "right": True}
    attendance.take(view(Phase.REVEALED, FERRY, own=own, told=explained(right=True)))
    note = attendance.notes[1]
    assert (note.asked, note.given, note.explained.right) == (FERRY, given("alleged"), True)
    attendance.take(view(Phase.ENDED, review=(told_again(1, FERRY), told_again(2, DIVERS))))
    assert sorted(attendance.notes) == [1, 2]


def test_at_their_own_pace_the_explanation_is_of_the_answered_question():
    attendance = Attendance(at_noon)
    own = {"given": given("alleged", question=2)}
    attendance.take(view(Phase.OWN, FERRY, number=2))
    attendance.take(view(Phase.OWN, DIVERS, own=own, told=explained(right=True)))
    assert attendance.explained_number == 2
    assert attendance.notes[2].asked == FERRY


@pytest.mark.parametrize(("message", "why"), [(Out(), "out"), (Replaced(), "replaced")])
def test_a_seat_can_be_lost_and_taken_again(attendance, message, why):
    attendance.take(message)
    attendance.linked("ended")
    assert attendance.gone == why
    attendance.take(view(Phase.OPEN, FERRY))
    assert attendance.gone == ""


def test_a_link_that_ends_before_the_lesson_is_told(attendance):
    attendance.linked("lost")
    assert attendance.gone == ""
    attendance.linked("ended")
    assert attendance.gone == "closed"
    attendance.take(view(Phase.ENDED))
    attendance.linked("ended")
    assert attendance.gone == ""


@draws(st.lists(st.lists(st.integers(1, 6), max_size=6), max_size=8))
def test_a_save_gets_every_answer_once_whatever_is_told_how_often(told):
    player, attendance = Player(folder=None), Attendance(at_noon)
    for numbers in told:
        if not numbers:
            attendance = Attendance(at_noon)
        keeps = tuple(kept(n, item=f"harbour/claim-{n}?two-way@gazette") for n in numbers)
        attendance.take(view(Phase.ENDED, keeps=keeps))
        own_save.keep(player, attendance.answers)
    items = [answer.item for answer in player.answers]
    wanted = {f"harbour/claim-{n}?two-way@gazette" for numbers in told for n in numbers}
    assert sorted(items) == sorted(wanted)
    assert {(one.session, one.round) for one in player.answers} <= {(SESSION, SESSION)}


def test_what_a_save_keeps_is_on_the_disk_as_an_answer_of_the_class(tmp_path):
    attendance = Attendance(at_noon)
    attendance.take(view(Phase.ENDED, keeps=(kept(seconds=4.26),)))
    ana = player_named(tmp_path, "Ana")
    own_save.keep(ana, attendance.answers)
    ana.flush()
    (answer,) = player_named(tmp_path, "Ana").answers
    assert (answer.item, answer.chosen, answer.right, answer.options) == (
        FERRY.item, "alleged", True, 2,
    )  # fmt: skip
    assert (answer.seconds, answer.session, answer.at) == (4.3, SESSION, NOON)
