"""Second answers that a claim accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.game.items import SHOWN
from quizgame.game.kinds.two_way import SIDES
from quizgame.game.statuses import accepted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack


def accepted_twice(pack: Pack) -> Iterator[Finding]:
    """The key counts as right without being accepted."""
    for claim in pack.claims.values():
        keys = {quote.status for quote in claim.quotes if quote.role in SHOWN}
        for index, status in enumerate(claim.also_accept):
            if keys == {status} or status in claim.also_accept[:index]:
                at = At("claim", claim.id, ("also_accept", index))
                yield Finding(f"`{status}` counts as right already", at)


def never_missed(pack: Pack) -> Iterator[Finding]:
    """Where both answers are right there is nothing to ask."""
    for claim in pack.claims.values():
        for quote in claim.quotes:
            if quote.role not in SHOWN or quote.status not in SIDES:
                continue
            right = {SIDES[status] for status in accepted(claim, quote) if status in SIDES}
            if len(right) > 1:
                message = "confirmed and alleged both count as right: the item cannot be missed"
                yield Finding(message, At("claim", claim.id, ("also_accept",)))
                break
