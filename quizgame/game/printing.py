"""How a claim is printed on the front page: flat, with a name, with both names, as opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.items import Item, claim_of, question_of

if TYPE_CHECKING:
    from quizgame.packs.pack import Claim, Pack, Quote


def line_of(pack: Pack, item: Item) -> str:
    """The line that the right answer to an item prints."""
    if item.kind == "choice":
        question = question_of(pack, item)
        return question.answer.text
    return line(*claim_of(pack, item))


def line(claim: Claim, quote: Quote) -> str:
    """The front-page line of a claim as one quote carries it."""
    who = quote.who or _capitalised(quote.source) or "It is said"
    match quote.status:
        case "confirmed":
            return claim.headline
        case "denied":
            return f"{who}: {claim.headline} ({denier(claim, quote)} denies it)"
        case "analysis":
            return (
                f"Opinion, {who}: {claim.headline}" if quote.who else f"Opinion: {claim.headline}"
            )
        case "unknown":
            return f"Not known: {claim.headline}"
        case _:
            return f"{who}: {claim.headline}"


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def denier(claim: Claim, quote: Quote) -> str:
    """Who rejects the claim in the quote's article."""
    rejecting = [q for q in claim.quotes if q.role == "rejects"]
    same = [q for q in rejecting if q.article == quote.article]
    return next((q.who for q in same + rejecting if q.who), "the other side")
