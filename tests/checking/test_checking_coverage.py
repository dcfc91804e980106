"""Which sentences a text has, and which of them a pack accounts for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import GAZETTE, claim, pack, quote

from quizgame.checking.coverage import sentences, unused
from quizgame.packs.pack import LeftOut

TEXT = (
    "Mayor speaks\n"
    'The mayor says that the gym opens in May. "It will", she adds. “Perhaps.” Nobody knows when. '
    "It costs 1.5 million, e.g. for the roof."
)


def split(text):
    return [text[begin:end] for begin, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("One. Two! Three? four.", ["One.", "Two!", "Three? four."]),
        ('He said "no." She left.', ['He said "no."', "She left."]),
        ("Costs 1.5 million. “Yes.” Öl steigt.", ["Costs 1.5 million.", "“Yes.”", "Öl steigt."]),
        ("A heading\nA line. \n\n12 more came.", ["A heading", "A line.", "12 more came."]),
        (
            "Words run together.And so on. Then more.",
            ["Words run together.And so on.", "Then more."],
        ),
    ],
)
def test_sentences(text, expected):
    assert split(text) == expected


@given(st.text(alphabet='Aa.!?"”’ \n1é', max_size=60))
def test_sentences_are_all_of_the_text_but_the_space_between(text):
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def gazette_with(*quoted, left_out=()):
    article = replace(GAZETTE, text=TEXT)
    quotes = [quote(text, at=(TEXT.index(text), TEXT.index(text) + len(text))) for text in quoted]
    listed = tuple(
        LeftOut("gazette", text, "So.", (TEXT.index(text), TEXT.index(text) + len(text)))
        for text in left_out
    )
    owners = [claim(f"c{n}", quotes=[q]) for n, q in enumerate(quotes)]
    made = pack(*owners, article, left_out=listed)
    return [TEXT[begin:end] for begin, end in unused(made, made.articles["gazette"])]


def test_what_is_quoted_or_listed_is_accounted_for():
    rest = gazette_with("the gym opens in May", left_out=["Nobody knows when."])
    assert rest == ['"It will", she adds.', "It costs 1.5 million, e.g. for the roof."]


def test_nothing_used_leaves_every_sentence_of_some_length():
    assert gazette_with() == [
        "The mayor says that the gym opens in May.",
        '"It will", she adds.',
        "It costs 1.5 million, e.g. for the roof.",
    ]


def test_an_article_that_is_not_at_hand_has_no_sentences():
    assert list(unused(pack(claim("a")), GAZETTE)) == []
