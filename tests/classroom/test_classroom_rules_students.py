"""Who is here: joining, coming, leaving, and what the teacher does about students."""

from collections import Counter
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules_samples import Session, item, why

from quizgame.classroom import events
from quizgame.classroom.effects import Dismiss, ShowStaff, ShowStudent
from quizgame.classroom.lesson import Pupil
from quizgame.classroom.rules.scoring import total
from quizgame.classroom.rules.verbs import allowed


def names(session):
    return [student.name for student in session.state.students.values()]


def test_who_joins_is_present_and_shown_to_the_staff():
    session = Session()
    assert session.join("Ada", people=2) == (ShowStudent(1), ShowStaff())
    (student,) = session.state.students.values()
    assert (student.present, student.people, student.out) == (True, 2, False)


def test_a_secret_is_not_written_where_a_student_is_printed():
    session = Session()
    session.join("Ada")
    assert session.state.students[1].token not in repr(session.state)


def test_whoever_drops_comes_back_with_everything():
    """Answered, lost the network, came back: the points are there, and there is no second vote."""
    session = Session()
    session.join("Ada", "Bo")
    session.ask(item())
    session.answer(1, "confirmed", "sure", submission="a")
    before = session.vote.ballots
    assert session.happens(events.Left, 1) == (ShowStaff(),)
    assert not session.state.students[1].present
    assert session.happens(events.Came, 1) == (ShowStudent(1), ShowStaff())
    session.answer(1, "confirmed", "sure", submission="a")
    assert session.vote.ballots == before
    session.verb("lock")
    session.verb("reveal")
    assert total(session.state, 1) == 20


def test_a_connection_that_takes_over_needs_its_view_and_changes_nothing():
    session = Session()
    session.join("Ada")
    before = session.state
    assert session.happens(events.Came, 1) == (ShowStudent(1),)
    assert session.state is before


def test_who_is_gone_cannot_go():
    session = Session()
    session.join("Ada")
    session.happens(events.Left, 1)
    before = session.state
    assert session.happens(events.Left, 1) == ()
    assert session.happens(events.Left, 7) == ()
    assert session.state is before


@pytest.mark.parametrize(
    "event",
    [
        events.Came(0.0, 7),
        events.Kicked(0.0, 7),
        events.Readmitted(0.0, 7),
        events.Renamed(0.0, 7, "Ada"),
        events.Allowed(0.0, 7, 1.5, ""),
    ],
)
def test_nothing_happens_to_somebody_who_has_not_joined(event):
    session = Session()
    before = session.state
    assert why(session.do(event)) == "unknown-token"
    assert session.state is before


# --- the door


def test_a_closed_door_keeps_newcomers_out_and_nobody_else():
    session = Session()
    session.join("Ada")
    session.happens(events.Left, 1)
    assert session.verb("close") == (ShowStaff(),)
    assert why(session.join("Bo")) == "closed"
    assert why(session.happens(events.Came, 1)) is None
    session.verb("admit")
    session.join("Bo")
    assert names(session) == ["Ada", "Bo"]


def test_there_are_as_many_places_as_the_teacher_said():
    session = Session({"most": 2})
    session.join("Ada", "Bo")
    assert why(session.join("Cy")) == "full"
    session.verb("kick", student=1)
    session.join("Cy")
    assert why(session.join("Di")) == "full"


@pytest.mark.parametrize("taken", ["Ada", "ADA", "ada"])
def test_no_two_have_one_name(taken):
    session = Session()
    session.join("Ada")
    assert why(session.join(taken)) == "name-taken"


@pytest.mark.parametrize("name", ["Ana", "Jörg", "Zoë", "Nguyễn", "=1+1", "李"])
def test_names_are_taken_as_they_are(name):
    session = Session({"names": "free"})
    session.join(name)
    assert names(session) == [name]


def test_only_who_is_on_the_roster_joins():
    session = Session({"names": "roster", "roster": (Pupil("Ada"), Pupil("Bo"))})
    assert why(session.join("Cy")) == "not-on-roster"
    session.join("Bo")
    assert why(session.join("Bo")) == "name-taken"


def test_nobody_joins_a_class_that_raises_hands():
    assert why(Session({"hands": True}).join("Ada")) == "closed"


def test_nobody_joins_a_lesson_that_is_over():
    session = Session()
    session.verb("end")
    assert why(session.join("Ada")) == "ended"


def test_a_number_is_given_once():
    session = Session()
    session.join("Ada")
    assert why(session.happens(events.Joined, 1, "Bo", "0" * 64)) == "name-taken"


# --- what the teacher does


def test_who_is_sent_out_is_told_and_does_not_come_back_before_the_teacher_lets_them():
    session = Session()
    session.join("Ada")
    assert session.verb("kick", student=1) == (Dismiss(1), ShowStaff())
    assert session.happens(events.Left, 1) == ()
    assert why(session.happens(events.Came, 1)) == "kicked"
    assert session.verb("readmit", student=1) == (ShowStaff(),)
    assert session.happens(events.Came, 1) == (ShowStudent(1), ShowStaff())


def test_sending_out_and_letting_in_twice_is_once():
    session = Session()
    session.join("Ada")
    session.happens(events.Kicked, 1)
    out = session.state
    assert session.happens(events.Kicked, 1) == ()
    assert session.state is out
    session.happens(events.Readmitted, 1)
    back = session.state
    assert session.happens(events.Readmitted, 1) == ()
    assert session.state is back


def test_a_student_is_renamed_to_a_free_name_that_was_cleaned():
    session = Session()
    session.join("Ada", "Bo")
    assert session.verb("rename", student=1, text="  Zoe\u200b \u202e ") == (
        ShowStudent(1),
        ShowStaff(),
    )
    assert names(session) == ["Zoe", "Bo"]
    assert why(session.verb("rename", student=1, text="bo")) == "name-taken"
    assert why(session.verb("rename", student=1, text=" \u200b")) == "name"
    assert why(session.verb("rename", student=1, text="x" * 100)) == "name"
    session.verb("rename", student=1, text="ZOE")
    assert names(session) == ["ZOE", "Bo"]
    full = "Maximiliane von Hohenstein-Berger"
    session.verb("rename", student=1, text=full)
    assert names(session) == [full, "Bo"]


def test_a_name_stays_a_name_after_the_lesson():
    session = Session()
    session.join("Ada")
    session.verb("end")
    session.verb("rename", student=1, text="Zoe")
    assert names(session) == ["Zoe"]


@pytest.mark.parametrize(("amount", "allowance"), [(1.5, 1.5), (10, 10), (1, 1), (0, inf)])
def test_time_is_allowed(amount, allowance):
    session = Session()
    session.join("Ada")
    session.verb("allow", student=1, amount=amount)
    assert session.state.students[1].allowance == allowance
    assert session.state.slow == ((1,) if allowance > 1 else ())


@pytest.mark.parametrize("amount", [None, 0.5])
def test_nobody_gets_less_time_than_the_others(amount):
    session = Session()
    session.join("Ada")
    assert why(session.verb("allow", student=1, amount=amount)) == "not-allowed"


def test_a_verb_about_a_student_needs_one():
    session = Session()
    session.join("Ada")
    for verb in ("kick", "rename", "allow"):
        assert why(session.verb(verb, text="x", amount=2)) == "not-allowed"
        assert why(session.verb(verb, student=9, text="x", amount=2)) == "not-allowed"


# --- teams


@given(st.integers(2, 5), st.integers(0, 31))
def test_teams_are_dealt_evenly(number, students):
    teams = tuple("ABCDE"[:number])
    session = Session({"teams": teams})
    session.join(*(f"name {n}" for n in range(students)))
    sizes = Counter(student.team for student in session.state.students.values())
    assert set(sizes) <= set(teams)
    every = [sizes[team] for team in teams]
    assert max(every) - min(every) <= 1


def test_teams_are_even_in_people_and_a_wish_is_heard():
    session = Session({"teams": ("A", "B")})
    session.join("Ada", people=2)
    session.join("Bo", "Cy")
    session.join("Di", team="A")
    session.join("Ed", team="C")
    session.join("Gus", team="A")
    session.verb("kick", student=1)
    session.join("Fay")
    teams = {student.name: student.team for student in session.state.students.values()}
    assert teams == {"Ada": "A", "Bo": "B", "Cy": "B", "Di": "A", "Ed": "B", "Gus": "A", "Fay": "A"}


def test_a_student_changes_to_a_team_that_is():
    session = Session({"teams": ("A", "B")})
    session.join("Ada")
    session.verb("allow", student=1, amount=2)
    session.verb("team", student=1, text="B")
    assert session.state.students[1].team == "B"
    assert session.state.students[1].allowance == 2
    (refusal,) = session.verb("team", student=1, text="C")
    assert "A, B" in refusal.text


def test_without_teams_there_are_none():
    session = Session()
    session.join("Ada")
    assert session.state.students[1].team == ""
    assert "team" not in allowed(session.state)
