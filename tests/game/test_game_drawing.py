"""Which items make a round."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from answer_samples import NOON, answered
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import claim, few, five_speakers, pack, packs, question, quote

from quizgame.game.agenda import Agenda, agenda
from quizgame.game.chance import shuffled
from quizgame.game.corrections import open_corrections
from quizgame.game.curriculum import curriculum
from quizgame.game.drawing import SIZE, draw, draw_corrections, draw_daily
from quizgame.game.grading import skill_of
from quizgame.game.items import claim_of, subjects
from quizgame.game.kinds import KINDS
from quizgame.game.skills import SKILLS

seeds = st.integers(0, 10_000)
sizes = st.integers(0, 8)
VERDICTS = {"two-way", "five-way"}


class OnlyRandom:
    """A generator that has nothing but `random()`."""

    def __init__(self, seed):
        self.random = Random(seed).random


def plain(name, status, **changes):
    """A claim that gives nothing but verdict items: no cue, no speaker."""
    said = quote(f"It is {name}, they say.", status=status, who="")
    return claim(name, status, [said], **changes)


def facts(number, **changes):
    return [plain(f"fact-{n}", "confirmed", **changes) for n in range(number)]


def words(number, **changes):
    return [plain(f"word-{n}", "alleged", **changes) for n in range(number)]


def refs(drawn):
    return [item.ref for item in drawn]


def confirmed(of, drawn):
    return sum(claim_of(of, i)[1].status == "confirmed" for i in drawn if i.kind in VERDICTS)


def past_of(*names, right=True, **changes):
    return [answered(name, right, **changes) for name in names]


def at_level(level):
    """Answers about nothing in the pack that bring a player to a level."""
    return past_of(*["elsewhere"] * (10 * (level - 1)))


histories = st.lists(
    st.builds(answered, st.sampled_from([f"c{n}" for n in range(14)]), st.booleans()), max_size=25
)


@few
@given(packs(), histories, seeds, sizes)
def test_the_same_again(small, past, seed, size):
    one, two = (draw(small, past, Random(seed), size=size) for _ in range(2))
    assert one == two == draw(small, past, OnlyRandom(seed), size=size)


@few
@given(packs(), histories, seeds, sizes)
def test_no_claim_comes_twice(small, past, seed, size):
    drawn = draw(small, past, Random(seed), size=size)
    used = [name for item in drawn for name in subjects(small, item)]
    assert len(used) == len(set(used))


@few
@given(packs(), histories, seeds, sizes)
def test_only_items_of_the_pack(small, past, seed, size):
    every = {item for kind in KINDS.values() for item in kind.items(small)}
    assert every.issuperset(draw(small, past, Random(seed), size=size))


@few
@given(packs(max_questions=0), seeds, sizes)
def test_a_round_is_full_if_the_pack_has_enough(small, seed, size):
    possible = {item.ref for item in KINDS["two-way"].items(small)}
    assert len(draw(small, [], Random(seed), size=size)) == min(size, len(possible))


@few
@given(packs(), histories, seeds)
def test_what_is_sensitive_can_be_switched_off(small, past, seed):
    drawn = draw(small, past, Random(seed), sensitive=False)
    for name in refs(drawn):
        about = [name] if name in small.claims else small.questions[name].claims
        assert not any(small.claims[ref].sensitive for ref in about)
        assert name in small.claims or not small.questions[name].sensitive


def test_what_is_sensitive_comes_if_nobody_minds():
    small = pack(*facts(1, sensitive=True), question("q", sensitive=True))
    assert len(draw(small, [], Random(1))) == 2
    assert draw(small, [], Random(1), sensitive=False) == ()


@pytest.mark.parametrize("past", [[], at_level(2)])
@pytest.mark.parametrize("size", range(-1, 4))
def test_an_empty_pack(past, size):
    assert draw(pack(), past, Random(1), size=size) == ()


@pytest.mark.parametrize("size", range(5))
def test_small_rounds_of_an_old_hand(size):
    small = pack(*facts(3), *five_speakers(), question("q"))
    for seed in range(20):
        assert len(draw(small, at_level(2), Random(seed), size=size)) == size


# Balance


@few
@given(packs(sides_only=True, max_questions=0), seeds, st.integers(1, 8))
def test_half_of_the_verdicts_are_confirmed(small, seed, size):
    sides = [c.status == "confirmed" for c in small.claims.values()]
    half = (size + 1) // 2
    if min(sides.count(True), sides.count(False)) < half:
        return
    assert confirmed(small, draw(small, [], Random(seed), size=size)) in {size // 2, half}


@given(seeds, st.integers(0, 25), st.integers(0, 3))
def test_the_balance_holds_beside_other_kinds(seed, answers, questions):
    """The questions may stand on the very claims that are asked, or be too few."""
    small = pack(
        *facts(5),
        *words(5),
        *five_speakers()[:4],
        *(question(f"q{n}", claims=("fact-0", f"word-{n}")) for n in range(questions)),
    )
    drawn = draw(small, past_of(*["elsewhere"] * answers), Random(seed))
    verdicts = [item for item in drawn if item.kind in VERDICTS]
    assert len(drawn) == SIZE
    assert 0.4 <= confirmed(small, drawn) / len(verdicts) <= 0.6


def test_an_odd_half_falls_to_both_sides():
    small = pack(*facts(5), *words(5))
    counts = [confirmed(small, draw(small, [], Random(s), size=5)) for s in range(60)]
    assert set(counts) == {2, 3}
    assert 15 < counts.count(2) < 45


def test_where_one_side_is_short_questions_fill_up():
    small = pack(*facts(1), *words(9), *(question(f"q{n}") for n in range(9)))
    for seed in range(20):
        drawn = draw(small, [], Random(seed), size=4)
        assert confirmed(small, drawn) == 1
        assert len(drawn) == 4
        assert sum(item.kind == "two-way" for item in drawn) <= 3


def test_where_questions_are_short_too_the_other_side_does():
    small = pack(*facts(1), *words(9), question("q"))
    assert len(draw(small, [], Random(1), size=6)) == 6


# Contrast


@given(st.lists(st.sampled_from(["none", "one", "other", "both"]), max_size=5), seeds)
def test_fresh_pairs_stand_side_by_side(named_by, seed):
    """Whichever of the two names the other, and whoever comes first."""
    paired = []
    for n, by in enumerate(named_by):
        one = claim(f"a{n}", "confirmed", contrast=f"b{n}" if by in {"one", "both"} else None)
        other = claim(f"b{n}", contrast=f"a{n}" if by in {"other", "both"} else None)
        paired += [one, other]
    drawn = refs(draw(pack(*facts(3), *paired, *words(3)), [], Random(seed)))
    for n, by in enumerate(named_by):
        if by != "none" and {f"a{n}", f"b{n}"} <= set(drawn):
            assert abs(drawn.index(f"a{n}") - drawn.index(f"b{n}")) == 1


def test_a_pair_comes_together():
    small = pack(claim("fact", "confirmed", contrast="word"), claim("word"), *facts(9), *words(9))
    together = apart = 0
    for seed in range(200):
        drawn = refs(draw(small, [], Random(seed)))
        if "fact" in drawn and "word" in drawn:
            together += 1
            assert abs(drawn.index("fact") - drawn.index("word")) == 1
        elif "fact" in drawn or "word" in drawn:
            apart += 1
    assert together > 40
    assert apart < together


def test_a_pair_of_one_side_is_a_pair_too():
    small = pack(claim("one", contrast="two"), claim("two"), *facts(9))
    drawn = refs(draw(small, [], Random(3), size=4))
    assert abs(drawn.index("one") - drawn.index("two")) == 1


@pytest.mark.parametrize("hard", [{"level": 4}, {"level": 2}])
def test_a_pair_brings_nothing_too_hard(hard):
    small = pack(*facts(6, contrast="hard"), claim("hard", **hard), *words(6))
    for seed in range(50):
        assert "hard" not in refs(draw(small, [], Random(seed)))


def test_a_pair_brings_nothing_that_is_known():
    small = pack(*facts(6, contrast="known"), claim("known"), *words(6))
    for seed in range(50):
        assert "known" not in refs(draw(small, past_of("known"), Random(seed)))


# Freshness, levels, corrections


def test_fresh_items_come_first():
    small = pack(*facts(6), *words(6))
    seen = ["fact-0", "fact-1", "fact-2", "word-3", "word-4", "word-5"]
    for seed in range(50):
        drawn = draw(small, past_of(*seen), Random(seed))
        assert set(refs(drawn)).isdisjoint(seen)


def test_the_least_seen_come_next():
    small = pack(*facts(6), *words(6))
    every = list(small.claims)
    for seed in range(50):
        drawn = draw(small, past_of(*every, *every[:3], *every[6:9]), Random(seed))
        assert set(refs(drawn)) == {*every[3:6], *every[9:]}


def test_a_claim_is_known_however_it_was_asked():
    small = pack(*facts(6), *words(6))
    past = [answered(f"fact-{n}", kind="five-way", item=f"small/fact-{n}?source@x") for n in (1, 2)]
    for seed in range(50):
        assert {"fact-1", "fact-2"}.isdisjoint(refs(draw(small, past, Random(seed))))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_nothing_above_the_player_while_there_is_something_fresh(level):
    small = pack(
        *(claim(f"fact-{n}", "confirmed", level=1 + n // 3) for n in range(12)),
        *(claim(f"word-{n}", "alleged", level=1 + n // 3) for n in range(12)),
    )
    for seed in range(50):
        drawn = draw(small, at_level(level), Random(seed))
        assert all(small.claims[name].level <= level for name in refs(drawn))


def test_something_just_below_is_no_harm_but_the_player_s_own_level_comes_first():
    small = pack(
        *(claim(f"fact-{level}", "confirmed", level=level) for level in (1, 2, 3)),
        *(claim(f"word-{level}", "alleged", level=level) for level in (1, 2, 3)),
    )
    own = sum(
        small.claims[name].level == 3
        for seed in range(100)
        for name in refs(draw(small, at_level(3), Random(seed), size=2))
    )
    assert 130 < own < 200


def test_a_waiting_rule_comes_forward():
    small = pack(*facts(9), *words(9), claim("waits", skill="scope", level=3))
    past = past_of("elsewhere", right=False, skill="scope")
    for seed in range(50):
        assert "waits" in refs(draw(small, past, Random(seed), todo(small, past)))


def test_a_rule_that_was_made_good_does_not_wait():
    past = past_of("elsewhere", right=False, skill="scope")
    assert todo(TWELVE, past).corrections == {"scope": 1}
    past += past_of("somewhere", skill="scope", round="r2")
    assert todo(TWELVE, past).waiting == 0


# What is due, what is new


def taught(**skills):
    """A pack with so many claims of each skill, half of them confirmed."""
    return pack(
        *(
            claim(f"{skill}-{n}", "confirmed" if n % 2 else "alleged", skill=skill)
            for skill, many in skills.items()
            for n in range(many)
        )
    )


TWELVE = taught(**dict.fromkeys(SKILLS, 8))


def todo(of, past, days=0):
    return agenda(curriculum(of), past, NOON.date() + timedelta(days))


def skills_of(drawn, of=TWELVE):
    return Counter(of.claims[item.ref].skill for item in drawn)


def met(*skills, times=3):
    return [answered(f"elsewhere-{n}", skill=s) for s in skills for n in range(times)]


def test_somebody_new_meets_the_first_block_and_nothing_else():
    for seed in range(30):
        drawn = draw(TWELVE, [], Random(seed), todo(TWELVE, []))
        assert skills_of(drawn) == {"record": 2, "word": 2, "scope": 2}


def test_then_comes_the_next_block_and_the_known_ones_are_mixed_in_when_they_are_due():
    past = met("record", "word", "scope")
    for seed in range(30):
        fresh = skills_of(draw(TWELVE, past, Random(seed), todo(TWELVE, past)))
        assert fresh == {"silence": 2, "belief": 2, "hedge": 2}
        mixed = skills_of(draw(TWELVE, past, Random(seed), todo(TWELVE, past, days=9)))
        assert mixed == dict.fromkeys(["record", "word", "scope", *fresh], 1)


def test_when_all_are_known_the_due_ones_come_mixed():
    sure = {s: "" if s in ("date", "quote") else "sure" for s in SKILLS}
    past = [answered("x", skill=s, confidence=sure[s]) for s in SKILLS for _ in range(3)]
    assert todo(TWELVE, past, days=2).due == ("date", "quote")
    for seed in range(30):
        drawn = skills_of(draw(TWELVE, past, Random(seed), todo(TWELVE, past, days=2)))
        assert {"date", "quote"} <= set(drawn)
        assert len(drawn) >= 4


def test_a_skill_does_not_crowd_out_the_others():
    past = [answered("x", skill=s) for s in SKILLS for _ in range(3)]
    for seed in range(30):
        drawn = skills_of(draw(TWELVE, past, Random(seed), todo(TWELVE, past)))
        assert max(drawn.values()) <= 2


def test_within_a_skill_too_each_side_comes_in_turn():
    past = [answered(f"e{n}", skill="word", status="confirmed") for n in range(4)]
    small = taught(word=8, scope=8)
    sides = Counter()
    for seed in range(50):
        for item in draw(small, past, Random(seed)):
            made = small.claims[item.ref]
            sides[made.skill, made.status] += 1
    assert sides["word", "alleged"] > 2 * sides["word", "confirmed"]


@few
@given(packs(), histories, seeds, st.integers(0, 3))
def test_an_agenda_breaks_no_promise(small, past, seed, days):
    """No claim twice, full if possible, and half confirmed where both sides have enough."""
    plan = todo(small, past, days)
    drawn = draw(small, past, Random(seed), plan)
    used = [name for item in drawn for name in subjects(small, item)]
    assert len(used) == len(set(used))
    assert drawn == draw(small, past, Random(seed), plan)
    assert len(drawn) >= min(SIZE, len({i.ref for i in KINDS["two-way"].items(small)}) - 2)


def test_what_is_held_back_waits_for_its_day():
    small = pack(*facts(7), *words(7))
    held = frozenset({"small/fact-0", "small/word-0"})
    for seed in range(50):
        drawn = refs(draw(small, [], Random(seed), Agenda(held_back=held)))
        assert {"fact-0", "word-0"}.isdisjoint(drawn)
    least = pack(*facts(1), *words(1))
    assert len(draw(least, [], Random(1), Agenda(held_back=held))) == 2


# Corrections


def test_a_round_of_corrections_has_two_fresh_claims_for_each():
    past = [answered("headline-0", right=False, skill="headline")]
    for seed in range(30):
        drawn = draw_corrections(TWELVE, past, Random(seed), todo(TWELVE, past))
        assert skills_of(drawn) == {"headline": 2}
        assert confirmed(TWELVE, drawn) == 1
        assert "headline-0" not in refs(drawn)


def test_corrections_of_several_rules_and_not_more_than_a_round():
    past = [answered(f"{s}-{n}", right=False, skill=s) for s in ("word", "date") for n in range(3)]
    drawn = draw_corrections(TWELVE, past, Random(1), todo(TWELVE, past))
    assert len(drawn) == SIZE
    assert set(skills_of(drawn)) == {"word", "date"}
    assert set(refs(drawn)).isdisjoint(f"{s}-{n}" for s in ("word", "date") for n in range(3))


def test_no_corrections_no_round():
    assert draw_corrections(TWELVE, [], Random(1), todo(TWELVE, [])) == ()


def test_a_correction_that_the_pack_cannot_strike_out_does_not_wait_there():
    small = taught(word=1)
    past = [answered("word-0", right=False, skill="word")]
    assert todo(small, past).waiting == 0
    assert todo(TWELVE, past).waiting == 1


@few
@given(packs(), histories, seeds)
def test_what_is_drawn_for_corrections_can_strike_one_out(small, past, seed):
    drawn = draw_corrections(small, past, Random(seed), todo(small, past))
    for item in drawn:
        right = answered(skill=skill_of(small, item), round="later", item=str(item))
        before, after = (len(open_corrections(given)) for given in (past, [*past, right]))
        assert after < before


# The daily round


def test_the_daily_round_is_the_same_for_everybody_and_full():
    one = draw_daily(TWELVE, Random("a day"))
    assert one == draw_daily(TWELVE, OnlyRandom("a day"))
    assert len(one) == SIZE
    assert one != draw_daily(TWELVE, Random("another day"))


def test_the_daily_round_has_nothing_that_somebody_may_have_switched_off():
    small = pack(*facts(5), *words(5, sensitive=True))
    for seed in range(20):
        assert all(name.startswith("fact") for name in refs(draw_daily(small, Random(seed))))


def test_the_daily_round_is_of_every_level():
    small = pack(
        *(claim(f"f{n}", "confirmed", level=1 + n % 4, skill=None) for n in range(12)),
        *(claim(f"w{n}", "alleged", level=1 + n % 4, skill=None) for n in range(12)),
    )
    levels = Counter(
        small.claims[name].level
        for seed in range(40)
        for name in refs(draw_daily(small, Random(seed)))
    )
    assert set(levels) == {1, 2, 3, 4}
    assert min(levels.values()) > 30


# Kinds


def test_new_players_get_verdicts_only():
    small = pack(*facts(9), *five_speakers(), question("q"))
    for answers in range(10):
        drawn = draw(small, past_of(*["elsewhere"] * answers), Random(answers))
        assert {item.kind for item in drawn} == {"two-way"}


def test_later_two_other_kinds_come_once_each():
    heard = [claim(f"heard-{n}") for n in range(2)]
    small = pack(*facts(9), *five_speakers(), *heard, question("q"), question("r"))
    met = set()
    for seed in range(30):
        kinds = [item.kind for item in draw(small, past_of(*["elsewhere"] * 10), Random(seed))]
        others = [kind for kind in kinds if kind != "two-way"]
        assert len(set(others)) == len(others) == 2
        met |= set(others)
    assert met == {"choice", "source", "cue"}


@pytest.mark.parametrize(("level", "kind"), [(1, "two-way"), (4, "two-way"), (5, "five-way")])
def test_five_ways_from_the_fifth_level_on(level, kind):
    small = pack(*facts(9), plain("view", "analysis"), *words(3))
    for seed in range(20):
        drawn = draw(small, at_level(level), Random(seed))
        assert {item.kind for item in drawn} == {kind}


def test_every_order_comes():
    small = pack(*facts(1), *words(1), question("q"))
    orders = {tuple(refs(draw(small, [], Random(seed)))) for seed in range(60)}
    assert len(orders) == 6


def test_another_seed_is_another_round():
    small = pack(*facts(9), *words(9))
    assert len({draw(small, [], Random(seed)) for seed in range(50)}) > 45


def test_any_quote_of_a_claim_may_be_shown():
    both = [quote(), quote(id="herald", article="herald")]
    small = pack(*(claim(f"word-{n}", quotes=both) for n in range(3)))
    drawn = [draw(small, [], Random(seed), size=1)[0].quote for seed in range(40)]
    assert set(drawn) == {"gazette", "herald"}


# Lots


@given(st.lists(st.integers()), seeds)
def test_shuffling_keeps_everything(values, seed):
    before = list(values)
    assert sorted(shuffled(values, OnlyRandom(seed))) == sorted(before)
    assert values == before


def test_every_order_is_as_likely():
    rng = Random(1)
    orders = [tuple(shuffled("abc", rng)) for _ in range(1200)]
    assert len(set(orders)) == 6
    assert all(140 < orders.count(order) < 260 for order in set(orders))


def test_lots_are_the_same_on_every_python():
    assert shuffled(range(10), Random(2026)) == shuffled(range(10), OnlyRandom(2026))
    assert "".join(shuffled("confirmed", Random(7))) == "mfredcion"
