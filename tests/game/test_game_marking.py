"""Marking words of a passage: what a word is, how a mark is written, and when it is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import claim, pack, quote

from quizgame.game import marking
from quizgame.game.explanation import explain
from quizgame.game.grading import grade
from quizgame.game.items import parse
from quizgame.game.kinds import KINDS
from quizgame.game.marking import SPARE, Selection, outcome, span_of, words, written

SAID = quote(
    "On Monday, the harbour office said that perhaps forty people were on board.",
    source="the harbour office",
    cue="said",
    hedges=("perhaps",),
)
texts = st.text(st.sampled_from("ab'’.,-–— \n\u00a0“”\"é字$2"), max_size=60)


def mark(text, part=None):
    """The mark on a part of a text."""
    begin = text.index(part or text)
    return written(text, (begin, begin + len(part or text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said: “No.”", ["He", "said", "No"]),
        ("Kiev’s ex-mayor got $2,000 (€1850).", ["Kiev’s", "ex-mayor", "got", "2,000", "1850"]),
        ("party—CDU—believes - that", ["party", "CDU", "believes", "that"]),
        ("no\u00a0break", ["no", "break"]),
        ("... “” –", []),
    ],
)
def test_words_are_found_without_their_punctuation(text, found):
    assert [text[slice(*span)] for span in words(text)] == found


@given(texts)
def test_words_come_in_order_and_hold_letters(text):
    end = 0
    for begin, last in words(text):
        assert end <= begin < last <= len(text)
        assert text[begin].isalnum()
        assert text[last - 1].isalnum()
        assert not any(char.isspace() for char in text[begin:last])
        end = last


@given(texts, st.data())
def test_a_mark_is_read_as_it_was_written(text, data):
    every = words(text)
    if every:
        one, other = (data.draw(st.integers(0, len(every) - 1)) for _ in range(2))
        span = (every[min(one, other)][0], every[max(one, other)][1])
        assert span_of(text, written(text, span)) == span


@given(texts, st.text(max_size=20))
def test_anything_else_is_no_mark_or_stands_in_the_passage(text, chosen):
    span = span_of(text, chosen)
    assert span is None or 0 <= span[0] < span[1] <= len(text)
    assert outcome(quote(text), chosen) in {"right", "source", "hedge", "part", "more", "elsewhere"}


def test_a_mark_is_found_again_in_a_longer_passage():
    chosen = mark("He said so.", "said")
    assert span_of("On Monday he said so.", chosen) == (13, 17)
    assert span_of("Nobody spoke.", chosen) is None


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("said", "right"),
        ("the harbour office said", "right"),
        ("said that perhaps forty", "right"),
        ("said that perhaps forty people", "more"),
        ("the harbour office", "source"),
        ("harbour", "source"),
        ("perhaps", "hedge"),
        ("forty people", "elsewhere"),
        ("On Monday", "elsewhere"),
        (None, "more"),
    ],
)
def test_what_a_mark_is(part, what):
    assert outcome(SAID, mark(SAID.text, part)) == what


def test_half_of_the_cue_is_enough_and_less_is_a_part():
    said = quote(
        "The office has not yet denied it in public at all.", source="", cue="has not yet denied"
    )
    assert outcome(said, mark(said.text, "has not")) == "right"
    assert outcome(said, mark(said.text, "denied")) == "part"


@given(st.text(max_size=9))
def test_no_answer_at_all_is_never_right(chosen):
    assert outcome(SAID, chosen) != "right"


def test_a_cue_is_not_looked_for_inside_the_source():
    said = quote("The office said so, said a speaker.", source="The office said so", cue="said")
    assert marking.cue_of(said) == (20, 24)


# The question


def told(part):
    small = pack(claim("it", quotes=[SAID]))
    return explain(small, grade(small, parse("it?cue", small), mark(SAID.text, part)))


def test_the_cue_is_told_whatever_was_marked():
    for part in ("said", "the harbour office", "perhaps", "forty people"):
        assert 'Given away by "said".' in told(part).verdict


def test_every_miss_has_a_reason_of_its_own():
    parts = ("the harbour office", "perhaps", "forty people", "said that perhaps forty people")
    reasons = {told(part).because.partition('" ')[2] for part in parts}
    assert len(reasons) == len(parts)
    assert told("said").because == ""
    assert told("the harbour office").because.startswith('"the harbour office" names who')


def test_a_passage_that_is_hardly_more_than_its_cue_is_not_asked():
    spare = " ".join(["word"] * SPARE)
    for text, asked in ((f"They say {spare}.", False), (f"They say {spare} more.", True)):
        small = pack(claim("it", quotes=[quote(text, source="They", cue="say")]))
        assert bool(list(KINDS["cue"].items(small))) == asked


@pytest.mark.parametrize("changes", [{"cue": ""}, {"role": "rejects"}, {"role": "repeats"}])
def test_only_cues_of_quotes_that_assert_or_check_are_asked(changes):
    small = pack(claim("it", quotes=[quote("The mayor says that it is so.", **changes)]))
    assert list(KINDS["cue"].items(small)) == []


# The caret and the mark

SPANS = words("one two three four")


def test_the_word_under_the_caret_is_the_mark_until_one_has_begun():
    assert Selection(SPANS).at(2).span == SPANS[2]
    begun = Selection(SPANS).at(1).toggled()
    assert begun.at(3).span == (SPANS[1][0], SPANS[3][1])
    assert begun.at(0).span == (SPANS[0][0], SPANS[1][1])
    assert begun.at(3).toggled().span == SPANS[3]
    assert begun.begun() == begun
    assert begun.single(2).at(3).span == (SPANS[2][0], SPANS[3][1])


@given(st.integers(-9, 9))
def test_the_caret_stays_on_a_word(number):
    assert 0 <= Selection(SPANS).at(number).caret < len(SPANS)
