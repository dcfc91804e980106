"""How a text falls into lines of a terminal, measured in its cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHARS_A_CELL = 8
"""What hangs on one letter beyond that begins a line of its own; a family of emoji needs seven."""


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


def width(text: str) -> int:
    """How many cells a text takes on one line."""
    return _cells(text)(text)


def cut(text: str, cells: int) -> str:
    """A line of exactly so many cells: filled up with spaces, or cut and ended by an ellipsis."""
    if width(text) > cells:
        end = _cut(_fitting(text, cells - 1), 0, len(text)) if cells > 1 else 0
        text = f"{text[:end].rstrip()}…"
    return text + " " * (cells - width(text))


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
