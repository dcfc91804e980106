"""Which of these two is confirmed? Two claims that contrast, one on each side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.game import explaining
from quizgame.game.asking import Asked, Shape, numbered, passage
from quizgame.game.items import SHOWN, claim_of, claim_skill, first_quote, of_claim
from quizgame.game.kinds.two_way import SIDES
from quizgame.game.layout import COLUMNS, rows_of
from quizgame.game.statuses import WORDS, accepted
from quizgame.packs.pack import Option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from quizgame.game.explaining import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import Claim, Pack, Quote

SHAPE: Shape = "pick"
NEEDS = "It needs a `contrast`, one of the two confirmed and the other not, and short passages."
PROMPT = "On that day, only one of the two could be printed as fact."
ASK = "Which of these two is confirmed?"

_ROWS = 15
"""How many rows of 24 are left for the passages and the two claims."""
_LEAD = 3
"""How many columns the caret and the number take before a claim, beyond the two of a bar."""


def items(pack: Pack) -> Iterator[Item]:
    """One item a claim that contrasts with one of the other side; each trains its own skill."""
    for claim in pack.claims.values():
        if claim.contrast:
            item = of_claim(pack, claim, first_quote(claim), "pair")
            if answers(pack, item):
                yield item


def ask(pack: Pack, item: Item, rng: Random) -> Asked:
    """Both passages, or the one that carries both, and the two claims in a random order."""
    both = _both(pack, item)
    return Asked(
        item=str(item),
        kind="pair",
        passages=tuple(passage(pack, quote) for quote in _passages(both)),
        prompt=PROMPT,
        statement=ASK,
        choices=numbered((Option(claim.id, claim.text) for claim, _ in both), rng),
    )


def answers(pack: Pack, item: Item) -> tuple[str, ...]:
    """The claim that is confirmed; none where both could be, or neither, or there is no room."""
    both = _both(pack, item)
    sides = [_side(claim, quote) for claim, quote in both]
    if sorted(sides) != ["alleged", "confirmed"] or not _fits(pack, both):
        return ()
    return (both[sides.index("confirmed")][0].id,)


skill = claim_skill


def explain(pack: Pack, graded: Graded) -> Explanation:
    """The item's own claim as it was printed; the other one follows on demand."""
    (claim, quote), (other, shown) = _both(pack, graded.item)
    own, others = (WORDS[q.status].name for q in (quote, shown))
    told = explaining.of_claim(pack, graded, claim, quote, f"{own}: {claim.headline}.")
    contrast = explaining.put_by(pack, [shown])
    same = (shown.article, shown.text) == (quote.article, quote.text)
    return replace(
        told,
        verdict=explaining.on_one_line(told.verdict, f"The other: {others}."),
        because=f"{other.text} {others}. {other.why}".strip(),
        others=told.others if same else (*contrast, *told.others),
    )


def _both(pack: Pack, item: Item) -> list[tuple[Claim, Quote]]:
    """The item's own claim and quote, then those of its contrast, if it has one."""
    own = claim_of(pack, item)
    other = pack.claims.get(own[0].contrast or "")
    return [own, (other, first_quote(other))] if other else [own]


def _side(claim: Claim, quote: Quote) -> str:
    """The one side that can be defended; empty if there is none, or if both can."""
    sides = {SIDES.get(status, "") for status in accepted(claim, quote)}
    return sides.pop() if len(sides) == 1 and quote.role in SHOWN else ""


def _passages(both: list[tuple[Claim, Quote]]) -> list[Quote]:
    """The passages, in an order that tells nothing; one that stands in the other is left out."""
    quotes = {(quote.article, quote.text): quote for _, quote in both}
    return [
        quotes[place]
        for place in sorted(quotes)
        if not any(place != (a, t) and place[0] == a and place[1] in t for a, t in quotes)
    ]


def _fits(pack: Pack, both: list[tuple[Claim, Quote]]) -> bool:
    """Whether the passages, each with its place and a blank line, leave room for the claims."""
    shown = [passage(pack, quote) for quote in _passages(both)]
    texts = [one.text for one in shown] + [one.note for one in shown if one.note]
    claims = [claim.text for claim, _ in both]
    return 2 * len(shown) + rows_of(*texts) + rows_of(*claims, columns=COLUMNS - _LEAD) <= _ROWS
