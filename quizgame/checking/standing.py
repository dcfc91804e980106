"""Who stands behind a claim: does its status agree with its quotes?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Claim, Pack

_SHOWN = {"asserts", "checks"}


def party_checks(pack: Pack) -> Iterator[Finding]:
    """Who arms, fights or punishes a side cannot confirm by checking."""
    parties = {party.casefold() for party in pack.parties}
    for claim in pack.claims.values():
        for index, quote in enumerate(claim.quotes):
            if quote.role == "checks" and quote.who.casefold() in parties:
                at = At("claim", claim.id, ("quote", index, "who"))
                yield Finding(f"`{quote.who}` is a party, and a party's check is its word", at)


def denied_by_nobody(pack: Pack) -> Iterator[Finding]:
    """Denied means that the same article carries the denial, so that a player can read it."""
    for claim in pack.claims.values():
        rejected = {quote.article for quote in claim.quotes if quote.role == "rejects"}
        for index, quote in enumerate(claim.quotes):
            if quote.status != "denied" or quote.role not in _SHOWN:
                continue
            if quote.article not in rejected:
                message = f"denied, but no quote from `{quote.article}` rejects it"
                at = At("claim", claim.id, ("quote", index, "status"))
                yield Finding(message, at if _own_status(claim, index) else _status(claim))


def _own_status(claim: Claim, index: int) -> bool:
    return claim.quotes[index].status != claim.status


def _status(claim: Claim) -> At:
    return At("claim", claim.id, ("status",))


def never_asked(pack: Pack) -> Iterator[Finding]:
    """A claim is asked with a quote that asserts or checks it."""
    for claim in pack.claims.values():
        if not any(quote.role in _SHOWN for quote in claim.quotes):
            at = At("claim", claim.id, ("quote", 0, "role"))
            yield Finding("no quote asserts or checks this claim: it is never asked", at)


def one_sided_contrast(pack: Pack) -> Iterator[Finding]:
    """A pair is a pair from both sides."""
    for claim in pack.claims.values():
        other = pack.claims.get(claim.contrast or "")
        if other is not None and (other.contrast is None or other is claim):
            message = f"`{claim.id}` is paired with `{claim.contrast}`, which knows nothing of it"
            if other is claim:
                message = "a claim cannot be its own contrast"
            yield Finding(message, At("claim", claim.id, ("contrast",)))
