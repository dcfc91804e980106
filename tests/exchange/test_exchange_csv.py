"""Tables: cells that nobody can calculate, headings in any order, and what is not understood."""

import csv
import io

import pytest
from exchange_samples import BOOK, PLAIN
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.errors import QuizgameError
from quizgame.exchange.cells import guard, unguard
from quizgame.exchange.csv_in import read_csv
from quizgame.exchange.csv_out import COLUMNS, table


@given(st.text("'=+-@\t\rab", max_size=6))
def test_a_guarded_cell_is_no_formula_and_comes_back(text):
    cell = guard(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguard(cell) == text


def test_a_table_has_a_row_an_exercise():
    first, second = csv.reader(io.StringIO(table(BOOK)))
    row = dict(zip(first, second, strict=True))
    assert tuple(first) == COLUMNS
    assert row["ask"] == PLAIN.ask
    assert (row["answer"], row["wrong_1"]) == ("In May", "In June")
    assert row["wrong_1_because"] == "No paper says so."
    assert (row["outlet_1"], row["date_1"]) == ("School Gazette", "12 May")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_headings_are_understood_as_others_write_them(separator):
    rows = [
        ["Question", "Correct Answer", "Incorrect 1", "wrong-2", "Explanation", "Category"],
        ["Who?", "Anna", "Ben", "Carla", "She did.", "Week 1"],
    ]
    taken = read_csv("\r\n".join(separator.join(row) for row in rows), "q.csv")
    (one,) = taken.taken
    assert taken.losses == []
    assert (one.ask, [o.text for o in one.options]) == ("Who?", ["Anna", "Ben", "Carla"])
    assert one.why == "She did."
    assert taken.sets == {"Week 1": ["who"]}


def test_what_is_lost_is_named_with_its_line():
    source = 'ask,answer,wrong_1,points\nQ?,a,b,10\n\n"R\n?",a,,5\nS?,a,b,,extra\n'
    taken = read_csv(source, "q.csv")
    assert [one.ask for one in taken.taken] == ["Q?", "S?"]
    assert taken.seen == 3
    assert [f"{place} {what}" for place, what in taken.losses] == [
        "q.csv:4 question left out: it has no wrong answer",
        "q.csv:1 the column `points` is not known: 2 cells left out",
        "q.csv:1 the column number 5 is not known: 1 cell left out",
    ]


def test_a_column_that_is_there_twice_is_named():
    taken = read_csv("ask,answer,wrong_1,Incorrect 1,why\nQ?,a,b,c,d\n", "q.csv")
    (one,) = taken.taken
    assert [option.text for option in one.options] == ["a", "b"]
    assert one.why == "d"
    assert [what for _, what in taken.losses] == [
        "the column `Incorrect 1` is there twice: 1 cell left out"
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "no column `ask`"),
        ("a,b\n1,2", "no column `ask`"),
        ("ask,answer\nQ,a", "no column `wrong_1`"),
        ('ask,answer,wrong_1\n"Q,a,b', "q.csv:2"),
        ('ask,answer,wrong_1\n"Q"x,a,b', "q.csv:2"),
        (f"ask,answer,wrong_1\n{'x' * 200_000},a,b", "q.csv:2"),
    ],
    ids=range(6),
)
def test_no_table_is_an_error_that_names_the_place(source, said):
    with pytest.raises(QuizgameError) as caught:
        read_csv(source, "q.csv")
    assert said in caught.value.message
    assert caught.value.hint


@settings(max_examples=60)
@given(st.text("ab,;\"\t\n\r='", max_size=60))
def test_nothing_else_makes_reading_fail(text):
    source = f"ask,answer,wrong_1\n{text}"
    try:
        taken = read_csv(source, "q.csv")
    except QuizgameError:
        return
    assert len(taken.taken) <= taken.seen
