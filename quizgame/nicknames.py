"""The names that players give themselves."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from quizgame.errors import UsageError
from quizgame.text import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME_CELLS = 20
"""The widest name that is taken, in terminal cells."""

_MARKS_IN_A_ROW = 2
_MARKED_LETTER = 4
"""How many characters a letter with its marks may have, on the average of a name."""
# Letters and signs that look like nothing at all: Hangul fillers, the empty Braille cell and so on.
_BLANK = "\u115f\u1160\u2800\u034f\u17b4\u17b5"


def clean_name(raw: str, cells: int = NAME_CELLS) -> str:
    """A player's name as it is kept: NFKC, nothing invisible, single spaces.

    Raises:
        UsageError: nothing is left of the name, or it is wider than `cells`.
    """
    # 8 ms, and only a name that is being given needs it.
    from rich.cells import cell_len

    name = "".join(_nameable(unicodedata.normalize("NFKC", raw)))
    # What was hidden may have stood between a letter and its mark.
    name = unicodedata.normalize("NFKC", " ".join(name.split()))
    if all(unicodedata.category(char)[0] in "MZ" for char in name):
        what = "Nothing of it can be shown." if raw.strip() else "Nothing was typed."
        raise UsageError("A name is needed", what, "Use letters.")
    # Marks take no columns, so that they would never be too many.
    columns = max(cell_len(name), len(name) // _MARKED_LETTER)
    if columns > cells:
        raise UsageError(
            "The name is too long", f"It takes {columns} columns.", f"Use at most {cells}."
        )
    return name


def _nameable(text: str) -> Iterator[str]:
    """The characters that a name may keep; spaces of every kind stay for now."""
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if char.isspace():
            marks = 0
        elif category in HIDDEN or char in _BLANK:
            continue
        elif unicodedata.combining(char) or category == "Me":
            marks += 1
        elif category[0] != "M":
            marks = 0
        if marks <= _MARKS_IN_A_ROW:
            yield char
