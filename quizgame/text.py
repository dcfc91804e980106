"""What foreign text may show on a terminal, and the signs the game draws with.

Packs, articles, names and save files are written by others. Whatever of them is shown passes
through a `Typography`; matching (quotes against articles) works on the raw text instead. Cleaning
replaces character by character, so offsets into the raw text hold in the shown text too.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgame.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME_CELLS = 20
"""The widest name that is taken, in terminal cells."""

_MARKS_IN_A_ROW = 2
_MARKED_LETTER = 4
"""How many characters a letter with its marks may have, on the average of a name."""
_CHARS_A_CELL = 8
"""What hangs on one letter beyond that begins a line of its own; a family of emoji needs seven."""
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
# They only hint at a direction; one that cannot be seen and directs nothing keeps the offsets.
_DIRECTION_HINTS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# Letters and signs that look like nothing at all: Hangul fillers, the empty Braille cell and so on.
_BLANK = "\u115f\u1160\u2800\u034f\u17b4\u17b5"


def _shown(char: str) -> str:
    if char == "\n" or char in _JOINERS:
        return char
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " "
    if char in _DIRECTION_HINTS:
        return "\N{ZERO WIDTH NON-JOINER}"
    return _REPLACEMENT if unicodedata.category(char) in _HIDDEN else char


_PLAIN = str.maketrans("“”„«»‘’‚‹›–—−…€·×", '"""""\'\'\'\'' + "'---.E*x")


def _ascii(char: str) -> str:
    shown = _shown(char).translate(_PLAIN)
    if shown.isascii():
        return shown
    base = unicodedata.normalize("NFKD", shown)[0]
    return base if base.isascii() else "?"


class _Table(dict[int, str]):
    """A translation table that fills itself, so that `str.translate` stays fast."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = result = self._rule(chr(code))
        return result


@dataclass(frozen=True)
class Typography:
    """The signs of one kind of terminal, and how foreign text is cleaned for it."""

    confirmed: str = "✔"
    alleged: str = "~"
    denied: str = "≠"
    analysis: str = "◆"
    unknown: str = "?"
    bar: str = "│"
    rule: str = "─"
    caret: str = "›"
    full: str = "▇"
    empty: str = "▁"
    ascii: bool = False
    _table: _Table = field(default_factory=lambda: _Table(_shown), repr=False, compare=False)

    def clean(self, text: str) -> str:
        """Text as it may be shown, of the same length; newlines stay."""
        return text.translate(self._table)

    def line(self, text: str) -> str:
        """Text as it may be shown on one line, of the same length; newlines become spaces."""
        return text.translate(self._table).replace("\n", " ")

    def sign(self, status: str) -> str:
        """The sign of a status; empty for a word that is none."""
        return str(getattr(self, status)) if status in STATUSES else ""


STATUSES = ("confirmed", "alleged", "denied", "analysis", "unknown")

UNICODE = Typography()
ASCII = Typography(
    confirmed="[+]",
    alleged="[~]",
    denied="[/]",
    analysis="[*]",
    unknown="[?]",
    bar="|",
    rule="-",
    caret=">",
    full="#",
    empty=".",
    ascii=True,
    _table=_Table(_ascii),
)


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The lines into which a text falls, as spans that leave out the spaces and newlines between.

    Words wider than `width` cells are broken; an empty line is an empty span.
    """
    fits = _fitting(text, width)
    for paragraph in re.finditer(r"[^\n]*(?:\n|$)", text):
        if paragraph.start() == len(text) and text:
            return
        begin = end = paragraph.start()
        for word in re.finditer(r"[^ \n]+", paragraph[0]):
            first, last = (begin_ + paragraph.start() for begin_ in word.span())
            if end > begin and not fits(begin, last):
                yield begin, end
                begin = first
            elif end == begin:
                begin = first
            end = last
            while end - begin > 1 and not fits(begin, end):
                cut = _cut(fits, begin, min(end, begin + _CHARS_A_CELL * max(width, 1)))
                yield begin, cut
                begin = cut
        yield begin, end


def _fitting(text: str, width: int) -> Callable[[int, int], bool]:
    """What tells whether a stretch of the text fits into a line; never long in telling."""
    cells = _cells(text)
    most = _CHARS_A_CELL * max(width, 1)
    return lambda begin, end: end - begin <= most and cells(text[begin:end]) <= width


def _cut(fits: Callable[[int, int], bool], begin: int, end: int) -> int:
    """Where to break a word that is too wide: behind what fits, or behind one character."""
    few = begin + 1
    while few < end:
        middle = (few + end + 1) // 2
        if fits(begin, middle):
            few = middle
        else:
            end = middle - 1
    return few


def _cells(text: str) -> Callable[[str], int]:
    """What measures the width of this text in cells."""
    if text.isascii():
        return len
    # 8 ms that plain text need not pay.
    from rich.cells import cell_len

    return cell_len


def clean_name(raw: str) -> str:
    """A player's name as it is kept: NFKC, nothing invisible, single spaces.

    Raises:
        UsageError: nothing is left of the name, or it is wider than `NAME_CELLS`.
    """
    # 8 ms, and only a name that is being given needs it.
    from rich.cells import cell_len

    name = "".join(_nameable(unicodedata.normalize("NFKC", raw)))
    # What was hidden may have stood between a letter and its mark.
    name = unicodedata.normalize("NFKC", " ".join(name.split()))
    if all(unicodedata.category(char)[0] in "MZ" for char in name):
        raise UsageError("A name is needed", "Nothing of it can be shown.", "Use letters.")
    # Marks take no columns, so that they would never be too many.
    columns = max(cell_len(name), len(name) // _MARKED_LETTER)
    if columns > NAME_CELLS:
        raise UsageError(
            "The name is too long", f"It takes {columns} columns.", f"Use at most {NAME_CELLS}."
        )
    return name


def _nameable(text: str) -> Iterator[str]:
    """The characters that a name may keep; spaces of every kind stay for now."""
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if char.isspace():
            marks = 0
        elif category in _HIDDEN or char in _BLANK:
            continue
        elif unicodedata.combining(char) or category == "Me":
            marks += 1
        elif category[0] != "M":
            marks = 0
        if marks <= _MARKS_IN_A_ROW:
            yield char
