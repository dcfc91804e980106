"""Names that are given, chosen and told apart."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizgame.classroom import names
from quizgame.classroom.kind_words import KIND, NAMES
from quizgame.errors import UsageError
from quizgame.nicknames import NAME_CELLS, clean_name
from quizgame.packs import slurs


def test_there_are_names_enough_and_each_can_be_kept():
    every = {f"{kind} {name}" for kind in KIND for name in NAMES}
    assert len(every) == len(KIND) * len(NAMES) >= 3000
    assert all(clean_name(name) == name and name.isascii() for name in every)
    assert not any(slurs.pattern().search(name) for name in every)


@given(st.integers())
def test_two_names_of_a_class_share_no_word(seed):
    taken = []
    for _ in range(40):
        taken.append(names.given(taken, Random(seed)))
    words = [word for name in taken for word in name.split()]
    assert len(set(words)) == len(words)


def test_a_large_session_has_different_names_too():
    taken, rng = set(), Random(1)
    for _ in range(300):
        taken.add(names.given(taken, rng))
    assert len(taken) == 300


def test_when_every_name_is_given_numbers_tell_them_apart():
    taken = {f"{kind} {name}" for kind in KIND for name in NAMES}
    assert names.given(taken, Random(1)) == f"{KIND[0]} {NAMES[0]} 2"


@pytest.mark.parametrize("name", ["Ana", "Jörg", "李小龙", "O'Brien", "Nguyễn Thị Mai", "أحمد"])
def test_names_of_everywhere_are_welcome(name):
    assert names.free(f"  {name} ", ()) == name


def test_the_second_of_a_name_gets_a_number():
    taken = []
    for typed in ("Ana", "ana", " ANA ", "Ana 2", "Jörg"):
        taken.append(names.free(typed, taken))
    assert taken == ["Ana", "ana 2", "ANA 3", "Ana 2 2", "Jörg"]


@given(st.lists(st.text("aA ä李", min_size=1, max_size=22), max_size=12))
def test_no_two_names_are_the_same_and_all_fit(typed):
    taken = []
    for one in typed:
        try:
            taken.append(names.free(one, taken))
        except UsageError:
            continue
    assert len({name.casefold() for name in taken}) == len(taken)
    assert all(cell_len(name) <= NAME_CELLS for name in taken)


@pytest.mark.parametrize("typed", ["", "  ", "\u200b", "\u0301", "x" * 21, "paki"])
def test_what_is_no_name_is_refused_with_the_cure(typed):
    with pytest.raises(UsageError) as raised:
        names.free(typed, ())
    assert raised.value.hint


def test_what_could_command_a_terminal_does_not_stay_in_a_name():
    assert names.free("A\x1b[2Jna\u202e", ()) == "A[2Jna"
