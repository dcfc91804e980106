"""Quotations and the articles they stand in.

A quote is compared after folding no-break spaces and quotation marks, and nothing else. Folding
replaces character by character, so offsets in the folded text are offsets in the raw text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.packs.pack import Span

_FOLDED = str.maketrans(
    "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}“”„‟«»‘’‚‛‹›",
    "   " + '"' * 6 + "'" * 6,
)

_OPENING = "“„«"
_MARK = re.compile(r"[\"“”„«»]")


def fold(text: str) -> str:
    """The text with plain spaces and straight quotation marks, of the same length."""
    return text.translate(_FOLDED)


def find(part: str, whole: str, start: int = 0) -> Span | None:
    """Where `part` first stands in `whole` from `start` on, folded; None if it does not."""
    if not part:
        return None
    begin = fold(whole).find(fold(part), start)
    return None if begin < 0 else (begin, begin + len(part))


def quoted(span: Span, text: str) -> bool:
    """Whether a stretch of a text stands between double quotation marks.

    A passage may begin or end in the middle of a quotation, and articles leave marks out: the
    nearest mark before the stretch decides, and without one the nearest behind it.
    """
    before = list(_MARK.finditer(text, 0, span[0]))
    if before:
        return _opens(before[-1], text)
    behind = _MARK.search(text, span[1])
    return behind is not None and not _opens(behind, text)


def _opens(mark: re.Match[str], text: str) -> bool:
    """Whether a mark opens a quotation: by its shape, or by what stands beside a straight one."""
    if mark[0] != '"':
        return mark[0] in _OPENING
    begins_word = text[mark.end() : mark.end() + 1].strip() != ""
    after_space = not text[: mark.start()] or text[mark.start() - 1] in " \n\t([\N{NO-BREAK SPACE}"
    return begins_word and after_space
