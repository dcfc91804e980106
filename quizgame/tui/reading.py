"""How an article is set for the reader: its paragraphs, and the sentences marked in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quizgame.game import statuses
from quizgame.tui.widgets.paper import Para
from quizgame.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.packs.pack import Claim, Pack, Quote, Span, Status
    from quizgame.text import Typography

MARGIN = 4


class Passage(NamedTuple):
    """A marked sentence: where it stands, what it is, and the note at the foot."""

    span: Span
    status: Status
    note: str


def read(
    pack: Pack, article: str, at: Span | None, judged: frozenset[str]
) -> tuple[str, list[Passage]]:
    """The text of an article and its marked sentences in order.

    Without the article at hand, the text is made of the pack's quotes from it.
    """
    carried = [
        (claim, quote)
        for claim in pack.claims.values()
        for quote in claim.quotes
        if quote.article == article
    ]
    text = pack.articles[article].text
    if text is None:
        return _from_quotes(carried, judged)
    passages = [
        _passage(claim, quote, quote.at)
        for claim, quote in carried
        if quote.at and (claim.id in judged or quote.at == at)
    ]
    return text, sorted(passages, key=lambda passage: passage.span)


def _from_quotes(
    carried: Sequence[tuple[Claim, Quote]], judged: frozenset[str]
) -> tuple[str, list[Passage]]:
    text = ""
    passages = []
    seen: dict[str, Span] = {}
    for claim, quote in carried:
        if quote.text not in seen:
            text += f"{quote.text}\n\n"
            seen[quote.text] = (len(text) - 2 - len(quote.text), len(text) - 2)
        if claim.id in judged:
            passages.append(_passage(claim, quote, seen[quote.text]))
    return text.rstrip("\n"), passages


def _passage(claim: Claim, quote: Quote, span: Span) -> Passage:
    name = statuses.WORDS[quote.status].name
    stance = f"rejected here by {quote.who}" if quote.role == "rejects" else name
    return Passage(span, quote.status, f"{claim.text} {stance}. {claim.why}".strip())


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
