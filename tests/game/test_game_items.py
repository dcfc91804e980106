"""Items and their text form, which is what saves and sets hold."""

from random import Random

import pytest
from answer_samples import answered
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import claim, few, five_speakers, pack, packs, question, quote

from quizgame.game import grading, history
from quizgame.game.items import (
    Item,
    UnknownItemError,
    claim_of,
    first_quote,
    parse,
    question_of,
    subjects,
)
from quizgame.game.kinds import KINDS


def every_item(of):
    return [item for kind in KINDS.values() for item in kind.items(of)]


@few
@given(packs())
def test_what_a_pack_yields_survives_being_written(small):
    for item in every_item(small):
        assert parse(str(item), small) == item
        assert parse(str(item).removeprefix("small/"), small) == item


def test_what_the_shipped_pack_yields_survives_being_written(shipped):
    items = every_item(shipped)
    assert len({str(item) for item in items}) == len(items) > 150
    assert [parse(str(item), shipped) for item in items] == items


SMALL = pack(
    claim("fact", "confirmed"),
    claim("view", "analysis"),
    claim("open", "unknown"),
    claim("no", "denied"),
    claim(
        "many",
        quotes=[
            quote("The union rejects it.", id="first", role="rejects"),
            quote("It is told again.", id="again", role="repeats"),
            quote("The mayor says so.", id="second"),
            quote("The baker says so.", id="third", status="analysis"),
        ],
    ),
    question("why", claims=("fact", "no")),
    *five_speakers(),
)


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("fact", "small/fact?two-way@gazette"),
        ("small/fact", "small/fact?two-way@gazette"),
        ("fact@gazette", "small/fact?two-way@gazette"),
        ("fact?five-way", "small/fact?five-way@gazette"),
        ("no", "small/no?two-way@gazette"),
        ("view", "small/view?five-way@gazette"),
        ("open", "small/open?five-way@gazette"),
        ("many", "small/many?two-way@second"),
        ("many@third", "small/many?five-way@third"),
        ("many?source@second", "small/many?source@second"),
        ("why", "small/why?choice"),
        ("small/why?choice", "small/why?choice"),
    ],
)
def test_defaults_are_filled_in(written, full):
    assert str(parse(written, SMALL)) == full


@pytest.mark.parametrize(
    "written",
    [
        *("", "/", "?", "@", "small/", "a/b/c", "fäct", "\ud800"),
        *("nobody", "other/fact", "fact@nowhere", "Fact", "fact ", "fact\n"),
        *("fact?two way", "fact?@gazette", "many@first?two-way"),
    ],
)
def test_what_is_no_item(written):
    with pytest.raises(UnknownItemError) as error:
        parse(written, SMALL)
    assert "small" in error.value.message
    assert error.value.hint


@pytest.mark.parametrize(
    "written",
    [
        *("fact?riddle", "fact?choice", "view?two-way", "open?two-way", "many@first"),
        *("many@again", "many?five-way@first", "many?source@again", "many?source@first"),
    ],
)
def test_what_can_be_written_but_not_asked(written):
    item = parse(written, SMALL)
    with pytest.raises(UnknownItemError):
        grading.ask(SMALL, item, Random(1))
    with pytest.raises(UnknownItemError):
        grading.grade(SMALL, item, "confirmed")


pieces = st.sampled_from([*"/?@-ab", "small", "fact", "why", "two-way", "choice", "gazette", "\n"])
writings = st.text() | st.lists(pieces, max_size=7).map("".join)


@given(writings)
def test_any_text_is_an_item_or_unknown(written):
    try:
        item = parse(written, SMALL)
        asked = grading.ask(SMALL, item, Random(1))
    except UnknownItemError:
        return
    assert asked.item == str(item)
    assert item.ref in SMALL.claims or item.ref in SMALL.questions


@given(st.text(), st.text(), st.text())
def test_any_item_is_asked_or_unknown(ref, kind, quote_id):
    with pytest.raises(UnknownItemError):
        grading.ask(SMALL, Item("small", ref, kind, quote_id), Random(1))


def test_lookups():
    claim_, quote_ = claim_of(SMALL, parse("many@third", SMALL))
    assert (claim_.id, quote_.id) == ("many", "third")
    assert question_of(SMALL, parse("why", SMALL)).id == "why"
    with pytest.raises(UnknownItemError):
        question_of(SMALL, parse("fact", SMALL))
    with pytest.raises(UnknownItemError):
        claim_of(SMALL, parse("why", SMALL))


def test_the_quote_shown_first_asserts_or_checks():
    quotes = [quote(id="a", role="rejects"), quote(id="b", role="repeats")]
    assert first_quote(claim("c", quotes=quotes)).id == "a"
    for role in ("asserts", "checks"):
        shown = [*quotes, quote(id="d", role=role), quote(id="e")]
        assert first_quote(claim("c", quotes=shown)).id == "d"


def test_a_question_uses_up_its_claims():
    assert subjects(SMALL, parse("why", SMALL)) == {"why", "fact", "no"}
    assert subjects(SMALL, parse("fact", SMALL)) == {"fact"}


@few
@given(packs())
def test_subject_and_kind_are_read_off_the_text(small):
    for item in every_item(small):
        assert history.subject(str(item)) == f"small/{item.ref}"
        assert history.kind(str(item)) == item.kind


def test_a_text_without_a_kind_has_none():
    assert history.kind("small/fact") == history.kind("") == ""


def test_times_seen_counts_claims_however_they_were_asked():
    past = [
        answered("c0"),
        answered("c0", kind="five-way"),
        answered("c0", item="small/c0?source@herald"),
        answered("c1", kind="choice"),
    ]
    assert history.times_seen(past) == {"small/c0": 3, "small/c1": 1}
