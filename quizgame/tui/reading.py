"""How an article is set for the reader: its paragraphs, and the sentences marked in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.tui.widgets.paper import Para
from quizgame.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.game.reading import Passage
    from quizgame.packs.pack import Span
    from quizgame.text import Typography

MARGIN = 4


def _paragraphs(text: str) -> Iterator[Span]:
    return (match.span() for match in re.finditer(r"[^\n]*(?:\n|\Z)", text) if match[0])


def set_article(
    text: str,
    passages: Sequence[Passage],
    type: Typography,
    *,
    here: Span | None,
    found: Span | None,
) -> list[Para]:
    """The paragraphs; the sentence `here` in bold, what was `found` reversed."""
    whole = Content(type.clean(text))
    for passage in passages:
        whole = whole.stylize("underline", *passage.span)
    if here:
        whole = whole.stylize("bold", *here)
    if found:
        whole = whole.stylize("reverse", *found)
    return [
        _paragraph(whole[begin:end].rstrip(), _signs(passages, begin, end, type))
        for begin, end in _paragraphs(text)
    ]


def _signs(passages: Sequence[Passage], begin: int, end: int, type: Typography) -> str:
    inside = [p for p in passages if begin <= p.span[0] < end]
    signs = dict.fromkeys(type.sign(passage.status) for passage in inside)
    return "".join(signs)[: MARGIN - 1]


def _paragraph(content: Content, signs: str) -> Para:
    lead = Content.styled(signs.ljust(MARGIN), "bold $accent")
    return Para(content, lead, Content(" " * MARGIN))


def row_of(text: str, offset: int, width: int) -> int:
    """The row on which a character of the (cleaned) text stands when it is set to a width."""
    row = 0
    for begin, end in _paragraphs(text):
        for first, last in wrap(text[begin:end].rstrip(), width - MARGIN):
            if offset <= begin + last or (offset < begin + first):
                return row
            row += 1
        if offset < end:
            return max(0, row - 1)
    return row
