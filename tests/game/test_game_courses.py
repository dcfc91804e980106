"""Courses: which parts, and where a player stands; two tests compared."""

from datetime import date, timedelta

import pytest
from answer_samples import answered, answers
from hypothesis import given
from pack_samples import claim, few, pack, packs, question

from quizgame.game.comparing import compare, sentences
from quizgame.game.courses import held_back, is_test, place, plans
from quizgame.game.curriculum import curriculum
from quizgame.game.skills import SKILLS
from quizgame.packs.pack import Course, ItemSet

TODAY = date(2026, 5, 4)
DAY = timedelta(days=1)
CLAIMS = [claim(f"c{n}", "confirmed" if n % 2 else "alleged") for n in range(8)]
SETS = [
    ItemSet("one", "One", ("c0", "c1")),
    ItemSet("two", "Two", ("c2", "q")),
    ItemSet("after", "After", ("c4",), test="after"),
    ItemSet("before", "Before", ("c3",), test="before"),
]
WRITTEN = pack(
    *CLAIMS,
    question("q", claims=("c5",)),
    *SETS,
    courses={"days": Course("days", "Two days", ("two", "one"), "A summary.")},
)
LARGE = pack(
    *(claim(f"{skill}-{n}", skill=skill) for skill in list(SKILLS)[:10] for n in range(4)),
)


def plan(of=WRITTEN):
    (only,) = plans(of, curriculum(of))
    return only


def names(of=WRITTEN):
    return [part.name for part in plan(of).parts]


def test_a_written_course_lies_between_the_tests():
    assert names() == ["before", "two", "one", "after"]
    assert [part.items for part in plan().parts] == [1, 2, 2, 1]
    assert (plan().title, plan().summary) == ("Two days", "A summary.")


def test_a_large_pack_without_one_gets_one_of_its_blocks():
    blocks = curriculum(LARGE).blocks
    assert [len(block) for block in blocks] == [3, 3, 2, 2]
    assert [part.skills for part in plan(LARGE).parts] == [*blocks, ()]
    assert names(LARGE) == [f"course/{n}" for n in range(1, 6)]
    assert plan(LARGE).parts[0].title == "Public acts, whose word it is and what was checked"
    assert all(part.lesson is None for part in plan(LARGE).parts)


def test_a_small_pack_has_none():
    small = pack(*CLAIMS)
    assert plans(small, curriculum(small)) == ()
    assert plans(pack(), curriculum(pack())) == ()


@few
@given(packs(max_claims=60))
def test_a_course_has_five_or_six_parts(small):
    for one in plans(small, curriculum(small)):
        assert 5 <= len(one.parts) <= 6
        assert all(2 <= len(part.skills) <= 3 for part in one.parts[:-1] if part.skills)


def test_somebody_new_begins_at_once():
    here = place(plan(), {}, TODAY)
    assert (here.done, here.number, here.next.name, here.opens) == (0, 1, "before", None)


def test_the_next_part_opens_on_another_day():
    here = place(plan(), {"before": TODAY}, TODAY)
    assert (here.done, here.number, here.next.name, here.opens) == (1, 2, "two", TODAY + DAY)
    assert place(plan(), {"before": TODAY}, TODAY + DAY).opens is None
    assert place(plan(), {"before": TODAY - 9 * DAY}, TODAY).opens is None


def test_parts_that_were_played_as_lessons_count():
    played = {"one": TODAY - DAY, "round": TODAY}
    here = place(plan(), played, TODAY)
    assert (here.done, here.next.name, here.opens) == (1, "before", None)
    here = place(plan(), played | {"before": TODAY, "two": TODAY}, TODAY)
    assert (here.done, here.number, here.next.name) == (3, 4, "after")


def test_the_end():
    here = place(plan(), dict.fromkeys(names(), TODAY), TODAY)
    assert (here.done, here.number, here.next, here.opens) == (4, 4, None, None)


def test_what_tests_and_lessons_ask_is_held_back_with_what_questions_stand_on():
    refs = ("c0", "c1", "c2", "c3", "c4", "c5", "q")
    assert held_back(WRITTEN) == {f"small/{ref}" for ref in refs}
    assert held_back(pack(*CLAIMS, SETS[0])) == frozenset()


def test_which_rounds_are_tests():
    assert [is_test(WRITTEN, name) for name in ("before", "after", "one", "round")] == [
        True,
        True,
        False,
        False,
    ]


# Comparing


def given_(right, *skills, **changes):
    return [answered(f"c{n}", right, skill=s, **changes) for n, s in enumerate(skills)]


def test_a_test_after_beside_the_one_before():
    before = [*given_(True, "word", "quote"), *given_(False, "scope", "date", "hedge")]
    after = [*given_(True, "word", "scope", "date"), *given_(False, "quote", "hedge")]
    made = compare(before, after)
    assert (made.before.right, made.before.answers) == (2, 5)
    assert (made.after.right, made.after.answers) == (3, 5)
    assert made.gained == ("scope", "date")
    assert made.lost == ("quote",)
    assert made.hard == ("hedge",)
    assert sentences(made) == [
        "Before: 2 of 5. Now: 3 of 5.",
        "Better now: what was checked, days.",
        "Better before: exact words.",
        "Hard both times: small words.",
        "A difference of one or two can be chance.",
    ]


def test_being_sure_is_compared_where_it_was_asked_both_times():
    before = given_(False, "word", confidence="sure") + given_(True, "scope", confidence="sure")
    after = given_(True, "word", confidence="sure") + given_(True, "scope", confidence="guess")
    told = "When you were sure: 1 of 2 right before, 1 of 1 now."
    assert told in sentences(compare(before, after))
    assert not any("sure" in one for one in sentences(compare(before, after[1:])))


@pytest.mark.parametrize(("more", "told"), [(2, True), (3, False)])
def test_a_small_difference_may_be_chance(more, told):
    before = given_(False, *["word"] * 9)
    after = given_(True, *["word"] * more) + given_(False, *["word"] * (9 - more))
    assert (
        "A difference of one or two can be chance." in sentences(compare(before, after))
    ) == told


@given(answers(), answers())
def test_every_skill_of_both_is_in_one_list_at_most(before, after):
    made = compare(before, after)
    every = [*made.gained, *made.lost, *made.hard]
    assert len(every) == len(set(every))
    asked = {a.skill for a in before} & {a.skill for a in after}
    assert set(every) <= asked
    assert sentences(made)[0].startswith("Before: ")


@given(answers())
def test_the_same_answers_twice_are_no_change(same):
    made = compare(same, same)
    assert made.gained == made.lost == ()
