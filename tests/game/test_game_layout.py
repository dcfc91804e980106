"""How an explanation falls into lines."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game import layout
from quizgame.game.asking import Mark, Passage
from quizgame.game.explanation import Explanation, Other
from quizgame.game.layout import BLANK, INDENT, Part, first_view, height, more
from quizgame.game.skills import SKILLS
from quizgame.text import UNICODE
from quizgame.wrapping import wrap

PASSAGE = Passage("gazette", "The Gazette", "1 May", "The Mayor says so.", "", None)
FULL = Explanation(
    right=False,
    verdict="Not this time. On that day it was ALLEGED.",
    statement="The canteen closes.",
    status="alleged",
    passages=(PASSAGE,),
    who="The Mayor",
    how="says",
    small=("maybe", "perhaps"),
    skill=SKILLS["word"],
    why="Only he says so.",
    printed="Mayor: canteen closes",
    because="It is not what he said.",
    lifts="A letter.",
    others=(Other(replace(PASSAGE, outlet="The Herald", note="translated"), "denied", True),),
    independence="These 2 articles retell no common report.",
    decided="It rests on a word.",
)
BARE = replace(
    FULL,
    passages=(),
    who="",
    how="",
    small=(),
    skill=None,
    why="",
    printed="",
    because="",
    lifts="",
    others=(),
    independence="",
)


def texts(parts):
    return [part.text for part in parts]


def test_the_first_view_in_order():
    assert texts(first_view(FULL)) == [
        "Not this time. On that day it was ALLEGED.",
        "The canteen closes.",
        "",
        "The Mayor says so.",
        "The Gazette, 1 May",
        "who: The Mayor   how: says   small words: maybe, perhaps",
        "",
        "Whose word is it? High office is still a word.",
        "Only he says so.",
        "Printed: Mayor: canteen closes",
    ]


def test_a_note_on_the_wording_stands_beside_the_place():
    told = replace(FULL, passages=(replace(PASSAGE, note="translated"),))
    assert "The Gazette, 1 May (translated)" in texts(first_view(told))


def test_what_is_strong():
    strong = {part.role: part.text[: part.strong] for part in first_view(FULL) if part.strong}
    assert strong == {"rule": "Whose word is it?", "printed": "Printed:"}


def test_marks_come_with_the_passage():
    marked = replace(PASSAGE, marks=(Mark(0, 9, "source"),))
    parts = first_view(replace(FULL, passages=(marked, PASSAGE)))
    assert [part.marks for part in parts if part.role == "passage"] == [marked.marks, ()]


def test_little_to_say():
    assert texts(first_view(BARE)) == [BARE.verdict, BARE.statement]
    assert texts(first_view(BARE, rows=1)) == [BARE.verdict]


@pytest.mark.parametrize(
    ("rows", "blanks", "statement"),
    [(0, 0, False), (7, 0, False), (8, 1, False), (9, 2, False), (10, 2, True), (40, 2, True)],
)
def test_air_goes_before_anything_else(rows, blanks, statement):
    parts = first_view(FULL, rows=rows)
    assert parts.count(BLANK) == blanks
    assert (Part("statement", FULL.statement) in parts) == statement


rows_wanted = st.integers(0, 30)
columns_wanted = st.integers(20, 100)


@given(rows_wanted, columns_wanted, st.text("word \n\u00a0", max_size=400))
def test_the_first_view_fits_if_it_can_and_is_never_cut(rows, columns, why):
    told = replace(FULL, why=why)
    view = first_view(told, columns, rows)
    tight = [part for part in view if part.role not in {"blank", "statement"}]
    assert tight == [
        part for part in first_view(told, columns, 0) if part.role not in {"blank", "statement"}
    ]
    assert {told.verdict, PASSAGE.text, *([why] if why else [])} <= set(texts(tight))
    assert height(view, columns) <= max(rows, height(tight, columns))


@given(st.lists(st.text("word \n\u00a0李", max_size=90), max_size=5), columns_wanted)
def test_height_counts_the_rows_that_are_shown(paragraphs, columns):
    roles = ["verdict", "passage", "names", "note", "why"]
    parts = [Part(role, text) for role, text in zip(roles, paragraphs, strict=False)]
    shown = sum(
        len(list(wrap(UNICODE.clean(part.text), columns - INDENT.get(part.role, 0))))
        for part in parts
    )
    assert height(parts, columns) == shown


def test_height():
    assert height([]) == 0
    assert height([BLANK]) == 1
    assert height([Part("why", "x" * 76)]) == 1
    assert height([Part("why", "x" * 77)]) == 2
    assert height([Part("passage", "x" * 75)]) == 2
    assert height([Part("why", ("x" * 39 + "\u00a0") * 3)]) == 3
    assert height([Part("why", "one\ntwo")], 40) == 2


def test_more_in_order():
    assert texts(more(FULL)) == [
        "Your answer",
        "It is not what he said.",
        "",
        "What would lift it",
        "A letter.",
        "",
        "How others put it",
        "",
        "The Herald, 1 May: rejects it",
        "The Mayor says so.",
        "(translated)",
        "",
        "These 2 articles retell no common report.",
    ]


def test_more_tells_what_another_article_makes_of_it():
    other = Other(replace(PASSAGE, outlet="The Herald"), "confirmed", False)
    parts = more(replace(BARE, others=(other,)))
    assert "The Herald, 1 May: confirmed" in texts(parts)


def test_there_is_always_something_more_to_say():
    assert texts(more(BARE)) == ["No other article of this pack carries it."]
    assert texts(more(replace(BARE, lifts="A letter."))) == ["What would lift it", "A letter."]


def test_the_measure():
    assert (layout.ROWS, layout.COLUMNS) == (12, 76)
