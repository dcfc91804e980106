"""Confirmed or alleged? A denied claim is alleged here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.asking import ALLEGED, CONFIRMED, Asked, Shape, passage
from quizgame.game.explaining import denied, of_verdict
from quizgame.game.items import SHOWN, claim_of, claim_skill, of_claim
from quizgame.game.statuses import WORDS, accepted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from quizgame.game.explaining import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack

SHAPE: Shape = "pick"
NEEDS = "It needs a quote that asserts or checks the claim, and is confirmed, alleged or denied."

SIDES = {"confirmed": "confirmed", "alleged": "alleged", "denied": "alleged"}
PROMPT = "On that day, how do you print this?"


def items(pack: Pack) -> Iterator[Item]:
    """One item a quote that asserts or checks a claim whose status has a side."""
    for claim in pack.claims.values():
        for quote in claim.quotes:
            if quote.role in SHOWN and quote.status in SIDES:
                yield of_claim(pack, claim, quote, "two-way")


def ask(pack: Pack, item: Item, _rng: Random) -> Asked:
    """The claim under its passage, and two ways to print it, always in the same order."""
    claim, quote = claim_of(pack, item)
    return Asked(
        item=str(item),
        kind="two-way",
        passages=(passage(pack, quote),),
        prompt=PROMPT,
        statement=claim.text,
        choices=(CONFIRMED, ALLEGED),
    )


def answers(pack: Pack, item: Item) -> tuple[str, ...]:
    """The side of the status, and of those that are accepted too."""
    claim, quote = claim_of(pack, item)
    if quote.role not in SHOWN or quote.status not in SIDES:
        return ()
    sides = (SIDES[status] for status in accepted(claim, quote) if status in SIDES)
    return tuple(dict.fromkeys(sides))


skill = claim_skill


def explain(pack: Pack, graded: Graded) -> Explanation:
    """The status; a denied claim is alleged here, and its denier is named."""
    claim, quote = claim_of(pack, graded.item)
    name = "ALLEGED, and denied" if quote.status == "denied" else WORDS[quote.status].name
    return of_verdict(pack, graded, claim, quote, denied(claim, quote, name))
