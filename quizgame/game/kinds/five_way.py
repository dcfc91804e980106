"""Confirmed, alleged, denied, analysis or unknown?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.asking import Asked, Choice, Shape, passage
from quizgame.game.explaining import denied, of_verdict
from quizgame.game.items import SHOWN, claim_of, claim_skill, of_claim
from quizgame.game.kinds.two_way import PROMPT
from quizgame.game.statuses import WORDS, accepted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from quizgame.game.explaining import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack

SHAPE: Shape = "pick"
NEEDS = "It needs a quote that asserts or checks the claim."


def items(pack: Pack) -> Iterator[Item]:
    """One item a quote that asserts or checks a claim."""
    for claim in pack.claims.values():
        for quote in claim.quotes:
            if quote.role in SHOWN:
                yield of_claim(pack, claim, quote, "five-way")


def ask(pack: Pack, item: Item, _rng: Random) -> Asked:
    """The claim under its passage, and the ladder from fact to not known."""
    claim, quote = claim_of(pack, item)
    ladder = enumerate(WORDS.items(), 1)
    return Asked(
        item=str(item),
        kind="five-way",
        passages=(passage(pack, quote),),
        prompt=PROMPT,
        statement=claim.text,
        choices=tuple(Choice(s, str(n), words.name, words.printed) for n, (s, words) in ladder),
    )


def answers(pack: Pack, item: Item) -> tuple[str, ...]:
    """The status that this quote gives the claim, and those that are accepted too."""
    claim, quote = claim_of(pack, item)
    return accepted(claim, quote) if quote.role in SHOWN else ()


skill = claim_skill


def explain(pack: Pack, graded: Graded) -> Explanation:
    """The status, and who denies a denied claim."""
    claim, quote = claim_of(pack, graded.item)
    return of_verdict(pack, graded, claim, quote, denied(claim, quote, WORDS[quote.status].name))
