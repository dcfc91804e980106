"""Which words in this passage give it away? The first kind whose answer is a mark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.game import explaining, marking
from quizgame.game.asking import Asked, Shape, passage
from quizgame.game.items import SHOWN, claim_of, claim_skill, of_claim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from quizgame.game.explaining import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack, Quote

SHAPE: Shape = "mark"
NEEDS = "It needs a `cue` in a quote that asserts or checks, and more words than may be marked."
PROMPT = "How is it known? Mark the words that give it away."

_LONGEST = 50
"""A cue of more characters is the sentence itself, and marking it no task."""

_PLENTY = 12
"""Among so many other words dashes and the like make no difference, and nobody need look closer."""

_SHORT: dict[marking.Outcome, str] = {
    "source": "who says it",
    "hedge": "a small word",
    "part": "a part of it",
    "more": "too much",
    "elsewhere": "something else",
}
_LONG: dict[marking.Outcome, str] = {
    "source": "names who says it. Look for the words that tell how it is known.",
    "hedge": "lowers the claim. It does not tell how it is known.",
    "part": "is close, but some of the words that give it away are missing.",
    "more": "holds the right words, but most of it is what is said, not how it is known.",
    "elsewhere": "does not give it away here. Look for the words that tell how it is known.",
}


def items(pack: Pack) -> Iterator[Item]:
    """One item a quote that asserts or checks a claim, and whose cue can be told from the rest."""
    for claim in pack.claims.values():
        for quote in claim.quotes:
            if _can_be_marked(quote):
                yield of_claim(pack, claim, quote, "cue")


def ask(pack: Pack, item: Item, _rng: Random) -> Asked:
    """The claim under its passage, whose words can be marked."""
    claim, quote = claim_of(pack, item)
    return Asked(
        item=str(item),
        kind="cue",
        passages=(passage(pack, quote),),
        prompt=PROMPT,
        statement=claim.text,
        words=marking.words(quote.text),
    )


def answers(pack: Pack, item: Item) -> tuple[str, ...]:
    """The mark that holds the cue and nothing else."""
    _, quote = claim_of(pack, item)
    span = marking.cue_of(quote)
    return (marking.written(quote.text, span),) if span and _can_be_marked(quote) else ()


skill = claim_skill


def explain(pack: Pack, graded: Graded) -> Explanation:
    """The words that give it away; after a miss, what the marked words do instead."""
    claim, quote = claim_of(pack, graded.item)
    outcome = marking.outcome(quote, graded.chosen)
    marked = marking.marked_words(quote.text, graded.chosen)
    missed = not graded.right and marked
    verdict = f'Given away by "{quote.cue}".'
    told = explaining.of_claim(pack, graded, claim, quote, verdict)
    if not missed:
        return told
    return replace(
        told,
        verdict=explaining.on_one_line(told.verdict, f"You marked {_SHORT[outcome]}."),
        because=f'"{marked}" {_LONG[outcome]}',
    )


def _can_be_marked(quote: Quote) -> bool:
    """Whether there is a cue, and marking the whole passage would not be right."""
    return (
        quote.role in SHOWN
        and len(quote.cue) <= _LONGEST
        and marking.cue_of(quote) is not None
        and _has_other_words(quote)
    )


def _has_other_words(quote: Quote) -> bool:
    others = len(quote.text.split()) - len(quote.cue.split()) - len(quote.source.split())
    if others > _PLENTY:
        return True
    everything = marking.written(quote.text, (0, len(quote.text)))
    return marking.outcome(quote, everything) == "more"
