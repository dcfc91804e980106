"""Who says so? The rivals are other speakers of the pack, the same article's first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import explaining
from quizgame.game.asking import Asked, Shape, numbered, passage
from quizgame.game.chance import shuffled
from quizgame.game.items import claim_of, claim_skill, of_claim
from quizgame.packs.pack import Option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from quizgame.game.explaining import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import Claim, Pack, Quote

SHAPE: Shape = "pick"
NEEDS = "It needs `who` and `source` in the quote, and three other speakers in the pack."

_RIVALS = 3


def items(pack: Pack) -> Iterator[Item]:
    """One item a quote that asserts a claim and names its speaker, if there are rivals."""
    speakers = {quote.who for claim in pack.claims.values() for quote in claim.quotes} - {""}
    for claim in pack.claims.values():
        if len(speakers) - len(_behind(claim) & speakers) < _RIVALS:
            continue
        for quote in claim.quotes:
            if _names_speaker(quote):
                yield of_claim(pack, claim, quote, "source")


def ask(pack: Pack, item: Item, rng: Random) -> Asked:
    """The claim under its passage, and four who could stand behind it."""
    claim, quote = claim_of(pack, item)
    names = (quote.who, *_rivals(pack, claim, quote, rng))
    return Asked(
        item=str(item),
        kind="source",
        passages=(passage(pack, quote),),
        prompt="Who says so here?",
        statement=claim.text,
        choices=numbered((Option(name, name) for name in names), rng),
    )


def answers(pack: Pack, item: Item) -> tuple[str, ...]:
    """The speaker of the shown quote; nobody if it names none."""
    _, quote = claim_of(pack, item)
    return (quote.who,) if _names_speaker(quote) else ()


skill = claim_skill


def explain(pack: Pack, graded: Graded) -> Explanation:
    """Whose word it rests on."""
    claim, quote = claim_of(pack, graded.item)
    verdict = f"It rests on the word of {quote.who}."
    return explaining.of_claim(pack, graded, claim, quote, verdict)


def _names_speaker(quote: Quote) -> bool:
    return quote.role == "asserts" and bool(quote.who and quote.source)


def _behind(claim: Claim) -> set[str]:
    """Everybody who stands behind the claim in any article: none of them can be a wrong answer."""
    return {quote.who for quote in claim.quotes if quote.role != "rejects"}


def _rivals(pack: Pack, claim: Claim, quote: Quote, rng: Random) -> list[str]:
    near: list[str] = []
    far: list[str] = []
    for other in pack.claims.values():
        for said in other.quotes:
            (near if said.article == quote.article else far).append(said.who)
    behind = _behind(claim) | {""}
    ranked = shuffled(dict.fromkeys(near), rng) + shuffled(dict.fromkeys(far), rng)
    return [name for name in dict.fromkeys(ranked) if name not in behind][:_RIVALS]
