"""How far a player has come: counts over the answers, and nothing else."""

import pytest
from answer_samples import NOON, answered, answers
from hypothesis import given

from quizgame.game.corrections import corrections
from quizgame.game.levels import of_player
from quizgame.game.skills import SKILLS
from quizgame.insight.progress import RECENT, progress


def skill(past, name="word"):
    return next(one for one in progress(past).skills if one.skill == name)


def marked(marks, **changes):
    """Answers written as `r` (right) and `m` (a miss)."""
    return [answered(right=mark == "r", **changes) for mark in marks]


def test_before_the_first_answer():
    empty = progress([])
    assert (empty.answers, empty.right, empty.days, empty.level) == (0, 0, 0, 1)
    assert (empty.corrections_open, empty.corrections_struck) == (0, 0)
    assert empty.sure == (0, 0)
    assert not any(one.answers or one.steady or one.shaky for one in empty.skills)


def test_all_twelve_skills_in_their_order():
    assert [one.skill for one in progress([answered(skill="quote")]).skills] == list(SKILLS)


def test_answers_without_a_skill_or_with_a_later_one_count_only_in_all():
    told = progress([answered(skill=""), answered(skill="later-version")])
    assert told.answers == 2
    assert sum(one.answers for one in told.skills) == 0


@pytest.mark.parametrize(
    ("marks", "recent", "right", "steady", "shaky"),
    [
        ("", 0, 0, False, False),
        ("mm", 2, 0, False, False),
        ("mmm", 3, 0, False, True),
        ("mmr", 3, 1, False, True),
        ("mrr", 3, 2, False, False),
        ("mmrr", 4, 2, False, False),
        ("rrrr", 4, 4, False, False),
        ("rrrrr", 5, 5, True, False),
        ("rrrrrm", 6, 5, True, False),
        ("rrrrmm", 6, 4, False, False),
        ("mmmmmmrrrrrr", 6, 6, True, False),
        ("rrrrrrmmmmrr", 6, 2, False, True),
        ("rrrrrrmmmrrr", 6, 3, False, False),
    ],
)
def test_only_the_last_six_tell(marks, recent, right, steady, shaky):
    one = skill(marked(marks))
    assert (one.answers, one.recent, one.recent_right) == (len(marks), recent, right)
    assert (one.steady, one.shaky) == (steady, shaky)


def test_skills_do_not_mix():
    past = [*marked("rrr"), *marked("mm", skill="scope")]
    assert (skill(past).recent_right, skill(past, "scope").recent_right) == (3, 0)


def test_how_often_sure_was_right():
    past = [
        *marked("rrm", confidence="sure"),
        *marked("rm", confidence="fairly"),
        *marked("r", confidence="guess"),
        *marked("r"),
    ]
    assert progress(past).sure == (3, 2)


def test_corrections_are_counted():
    past = [
        answered("c0", right=False),
        answered("c1", right=False),
        answered("c2", round="r2"),
    ]
    told = progress(past)
    assert (told.corrections_open, told.corrections_struck) == (1, 1)


def test_days_are_the_player_s_own():
    late = NOON.replace(hour=23, minute=59)
    past = [answered(at=at) for at in (NOON, late, NOON.replace(day=5, hour=0))]
    assert progress(past).days == 2


@given(answers(max_size=60))
def test_the_counts_agree(past):
    told = progress(past)
    assert told.answers == len(past)
    assert told.right + told.corrections_open + told.corrections_struck == len(past)
    assert told.corrections_struck == sum(c.struck is not None for c in corrections(past))
    assert told.level == of_player(past)
    assert told.sure[1] <= told.sure[0] <= told.answers
    assert sum(one.answers for one in told.skills) == sum(a.skill in SKILLS for a in past)
    for one in told.skills:
        assert one.recent_right <= one.recent == min(one.answers, RECENT)
        assert not (one.steady and one.shaky)
