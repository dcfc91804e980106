"""Quotations and the articles they stand in.

A quote is compared after folding no-break spaces and quotation marks, and nothing else. Folding
replaces character by character, so offsets in the folded text are offsets in the raw text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.packs.pack import Span

_FOLDED = str.maketrans(
    "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}“”„‟«»‘’‚‛‹›",
    "   " + '"' * 6 + "'" * 6,
)


def fold(text: str) -> str:
    """The text with plain spaces and straight quotation marks, of the same length."""
    return text.translate(_FOLDED)


def find(part: str, whole: str, start: int = 0) -> Span | None:
    """Where `part` first stands in `whole` from `start` on, folded; None if it does not."""
    if not part:
        return None
    begin = fold(whole).find(fold(part), start)
    return None if begin < 0 else (begin, begin + len(part))
