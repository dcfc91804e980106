"""Who says what in a sentence: source, cue and content as exact spans."""

import pytest
from drafting_samples import parts, words
from hypothesis import given
from hypothesis import strategies as st

from quizgame.drafting.attributions import attributions

SENTENCES = {
    "The mayor said that the baths would close.": (
        "The mayor", "said", "that the baths would close",
    ),
    "“Nobody wants this,” said Tom Reed, 67, who swims here.": (
        "Tom Reed, 67, who swims here", "said", "“Nobody wants this,”",
    ),
    "“Nobody wants this,” Ms Brook told reporters on Monday.": (
        "Ms Brook", "told", "“Nobody wants this,”",
    ),
    "The baths will close in May, the mayor's office said.": (
        "the mayor's office", "said", "The baths will close in May",
    ),
    "According to the police, the man was alone.": (
        "the police", "According to", "the man was alone",
    ),
    "The man was alone, according to a report by the police.": (
        "a report", "according to", "The man was alone",
    ),
    "Her lawyer, Per Aune, has repeatedly denied the charge.": (
        "Her lawyer, Per Aune,", "has repeatedly denied", "the charge",
    ),
    "On Tuesday, the club's chairwoman Jo Hart told the Gazette that he would go.": (
        "the club's chairwoman Jo Hart", "told", "that he would go",
    ),
    "Some parents want a vote.": ("Some parents", "want", "a vote"),
    "The plan is expected to fail.": ("", "is expected", "The plan | to fail"),
    "It is said that he left.": ("", "is said", "that he left"),
    "The plan was welcomed by the council of the town.": (
        "the council of the town", "was welcomed", "The plan",
    ),
    "A bridge allegedly fell.": ("", "allegedly", "A bridge | fell"),
    "Reed, who says he was there, left.": ("who", "says", "he was there, left"),
    "Critics' opposition to the plan grew.": ("Critics'", "opposition to", "the plan"),
    "The mayor made it clear that she would stay.": (
        "The mayor", "made it clear", "that she would stay",
    ),
    "In the view of many, it failed.": ("many", "In the view of", "it failed"),
    "Neither Brook nor Weir would confirm the sum.": (
        "Neither Brook nor Weir", "would confirm", "the sum",
    ),
    "“We lost,” he continued.": ("he", "continued", "“We lost,”"),
    "Brook deadpanned, “We lost.”": ("Brook", "deadpanned", "“We lost.”"),
    "Mayor Brook: The baths will close": ("Mayor Brook", ":", "The baths will close"),
    "An engineer who asked not to be named said it would cost more.": (
        "An engineer who asked not to be named", "said", "it would cost more",
    ),
    "A neighbour who lives nearby said the noise was loud.": (
        "A neighbour who lives nearby", "said", "the noise was loud",
    ),
    "A clerk who spoke on condition of anonymity told the Gazette that it failed.": (
        "A clerk who spoke on condition of anonymity", "told", "that it failed",
    ),
    "The man who police said was armed denied it.": (
        "The man who police said was armed", "denied", "it",
    ),
    "People who believe the mayor said so.": ("who", "believe", "the mayor said so"),
    "Trains will not run on Sunday, a spokeswoman for the line, Ida Holm, said.": (
        "a spokeswoman for the line, Ida Holm,", "said", "Trains will not run on Sunday",
    ),
    "The club has lost its ground, its chairman, Per Moe, said.": (
        "its chairman, Per Moe,", "said", "The club has lost its ground",
    ),
    "The mayor is worried that the wall may fall.": (
        "The mayor", "is worried", "that the wall may fall",
    ),
}  # fmt: skip
SILENT = [
    "The baths opened in 1931.",
    "The claims department is on the second floor.",
    "He ate the report.",
    "“She said so herself.”",
    "The team won the match.",
    "He continued on foot.",
    "Photo: The baths in winter",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_parts_of_a_statement(sentence):
    assert parts(sentence) == SENTENCES[sentence]


@pytest.mark.parametrize("sentence", SILENT)
def test_a_sentence_that_hands_nothing_over(sentence):
    assert attributions(sentence) == []


def test_two_cues_share_a_source():
    text = "The mayor praised the club and said it would stay, adding that all was well."
    found = attributions(text)
    assert [words(text, one.source) for one in found] == ["The mayor"] * 3
    assert [words(text, one.cue) for one in found] == ["praised", "said", "adding"]


def test_what_is_handed_over_is_not_taken_apart():
    found = attributions("Weir said that the mayor wants the county to promise help.")
    assert len(found) == 1


def test_a_participle_before_the_speaker():
    text = "Citing the cost, Mayor Brook refused the offer."
    assert [words(text, one.source) for one in attributions(text)][-1] == "Mayor Brook"


def test_a_quotation_goes_on_in_the_next_sentence_and_began_in_the_one_before():
    text = "“We lost. We will be back,” he said. “Next year.” It rained."
    (one,) = attributions(text)
    assert words(text, one.content) == "“We lost. We will be back,” | “Next year.”"
    assert words(text, [one.sentence]) == "We will be back,” he said."


def test_hedges_are_marked():
    text = "Police said about 300 people may have come, possibly more. He left in May."
    (one,) = attributions(text)
    assert words(text, one.hedges) == "about | may | possibly"


def test_line_ends_and_a_byte_order_mark_shift_nothing():
    text = "\ufeffA headline\r\n\r\nThe mayor said it rained.\r\n“Often,” she added."
    found = attributions(text)
    assert [words(text, one.cue) for one in found] == ["said", "added"]
    assert words(text, found[1].content) == "“Often,”"


@given(
    st.lists(
        st.sampled_from(
            [
                "said",
                ",",
                ".",
                '"',
                "“",
                "”",
                "(",
                ")",
                "—",
                "that",
                "the",
                "Mayor",
                "Brook",
                "who",
                "told",
                "according",
                "to",
                "by",
                "is",
                "was",
                "and",
                '"s',
                "claims",
                "plans",
                ",",
                "wants",
                "’s",
                "3",
                "\n",
            ]
        ),
        max_size=30,
    )
)
def test_any_words_give_spans_inside_the_text(pieces):
    text = " ".join(pieces)
    for one in attributions(text):
        for begin, end in (one.sentence, *one.source, *one.cue, *one.content, *one.hedges):
            assert 0 <= begin < end <= len(text)
        assert one.sentence[0] <= one.cue[0][0] < one.cue[0][1] <= one.sentence[1]
