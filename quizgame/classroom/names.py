"""Students' names: two kind words that are given, or what they call themselves."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from quizgame.classroom.kind_words import KIND, NAMES
from quizgame.errors import UsageError
from quizgame.nicknames import NAME_CELLS, clean_name
from quizgame.packs import slurs

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from random import Random


def given(taken: Collection[str], rng: Random) -> str:
    """A name of two kind words that nobody in the session has.

    As long as there are words that nobody has, both are new, so that no two names are mixed up.
    """
    words = {word for name in taken for word in name.split()}
    kinds, names = (_without(list_, words) for list_ in (KIND, NAMES))
    if kinds and names:
        return f"{_one(kinds, rng)} {_one(names, rng)}"
    left = [name for kind in KIND for word in NAMES if (name := f"{kind} {word}") not in taken]
    return _one(left, rng) if left else apart(f"{KIND[0]} {NAMES[0]}", taken)


def _without(words: Sequence[str], used: Collection[str]) -> list[str]:
    return [word for word in words if word not in used]


def _one(words: Sequence[str], rng: Random) -> str:
    return words[int(rng.random() * len(words))]


def free(raw: str, taken: Collection[str]) -> str:
    """The name that a student chose, cleaned, with a number if somebody has it already.

    Raises:
        UsageError: nothing is left of it, it is too long, or it is a slur.
    """
    name = clean_name(raw)
    if slurs.pattern().search(name):
        raise UsageError("Another name, please", "This one can hurt people.", "Take another one.")
    return apart(name, taken)


def apart(name: str, taken: Collection[str]) -> str:
    """The name, or with the first free number behind it: "Ana", "Ana 2".

    Letter case alone does not tell two people apart. A long name gives way to its number.
    """
    known = {one.casefold() for one in taken}
    if name.casefold() not in known:
        return name
    for number in count(2):
        numbered = _with_number(name, f" {number}")
        if numbered.casefold() not in known:
            return numbered
    raise AssertionError("numbers do not end")


def _with_number(name: str, number: str) -> str:
    # 8 ms, and only a second one of the same name needs it.
    from rich.cells import cell_len

    widest = max(NAME_CELLS, cell_len(name))
    while cell_len(f"{name}{number}") > widest:
        name = name[:-1].rstrip()
    return f"{name}{number}"
