"""What a class report counts, and that it counts nothing twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from held_samples import BECAUSE, ITEMS, TEN, answer, held, item, own, save, sessions, solo
from hypothesis import given
from hypothesis import strategies as st

from quizgame.insight.classes import words
from quizgame.insight.classes.data import data
from quizgame.insight.classes.grades import columns
from quizgame.insight.classes.people import Roster
from quizgame.insight.classes.report import report

ONE, TWO, THREE, _ = ITEMS


def row(made, name):
    return next(one for one in made.students if one.name == name)


@pytest.fixture
def lesson():
    """Ana is right twice, Ben once, Cem answers nothing; Dora has been sent out."""
    given = [
        answer("Ana", ONE, "alleged", "sure"),
        answer("Ana", TWO, "alleged"),
        answer("Ben", ONE, "alleged"),
        answer("Ben", TWO, "confirmed", "sure"),
        answer("Dora", ONE, "confirmed", "sure"),
    ]
    return held(["Ana", "Ben", "Cem", "Dora"], [ONE, TWO], given, out=frozenset({"Dora"}))


def test_students_are_told_whatever_they_did(lesson):
    made = report([lesson])
    assert [one.name for one in made.students] == ["Ana", "Ben", "Cem", "Dora"]
    ana, ben, cem, dora = made.students
    assert (ana.answered, ana.score.right, ana.score.answers) == (2, 2, 2)
    assert (ben.score.right, ben.surely_wrong) == (1, 1)
    assert (cem.answered, cem.score.share) == (0, 0)
    assert (dora.out, dora.answered, dora.score.answers) == (True, 0, 0)
    assert ben.skills["record"].right == 1
    assert ben.skills["scope"].right == 0
    assert ben.calibration.bands[-1].answers == 1
    assert (made.mean, len(made.took_part)) == (0.75, 2)


def test_items_leave_out_who_was_sent_out(lesson):
    first, second = report([lesson]).items
    assert (first.score.right, first.score.answers, first.key) == (2, 2, "ALLEGED")
    assert (second.score.right, second.score.answers, second.surely_wrong) == (1, 2, 1)
    assert [(one.id, one.count) for one in second.choices] == [("alleged", 1), ("confirmed", 1)]
    right, wrong = second.choices
    assert (right.mean_total, wrong.mean_total) == (1.0, 0.5)
    assert (wrong.because, wrong.share, wrong.idle) == (BECAUSE, 0.5, False)


def test_one_belief_behind_several_options_is_one(lesson):
    (belief,) = report([lesson]).misconceptions
    assert (belief.because, belief.count, belief.answers) == (BECAUSE, 1, 4)
    assert belief.items == (ONE.item, TWO.item)


def test_an_option_below_a_twentieth_does_nothing():
    asked = item(1, ("alleged", "confirmed", "unknown"))
    names = [f"S{number}" for number in range(40)]
    chosen = ["alleged"] * 37 + ["confirmed"] * 2 + ["unknown"]
    every = [answer(name, asked, one) for name, one in zip(names, chosen, strict=True)]
    choices = report([held(names, [asked], every)]).items[0].choices
    assert [(one.count, one.idle) for one in choices] == [(37, False), (2, False), (1, True)]


def test_a_discussion_is_two_votes_and_the_last_one_counts():
    asked = item(1, counted=2)
    first = {"Ana": "confirmed", "Ben": "confirmed", "Cem": "alleged", "Dora": "alleged"}
    second = {"Ana": "alleged", "Ben": "alleged", "Cem": "confirmed"}
    given = [answer(n, asked, c, counts=n not in second) for n, c in first.items()]
    given += [answer(n, asked, c, vote=2) for n, c in second.items()]
    (made,) = report([held(first, [asked], given)]).items
    assert (made.talked.first.share, made.talked.second.share) == (0.5, pytest.approx(2 / 3))
    assert made.talked.gain == pytest.approx(1 / 6)
    assert (made.talked.to_right, made.talked.to_wrong) == (2, 1)
    assert (made.score.right, made.score.answers) == (3, 4)


def test_two_at_one_screen_are_one_row_and_two_in_the_items():
    given = [answer("Ana", ONE, "alleged", people=2), answer("Ben", ONE, "confirmed")]
    made = report([held(["Ana", "Ben"], [ONE], given, people={"Ana": 2})])
    assert (row(made, "Ana").people, row(made, "Ana").answered) == (2, 1)
    assert row(made, "Ana").skills["record"].answers == 1
    assert (made.items[0].score.right, made.items[0].score.answers) == (2, 3)
    assert made.shared == 1


def test_raised_hands_fill_the_items_alone():
    asked = item(1, hands=({"alleged": 9, "confirmed": 15}, {"alleged": 20, "confirmed": 4}),
                 counted=2)  # fmt: skip
    made = report([held([], [asked], [])])
    assert made.students == ()
    (only,) = made.items
    assert (only.score.right, only.score.answers) == (20, 24)
    assert only.talked.gain == pytest.approx(11 / 24)
    assert [one.count for one in only.choices] == [20, 4]
    assert (made.mean, made.measured) == (None, ())
    assert (made.skills["record"].right, made.skills["record"].answers) == (20, 24)
    assert words.attendance(made) == "Raised hands, at most 24 on one question; 1 item."


def test_raised_hands_decide_a_story_too_and_nobody_is_no_hands():
    scene = item(9, answers=(), kind="scene", settled="alleged", hands=({"alleged": 9},))
    made = report([held([], [scene], [])])
    assert words.attendance(made) == "Raised hands, at most 9 on one question; 1 decision."
    made = report([held([], [item(1)], [])])
    assert words.attendance(made) == "Nobody has answered; 1 item."


def test_before_anything_happens_that_is_what_is_told():
    assert words.attendance(report([held([], [], [])])) == (
        "Nobody has joined, and nothing was asked."
    )


def test_what_the_majority_decides_is_neither_right_nor_wrong():
    scene = item(9, answers=(), kind="scene", settled="confirmed")
    given = [answer(name, scene, "confirmed", right=None) for name in ("Ana", "Ben")]
    made = report([held(["Ana", "Ben"], [scene], given)])
    assert (made.items, made.skills) == ((), {})
    assert [(one.answered, one.decided) for one in made.students] == [(0, 1), (0, 1)]
    assert words.attendance(made) == "2 of 2 students answered; 1 decision."
    assert not list(words.worth_a_word(made))
    (decision,) = made.decisions
    assert [(way.id, way.count, way.taken) for way in decision.ways] == [
        ("alleged", 0, False),
        ("confirmed", 2, True),
    ]


def test_before_the_key_is_told_nothing_counts():
    asked = item(1, told=False)
    made = report([held(["Ana"], [asked], [answer("Ana", asked, "alleged", counts=False)])])
    assert (made.items, row(made, "Ana").answered, row(made, "Ana").score.answers) == ((), 0, 0)


def class_of(number, session="s1"):
    names = [f"S{n:02}" for n in range(number)]
    given = [
        answer(name, asked, "alleged" if (n + k) % 3 or n > 20 else "confirmed", session=session)
        for n, name in enumerate(names)
        for k, asked in enumerate(ITEMS)
    ]
    return held(names, ITEMS, given, session, began=TEN + timedelta(days=len(session)))


def test_how_well_a_set_measures_is_told_from_thirty_on():
    (few,), (enough,) = report([class_of(29)]).measured, report([class_of(30)]).measured
    assert (few.attempts, few.measure) == (29, None)
    assert (enough.attempts, enough.partly) == (30, 0)
    assert enough.measure.alpha is not None
    assert set(enough.biserial[ONE.item]) == {"alleged", "confirmed"}


def test_two_classes_with_the_same_items_are_measured_together_and_others_apart():
    other = replace(class_of(20, "s22"), items=ITEMS[:2])
    other = replace(other, given=tuple(g for g in other.given if g.item in {ONE.item, TWO.item}))
    made = report([class_of(16), class_of(16, "s21"), other]).measured
    assert [(one.sessions, one.attempts) for one in made] == [(("s1", "s21"), 32), (("s22",), 20)]


def test_a_save_tells_what_the_class_did_not(lesson):
    extra = own("Ana", THREE, "confirmed")
    copied = own("Ana", ONE, "alleged", session="s1")
    made = report([lesson, save("Ana", [ONE, THREE], [copied, extra])])
    ana = row(made, "Ana")
    assert (ana.answered, ana.score.right, ana.score.answers) == (3, 2, 3)
    assert (ana.reported.right, ana.reported.answers) == (0, 1)
    assert [one.score.answers for one in made.items] == [2, 2, 1]
    assert made.items[2].reported.answers == 1


def test_a_save_that_holds_nothing_else_than_the_lesson_is_no_student(lesson):
    copied = save("Ana Banana", [ONE], [own("Ana Banana", ONE, "alleged", session="s1")])
    assert data(report([lesson, copied])) == data(report([lesson]))


def test_the_key_that_nobody_found_is_told():
    plain = replace(ONE, options=())
    (only,) = report([save("Ana", [plain], [own("Ana", plain, "confirmed")])]).items
    assert (only.key, [(c.id, c.count, c.right) for c in only.choices]) == (
        "alleged",
        [("confirmed", 1, False), ("alleged", 0, True)],
    )


def test_what_a_class_was_asked_is_told_rather_than_what_a_save_says(lesson):
    plain = replace(ONE, options=(), statement="A line.")
    made = report([lesson, save("Eli", [plain], [own("Eli", plain, "alleged")])])
    assert (made.items[0].statement, made.items[0].score.answers) == ("Statement 1.", 3)


def test_of_a_session_that_is_not_here_the_save_is_all_there_is():
    made = report([save("Ana", [ONE], [own("Ana", ONE, "alleged", session="elsewhere")])])
    assert row(made, "Ana").reported.answers == 1


def test_a_copied_save_and_one_that_was_played_on_are_one_student():
    older = save("Ana", [ONE], [own("Ana", ONE, "alleged")])
    later = save("Anna", [ONE, TWO], [own("Anna", ONE, "alleged"), own("Anna", TWO, "alleged")])
    for files in ([older, later], [later, older, later]):
        made = report(files)
        assert [one.name for one in made.students] == ["Anna"]
        assert row(made, "Anna").answered == 2


def test_the_fuller_journal_of_one_session_counts(lesson):
    early = replace(lesson, items=(ONE,), given=lesson.given[:1])
    assert data(report([early, lesson])) == data(report([lesson, early])) == data(report([lesson]))


ROSTER = Roster(("Ana Maria", "Ben"), {"ana": "Ana Maria", "ben": "Ben"}.get)


def test_a_roster_gathers_sessions_and_lists_who_is_missing(lesson):
    second = held(["ana", "zoe"], [THREE], [answer("ana", THREE, "alleged", session="s2")], "s2",
                  began=TEN + timedelta(days=7))  # fmt: skip
    first = replace(lesson, students=("ana", "Cem"), out=frozenset(),
                    given=tuple(replace(g, student="ana") for g in lesson.given[:2]))  # fmt: skip
    made = report([second, first], ROSTER)
    assert [one.name for one in made.students] == ["Ana Maria", "Ben", "Cem", "zoe"]
    ana, ben, *others = made.students
    assert ([(s.session, s.right) for s in ana.sat], ana.score.answers) == (
        [("s1", 2), ("s2", 1)],
        3,
    )
    assert (ben.sat, ben.listed) == ((), True)
    assert list(made.unlisted) == others


def test_two_who_could_be_one_name_are_neither(lesson):
    both = replace(lesson, students=("ana", "ANA"), given=(), out=frozenset())
    made = report([both], Roster(("Ana Maria",), lambda name: "Ana Maria"))
    assert [(one.name, one.listed, bool(one.sat)) for one in made.students] == [
        ("Ana Maria", True, False),
        ("ANA", False, True),
        ("ana", False, True),
    ]


def test_two_saves_of_one_name_are_two_students():
    files = [
        save("Ana", [ONE], [own("Ana", ONE, "alleged")], ident=ident, title=f"{ident}.toml")
        for ident in ("a", "b")
    ]
    assert [one.name for one in report(files).students] == ["Ana (a.toml)", "Ana (b.toml)"]


def test_two_saves_of_one_name_and_file_are_told_apart_by_their_ids():
    first, second = (save("Ana", [ONE], [own("Ana", ONE, "alleged")], ident) for ident in "ab")
    names = [one.name for one in report([first, second]).students]
    assert names == ["Ana (ana.toml, a)", "Ana (ana.toml, b)"]


def test_two_of_one_session_who_are_known_as_one_are_told_apart(lesson):
    known = replace(lesson, known_as={"Ana": "Cem", "Ben": "Cem"})
    names = [one.name for one in report([known]).students]
    assert names == [f"Cem ({who}, s1)" for who in ("Ana", "Ben", "Cem")] + ["Dora"]


def test_a_given_name_means_nobody_in_another_session(lesson):
    other = replace(lesson, session="s2", given=(), began=TEN + timedelta(days=1))
    named = [replace(one, invented=True) for one in (lesson, other)]
    names = [one.name for one in report(named).students]
    assert "Ana (s1)" in names
    assert "Ana (s2)" in names
    known = [replace(one, known_as={"Ana": "Ana Maria"}) for one in named]
    (ana,) = [one for one in report(known).students if one.name == "Ana Maria"]
    assert [sat.session for sat in ana.sat] == ["s1", "s2"]


def test_two_sessions_of_one_id_from_two_machines_are_two(lesson):
    other = replace(lesson, began=TEN + timedelta(hours=1))
    made = report([lesson, other, lesson])
    first, second = columns(made.sources)
    assert [(c.of(made.students[0]).right, c.of(made.students[0]).answers) for c in
            (first, second)] == [(2, 2), (2, 2)]  # fmt: skip
    assert made.students[0].score.answers == 4


def test_speed_is_nothing(lesson):
    slow = tuple(replace(one, seconds=500.0) for one in lesson.given)
    assert data(report([replace(lesson, given=slow)])) == data(report([lesson]))


def test_teams_are_added_up(lesson):
    teams = {"Ana": "Owls", "Ben": "Foxes", "Cem": "Foxes", "Dora": "Foxes"}
    made = report([replace(lesson, teams=teams)])
    assert [(t.name, t.score.right, t.score.answers) for t in made.teams] == [
        ("Foxes", 1, 2),
        ("Owls", 2, 2),
    ]


@given(sessions())
def test_what_students_and_items_say_adds_up(one):
    made = report([one])
    assert sum(s.answered for s in made.students) == sum(i.score.answers for i in made.items)
    assert sum(s.score.right for s in made.students) == sum(i.score.right for i in made.items)
    for asked in made.items:
        assert sum(choice.count for choice in asked.choices) == asked.score.answers
        if asked.score.answers:
            assert sum(choice.share for choice in asked.choices) == pytest.approx(1)
            assert 0 <= asked.score.share <= 1
    for student in made.students:
        assert 0 <= student.score.right <= student.answered <= max(student.score.answers, 0)


@given(sessions(), sessions("s2"), solo(), st.randoms(use_true_random=False))
def test_neither_the_order_nor_a_duplicate_changes_anything(one, two, own_save, rng):
    before = data(report([one, two, own_save]))
    shuffled = [one, two, own_save, one, own_save]
    rng.shuffle(shuffled)
    mixed = [replace(h, given=tuple(rng.sample(h.given, len(h.given)))) for h in shuffled]
    assert data(report(mixed)) == before
