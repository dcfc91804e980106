"""Letters that the last row can read."""

from __future__ import annotations

from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizgame.classroom.code import LETTERS, write
from quizgame.text import ASCII, UNICODE
from quizgame.tui.classroom.host.letters import COLUMNS, ROWS, large, shapes
from quizgame.tui.classroom.host.room import Room, fitted
from quizgame.tui.widgets.paper import BLANK, para, set_rows

LONGEST_ON_THE_USUAL_PORT = "XXXXXXX"


def drawn(text, columns=80, rows=24, type=UNICODE):
    return tuple(large(text, columns, rows, type))


def test_every_letter_that_a_code_can_have_is_there():
    assert set(shapes()) >= {*LETTERS, *ascii_uppercase, *digits, "-"}


def test_all_letters_are_of_one_size():
    for rows in shapes().values():
        assert len(rows) == ROWS
        assert {len(row) for row in rows} == {COLUMNS}
        assert set("".join(rows)) <= {"#", " "}


@pytest.mark.parametrize(
    ("columns", "type"), [(16, UNICODE), (8, UNICODE), (8, ASCII), (4, UNICODE)]
)
def test_no_two_letters_look_the_same_at_any_size(columns, type):
    every = {drawn(letter, columns, type=type) for letter in shapes()}
    assert len(every) == len(shapes())


def test_no_two_letters_of_codes_look_the_same_in_narrow_ascii():
    assert len({drawn(letter, 4, type=ASCII) for letter in LETTERS}) == len(LETTERS)


@pytest.mark.parametrize(
    ("columns", "rows", "high"), [(200, 40, 14), (200, 13, 7), (76, 17, 7), (56, 12, 4)]
)
def test_the_largest_size_that_fits_is_taken(columns, rows, high):
    shown = drawn(LONGEST_ON_THE_USUAL_PORT, columns, rows)
    assert len(shown) == high
    assert max(map(cell_len, shown)) <= columns


def test_ascii_draws_with_ascii():
    assert all(row.isascii() for row in drawn("K7M2PXQ", type=ASCII))
    assert drawn("K7M2PXQ", 20, type=ASCII) == ("K 7 M 2 P X Q",)


def test_what_has_no_letters_is_written_as_it_is():
    assert drawn("[::1]:4747") == ("[::1]:4747",)
    assert drawn("") == ("",)


@given(st.ip_addresses(v=4), st.integers(10, 200), st.sampled_from([UNICODE, ASCII]))
def test_the_code_of_any_address_fits_or_is_written_as_it_is(address, columns, type):
    code = write(str(address))
    shown = drawn(code, columns, type=type)
    assert shown == (code,) or max(map(cell_len, shown)) <= columns


@given(
    st.lists(st.sampled_from([BLANK, para("A line"), para("Two lines of words")])), st.integers()
)
def test_blank_rows_are_dropped_where_that_makes_a_page_fit(shown, rows):
    room = Room(10, rows, UNICODE)
    drawn = fitted(shown, room)
    words = [one for one in shown if one.content.plain]
    assert [one for one in drawn if one.content.plain] == words
    high = sum(len(set_rows(one, room.columns)) for one in drawn)
    least = sum(len(set_rows(one, room.columns)) for one in words)
    assert high <= rows or (drawn == shown and least > rows)
