"""An article as it may be read: its text, and the sentences in it whose key has been told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgame.game import statuses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.packs.pack import Claim, Pack, Quote, Span, Status


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
