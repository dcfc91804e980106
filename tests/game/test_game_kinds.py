"""What a player sees of each kind of question: never the key."""

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import claim, few, five_speakers, pack, packs, question, quote

from quizgame.game import grading, marking
from quizgame.game.items import claim_of, parse
from quizgame.game.kinds import KINDS, choice
from quizgame.packs.pack import Option
from quizgame.text import STATUSES

seeds = st.integers(0, 99)


def asked(small, written, seed=1):
    return grading.ask(small, parse(written, small), Random(seed))


def words_in(value):
    """Every text in a value made of dataclasses."""
    if is_dataclass(value):
        for field in fields(value):
            yield from words_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from words_in(part)
    elif isinstance(value, str):
        yield value


def with_status(status, **changes):
    told = quote("The Mayor says so, perhaps.", hedges=("perhaps",), status=status)
    secret = {"why": "SECRET", "lifts": "SECRET", "headline": "SECRET", "skill": "word"}
    return pack(claim("it", status, [told], **(secret | changes)), *five_speakers())


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("other", STATUSES)
def test_five_way_looks_the_same_whatever_the_key(status, other):
    one, two = (asked(with_status(s), "it?five-way") for s in (status, other))
    assert one == two


@pytest.mark.parametrize("also", [(), ("alleged",), ("confirmed", "denied")])
@pytest.mark.parametrize("status", ["confirmed", "alleged", "denied"])
def test_two_way_looks_the_same_whatever_the_key(status, also):
    one = asked(with_status("alleged"), "it?two-way")
    assert asked(with_status(status, also_accept=also, skill="scope"), "it?two-way") == one


@few
@given(packs(), seeds)
def test_nothing_tells_what_the_author_thinks(small, seed):
    """Two packs that differ only in what explains the answers ask the same."""
    told = replace(
        small,
        claims={
            name: replace(c, why="SECRET", lifts="SECRET", headline="SECRET", skill=None)
            for name, c in small.claims.items()
        },
        questions={
            name: replace(q, why="SECRET", skill=None) for name, q in small.questions.items()
        },
    )
    for kind in KINDS.values():
        for item in kind.items(small):
            one, two = (grading.ask(of, item, Random(seed)) for of in (small, told))
            assert one == two
            assert "SECRET" not in "".join(words_in(two))


@few
@given(packs(), seeds)
def test_passages_come_unmarked(small, seed):
    for kind in KINDS.values():
        for item in kind.items(small):
            assert not any(p.marks for p in grading.ask(small, item, Random(seed)).passages)


@few
@given(packs(), seeds)
def test_choices_can_be_told_apart_and_hold_the_key(small, seed):
    for name, kind in KINDS.items():
        for item in kind.items(small) if kind.SHAPE == "pick" else ():
            seen = grading.ask(small, item, Random(seed))
            ids = [one.id for one in seen.choices]
            slots = [one.slot for one in seen.choices]
            assert len(set(ids)) == len(ids) > 1
            assert len(set(slots)) == len(slots)
            assert set(kind.answers(small, item)) <= set(ids)
            assert set(kind.answers(small, item)) != set(ids)
            assert (seen.item, seen.kind) == (str(item), name)


@few
@given(packs(), seeds)
def test_words_can_be_marked_and_the_key_is_among_them(small, seed):
    for name, kind in KINDS.items():
        for item in kind.items(small) if kind.SHAPE == "mark" else ():
            seen = grading.ask(small, item, Random(seed))
            text = seen.passages[0].text
            assert (seen.shape, seen.choices, seen.kind) == ("mark", (), name)
            assert seen.words == marking.words(text)
            (key,) = kind.answers(small, item)
            assert grading.grade(small, item, key).right
            assert not grading.grade(small, item, f"{text}@0").right
            assert seen.answer_text(key) in text


@few
@given(packs(), seeds)
def test_the_order_follows_from_the_seed_alone(small, seed):
    for kind in KINDS.values():
        for item in kind.items(small):
            one, two = (grading.ask(small, item, Random(seed)) for _ in range(2))
            assert one == two


def test_verdicts_are_always_in_the_same_order(shipped):
    for name, order in (("two-way", STATUSES[:2]), ("five-way", STATUSES)):
        for item in KINDS[name].items(shipped):
            for seed in range(3):
                choices = grading.ask(shipped, item, Random(seed)).choices
                assert tuple(one.id for one in choices) == order


def test_slots():
    small = with_status("alleged")
    assert [c.slot for c in asked(small, "it?two-way").choices] == ["confirmed", "alleged"]
    assert [c.slot for c in asked(small, "it?five-way").choices] == list("12345")
    assert [c.slot for c in asked(small, "it?source").choices] == list("1234")


@pytest.mark.parametrize("written", ["why", "by-mayor?source"])
def test_options_come_in_every_order_equally_often(written):
    small = pack(question("why"), *five_speakers())
    key = grading.grade(small, parse(written, small), "").answers[0]
    places = Counter(
        next(c.slot for c in asked(small, written, seed).choices if c.id == key)
        for seed in range(800)
    )
    assert sorted(places) == list("1234")
    assert all(150 < times < 250 for times in places.values())


def test_verdicts_are_asked_of_quotes_that_assert_or_check():
    roles = ("asserts", "checks", "rejects", "repeats")
    small = pack(claim("it", quotes=[quote(id=role, role=role) for role in roles]))
    for kind in ("two-way", "five-way"):
        assert [item.quote for item in KINDS[kind].items(small)] == ["asserts", "checks"]


@pytest.mark.parametrize("status", STATUSES)
def test_two_way_is_for_statuses_with_a_side(status):
    two_way = list(KINDS["two-way"].items(with_status(status)))
    assert any(item.ref == "it" for item in two_way) == (status in STATUSES[:3])


# Who says so?


@few
@given(packs(), seeds)
def test_rivals_do_not_stand_behind_the_claim(small, seed):
    for item in KINDS["source"].items(small):
        claim_, quote_ = claim_of(small, item)
        names = [one.id for one in grading.ask(small, item, Random(seed)).choices]
        behind = {q.who for q in claim_.quotes if q.role != "rejects"}
        assert len(names) == 4
        assert quote_.who in names
        assert (set(names) - {quote_.who}).isdisjoint(behind | {""})


def test_rivals_of_the_shipped_pack(shipped):
    items = list(KINDS["source"].items(shipped))
    assert len(items) > 25
    for item in items:
        claim_, quote_ = claim_of(shipped, item)
        for seed in range(5):
            names = {c.id for c in grading.ask(shipped, item, Random(seed)).choices}
            rivals = names - {quote_.who}
            assert len(rivals) == 3
            assert rivals.isdisjoint(q.who for q in claim_.quotes if q.role != "rejects")


def test_rivals_speak_in_the_same_article_if_enough_do():
    near = five_speakers()[:4]
    far = [
        claim(f"far-{n}", quotes=[quote(f"The {n} says so.", who=n, id="h", article="herald")])
        for n in ("Army", "Church", "Court", "Bank")
    ]
    small = pack(*far, *near)
    for seed in range(20):
        names = {c.id for c in asked(small, "by-mayor?source", seed).choices}
        assert names == {"Mayor", "Baker", "Police", "Union"}


def test_who_rejects_it_may_be_a_rival():
    said = [quote("The Mayor says so."), quote("No.", id="no", role="rejects", who="Baker")]
    small = pack(claim("it", "denied", said), *five_speakers()[2:4])
    assert {c.id for c in asked(small, "it?source").choices} == {
        "Mayor",
        "Baker",
        "Police",
        "Union",
    }


def test_with_too_few_rivals_nobody_is_asked():
    assert list(KINDS["source"].items(pack(*five_speakers()[:3]))) == []
    assert len(list(KINDS["source"].items(pack(*five_speakers()[:4])))) == 4


@pytest.mark.parametrize(
    "changes", [{"who": ""}, {"source": ""}, {"role": "checks"}, {"role": "rejects"}]
)
def test_speakers_are_asked_for_only_where_one_is_named(changes):
    small = pack(claim("it", quotes=[quote(**changes)]), *five_speakers())
    assert "it" not in {item.ref for item in KINDS["source"].items(small)}


# Multiple choice


def test_choice_offers_the_author_s_options():
    small = pack(question("why"))
    assert {c.text for c in asked(small, "why").choices} == {
        "Right",
        "Wrong 0",
        "Wrong 1",
        "Wrong 2",
    }
    assert asked(small, "why").statement == "What is why?"


def test_an_option_is_known_by_its_id():
    own = question("why", answer=Option("yes", "Yes, it is"))
    assert grading.grade(pack(own), parse("why", pack(own)), "yes").right


def test_evidence_is_the_question_s_own_or_the_first_of_its_claims():
    own = (quote("Its own.", id="own"),)
    shy = claim("shy", quotes=[quote("No.", id="n", role="rejects"), quote("Yes.", id="y")])
    small = pack(claim("one"), claim("two"), claim("three"), shy)
    assert [q.id for q in choice.evidence(small, question("a", quotes=own, claims=("one",)))] == [
        "own"
    ]
    assert [q.id for q in choice.evidence(small, question("a", claims=("shy",)))] == ["y"]
    assert choice.evidence(small, question("a")) == []
    assert len(choice.evidence(small, question("a", claims=("one", "two", "three")))) == 2
