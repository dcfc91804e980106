"""Where the sentences of news begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.drafting.paragraphs import paragraphs
from quizgame.drafting.segmentation import sentences

WHOLE = [
    "Dr. Ada Brook met Sen. Dan Weir at 9 a.m. on Tuesday.",
    "J. R. Holm of Sampleford, N.Y., came first.",
    "The U.S. Senate voted, and Example Corp. paid 2.5 million.",
    "“Why now?” Ms Brook asked.",
    "“Enough!” the crowd shouted.",
    "He works at Holm, Reed & Co. in Sampleford.",
    "She moved on Jan. 5 to St. Mary, Ind.",
]
SPLIT = [
    ("It rained. The baths stayed open.", 2),
    ("He said: “It rained.” She said no.", 2),
    ("They live in the U.S. The house is small.", 2),
    ("Was it closed? Nobody knew! He left…  Then it rained.", 4),
    ("River baths may close\n\nIt rained.\r\nBy a reporter", 3),
    ("“We lost. We will be back,” he said.", 2),
    ("It cost 3.50. 2026 was worse.", 2),
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_stop_inside_a_sentence_ends_none(sentence):
    assert sentences(sentence) == [(0, len(sentence))]


@pytest.mark.parametrize(("text", "count"), SPLIT)
def test_a_stop_or_a_line_ends_a_sentence(text, count):
    assert len(sentences(text)) == count


WRAPPED = """\
A headline of some words

The mayor said on Tuesday that the old baths by the river would
have to close, and that “nobody in this town wants to see it or
pay for it”. She left.
The council met for the last time before the summer holidays on
Monday.
"""


def test_lines_that_were_broken_at_some_width_are_joined():
    for text in (WRAPPED, WRAPPED.replace("\n", "\r\n")):
        found = [" ".join(text[begin:end].split()) for begin, end in sentences(text)]
        assert [one.split()[0] for one in found] == ["A", "The", "She", "The"]
        assert found[1].endswith("pay for it”.")
        assert found[-1].endswith("on Monday.")
    in_one_line = "\n".join(f"{line} goes on here" for line in ["word " * 30] * 4)
    assert len(paragraphs(in_one_line)) == 4


def test_what_is_no_prose_is_cut():
    text = "word " * 4_000
    assert all(end - begin <= 2_000 for begin, end in sentences(text))


@given(st.text(alphabet=st.sampled_from("aB .!?“”\"'\n\r…,1\u00a0"), max_size=60))
def test_every_letter_is_in_exactly_one_sentence(text):
    found = sentences(text)
    assert found == sorted(found)
    covered = [place for begin, end in found for place in range(begin, end)]
    assert len(covered) == len(set(covered))
    assert {place for place, char in enumerate(text) if char.isalnum()} <= set(covered)
