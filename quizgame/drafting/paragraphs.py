"""Where the paragraphs of a text begin and end.

Most texts hold a paragraph in one line. In others lines are broken at some width; there only a
blank line or a short line ends a paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.segmentation import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|\r|\n")
_STOP = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_FULL = 50
"""A line that was broken has at least this many characters."""
_WIDEST = 120
_MOSTLY = 0.6


def paragraphs(text: str) -> list[Span]:
    """The paragraphs, in order; the line breaks around them are no part of them."""
    lines = [found.span() for found in _LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    found: list[Span] = []
    for begin, end in lines:
        if found and _goes_on(text, found[-1], (begin, end), wrapped=wrapped):
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Whether most lines end where there was no more room, and not where a sentence does."""
    full = [
        (begin, end)
        for (begin, end), (after, _) in pairwise(lines)
        if end - begin >= _FULL and _is_single(text[end:after])
    ]
    if not full or max(end - begin for begin, end in lines) > _WIDEST:
        return False
    open_ended = sum(not _STOP.search(text[begin:end]) for begin, end in full)
    return open_ended >= _MOSTLY * len(full)


def _goes_on(text: str, before: Span, line: Span, *, wrapped: bool) -> bool:
    between = text[before[1] : line[0]]
    if not wrapped or not _is_single(between):
        return False
    last = max(text.rfind("\n", *before), text.rfind("\r", *before), before[0] - 1) + 1
    return before[1] - last >= _FULL


def _is_single(between: str) -> bool:
    return _BREAK.fullmatch(between) is not None
