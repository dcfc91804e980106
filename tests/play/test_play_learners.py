"""Learners who practise for weeks: who learns comes on, and who only pretends does not."""

from collections import Counter
from datetime import timedelta

import pytest
from learners import Alleged, Coin, Learner, School

from quizgame.game import levels
from quizgame.game.deck import VERDICTS
from quizgame.game.history import kind, subject
from quizgame.game.items import claim_of, parse, subjects
from quizgame.game.mastery import mastery, offers

WEAK = ("scope", "date")


@pytest.fixture(scope="module")
def school(shipped, tmp_path_factory):
    """Opens a school for a learner, who has played the first session."""

    def opened(learner):
        one = School(shipped, learner, tmp_path_factory.mktemp("school"))
        one.play(one.dealer.first_session())
        return one

    return opened


@pytest.fixture(scope="module")
def weeks(school):
    """Somebody who finds two rules hard, after a hundred rounds on fifty days."""
    one = school(Learner(seed=3, weak=WEAK))
    one.days(50, rounds=2)
    return one


def mastered(one):
    made = mastery(one.player.answers, offers(one.pack))
    return sum(skill.mastered for skill in made.values())


def verdicts(one, sitting):
    items = [parse(written, one.pack) for written in sitting.round.items]
    return [claim_of(one.pack, i)[1].status == "confirmed" for i in items if i.kind in VERDICTS]


def test_rounds_stay_full_and_balanced_over_a_hundred_of_them(weeks):
    assert len(weeks.rounds) == 101
    for sitting in weeks.rounds[1:]:
        items = [parse(written, weeks.pack) for written in sitting.round.items]
        sides = verdicts(weeks, sitting)
        used = [name for item in items for name in subjects(weeks.pack, item)]
        assert len(items) == 6
        assert 0.4 <= sum(sides) / len(sides) <= 0.6
        assert len(used) == len(set(used))
        assert len(items) - len(sides) <= 2


def test_weak_skills_come_back_sooner(school):
    """One round a day for forty days; the rules that stay hard are asked half as often again."""
    one = school(Learner(seed=1, weak=WEAK))
    one.days(40)
    asked = Counter(answer.skill for answer in one.player.answers)
    others = [number for skill, number in asked.items() if skill not in WEAK]
    assert sum(asked[skill] for skill in WEAK) / 2 > 1.4 * sum(others) / len(others)
    assert min(asked[skill] for skill in WEAK) > sum(others) / len(others)


def test_who_learns_comes_on(weeks):
    assert mastered(weeks) >= 10
    assert levels.of_player(weeks.player.answers) == levels.HIGHEST
    assert weeks.points > 3000


def test_the_whole_pack_is_met_before_sentences_come_often(weeks):
    seen = Counter(subject(answer.item) for answer in weeks.player.answers)
    assert len(seen) > 0.8 * (len(weeks.pack.claims) + len(weeks.pack.questions))
    assert max(seen.values()) <= 8


def test_new_rules_come_in_blocks(school):
    """Somebody who misses nothing meets each rule with its block, and block after block."""
    one = school(Learner(seed=5, start=1.0))
    known = {answer.skill for answer in one.player.answers}
    one.days(9, rounds=2)
    first = {}
    for number, sitting in enumerate(one.rounds[1:]):
        for answer in sitting.given:
            first.setdefault(answer.skill, number)
    blocks = [[first[s] for s in block if s not in known] for block in one.dealer.trained.blocks]
    assert [max(block) for block in blocks[:3]] < [min(block) for block in blocks[1:]]
    assert blocks[0] == [0] * len(blocks[0])


@pytest.mark.parametrize(
    "pretender",
    [Alleged(seed=1), Coin(seed=2, said="sure"), Coin(seed=3, said="fairly")],
    ids=["always alleged", "a coin, sure", "a coin, fairly sure"],
)
def test_pretending_earns_neither_points_nor_mastery(school, pretender):
    one = school(pretender)
    one.days(20, rounds=2)
    assert one.points < 0
    assert mastered(one) == 0
    assert levels.of_player(one.player.answers) <= 2


def test_an_honest_guess_earns_nothing_and_costs_nothing(school):
    one = school(Coin(seed=4, said="guess"))
    one.days(10)
    assert one.points == 0
    assert mastered(one) == 0


def test_a_course_does_not_exhaust_the_pack(school):
    """A part a day, and a drawn round beside it; parts ask nothing that rounds have asked."""
    one = school(Learner(seed=6))
    first = {subject(answer.item) for answer in one.player.answers}
    days = 0
    while (place := one.dealer.courses()[0]).next:
        assert place.opens is None
        known = {subject(answer.item) for answer in one.player.answers}
        one.play(one.dealer.play_part(place.next))
        assert {subject(answer.item) for answer in one.rounds[-1].given} & known <= first
        place = one.dealer.courses()[0]
        assert place.opens == (one.now.date() + timedelta(days=1) if place.next else None)
        one.play(one.dealer.new_round())
        one.now += timedelta(days=1)
        days += 1
    seen = Counter(subject(a.item) for sitting in one.rounds[1:] for a in sitting.given)
    assert days == 8
    assert len(seen) < 0.7 * (len(one.pack.claims) + len(one.pack.questions))
    assert sum(times > 1 for times in seen.values()) < 0.15 * len(seen)
    before, after = (one.rounds[n].given for n in (1, 15))
    assert sum(a.right for a in after) > sum(a.right for a in before)


def test_the_kinds_that_ask_no_verdict_stay_few(weeks):
    kinds = Counter(kind(answer.item) for answer in weeks.player.answers)
    assert sum(kinds[name] for name in VERDICTS) >= 2 / 3 * kinds.total()
