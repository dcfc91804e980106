"""Which of these words did somebody really say? Only words on which all versions agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgame.game import explaining, skills
from quizgame.game.asking import Asked, Choice, Shape, numbered, passage
from quizgame.game.chance import shuffled
from quizgame.game.items import claim_of, first_quote, of_claim
from quizgame.game.layout import COLUMNS, rows_of
from quizgame.packs import quotes
from quizgame.packs.pack import Option

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from quizgame.game.asking import Passage
    from quizgame.game.explaining import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import Claim, Pack, Quote, Skill

SHAPE: Shape = "pick"
NEEDS = (
    "It needs `exact` words of one speaker in two articles, or in reworded copies alone; "
    "at least two different stretches, of which at most one is the same in all."
)
CANNOT = "cannot-be-known"
DECIDED = "Quotation marks must agree across versions, and not in reworded copies alone."

_MOST = 4
"""So many stretches of words leave a key for "cannot be known"."""
_ROWS = 17
"""How many rows of 24 are left for the passages and the choices."""
_LEAD = 3
"""How many columns the caret and the number take before a choice, beyond the two of a bar."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What the articles print of one statement.

    Attributes:
        speaker: whose words they are.
        quotes: the passages, in the author's order.
        words: every stretch, as first printed, by its folded form.
        agreed: the folded form of the one on which all versions agree; empty if there is none.
    """

    speaker: str
    quotes: tuple[Quote, ...]
    words: dict[str, str]
    agreed: str

    @property
    def key(self) -> str:
        """The id of the right choice."""
        return self.words[self.agreed] if self.agreed else CANNOT


def items(pack: Pack) -> Iterator[Item]:
    """One item a claim with exact words that can be compared."""
    for claim in pack.claims.values():
        # Few claims have any, and every round walks through all of them.
        if any(quote.exact for quote in claim.quotes):
            item = of_claim(pack, claim, first_quote(claim), "quote")
            if answers(pack, item):
                yield item


def ask(pack: Pack, item: Item, rng: Random) -> Asked:
    """The versions, and the words that might be printed between quotation marks."""
    versions = _versions(pack, claim_of(pack, item)[0])
    rivals = [words for words in versions.words.values() if words != versions.key]
    offered = shuffled(rivals, rng)[: _MOST - bool(versions.agreed)]
    if versions.agreed:
        offered.append(versions.key)
    choices = numbered((Option(words, f'"{words}"') for words in offered), rng)
    cannot = Choice(CANNOT, str(len(choices) + 1), "None of them: it cannot be known from here")
    return Asked(
        item=str(item),
        kind="quote",
        passages=tuple(_passage(pack, quote) for quote in _shown(versions)),
        prompt="",
        statement=f"{versions.speaker}: which words can you print between quotation marks?",
        choices=(*choices, cannot),
    )


def answers(pack: Pack, item: Item) -> tuple[str, ...]:
    """The words on which all versions agree, or that it cannot be known."""
    versions = _versions(pack, claim_of(pack, item)[0])
    return (versions.key,) if _playable(pack, versions) else ()


def skill(_pack: Pack, _item: Item) -> Skill | None:
    """Always the same, whatever the claim itself trains."""
    return "quote"


def explain(pack: Pack, graded: Graded) -> Explanation:
    """What each version prints, and why its words may be quoted or not."""
    claim, quote = claim_of(pack, graded.item)
    versions = _versions(pack, claim)
    key = f'All have "{versions.key}".' if versions.agreed else "It cannot be known from here."
    return replace(
        explaining.of_claim(pack, graded, claim, quote, key),
        passages=tuple(_excerpt(pack, shown) for shown in _shown(versions)),
        who=versions.speaker,
        how="",
        small=(),
        skill=skills.words("quote"),
        why=_why(pack, versions),
        because="" if graded.right else _because(pack, versions, graded.chosen),
        lifts="",
        others=explaining.put_by(pack, versions.quotes),
        decided=DECIDED,
    )


def trouble(pack: Pack, claim: Claim) -> str:
    """Why a claim with `exact` words yields no item; empty if it does, or has none."""
    if not any(quote.exact for quote in claim.quotes):
        return ""
    versions = _versions(pack, claim)
    return "" if _playable(pack, versions) else _obstacle(pack, versions)


def _versions(pack: Pack, claim: Claim) -> Versions:
    carrying = tuple(quote for quote in claim.quotes if quote.exact or quote.retold)
    speakers = dict.fromkeys(who for q in carrying if q.exact and (who := q.who or q.source))
    words: dict[str, str] = {}
    for quote in carrying:
        for stretch in (*quote.exact, *quote.retold):
            words.setdefault(_same(stretch), stretch)
    agreed = [form for form in words if _agreed(pack, carrying, form)]
    return Versions(
        next(iter(speakers), "") if len(speakers) == 1 else "",
        carrying,
        words,
        agreed[0] if len(agreed) == 1 else "",
    )


def _same(words: str) -> str:
    """The form in which words are compared: quotation marks and letter case do not count."""
    return quotes.fold(words).casefold()


def _shared(carrying: Sequence[Quote], form: str) -> bool:
    """Whether every article prints the words as said."""
    saying = {quote.article for quote in carrying if form in map(_same, quote.exact)}
    return saying == {quote.article for quote in carrying}


def _agreed(pack: Pack, carrying: Sequence[Quote], form: str) -> bool:
    """Whether two articles or more print the words as said, and not reworded copies alone."""
    every = {quote.article for quote in carrying}
    clean = any(pack.articles[article].wording != "reworded" for article in every)
    return len(every) > 1 and clean and _shared(carrying, form)


def _playable(pack: Pack, versions: Versions) -> bool:
    return bool(versions.quotes) and not _obstacle(pack, versions)


def _obstacle(pack: Pack, versions: Versions) -> str:
    """What stands in the way of an item, in a sentence."""
    articles = {quote.article for quote in versions.quotes}
    clean = any(pack.articles[article].wording != "reworded" for article in articles)
    agreed = [form for form in versions.words if _agreed(pack, versions.quotes, form)]
    if not versions.speaker:
        return "the passages name no speaker, or not the same one"
    if len(articles) < 2 and clean:
        return "only one article has the words, so that there is nothing to compare"
    if len(versions.words) < 2:
        return "there is only one stretch of words, and nothing beside it to choose"
    if len(agreed) > 1:
        return "more than one stretch is the same in all versions"
    if any(_hidden(versions.quotes, form) for form in versions.words):
        return "a stretch that the versions do not share stands in all of them"
    if not _fits(pack, versions):
        return "the passages leave no room for the choices on 24 rows"
    return ""


def _hidden(carrying: Sequence[Quote], form: str) -> bool:
    """Whether words that not every article prints as said stand in all of them all the same."""
    every = {quote.article for quote in carrying}
    holding = {quote.article for quote in carrying if form in _same(quote.text)}
    return len(every) > 1 and holding == every and not _shared(carrying, form)


def _shown(versions: Versions) -> list[Quote]:
    """One passage for each thing that is printed, and two where all print the same."""
    different: dict[frozenset[str], Quote] = {}
    for quote in versions.quotes:
        different.setdefault(frozenset(map(_same, (*quote.exact, *quote.retold))), quote)
    return list(different.values()) if len(different) > 1 else list(versions.quotes[:2])


def _passage(pack: Pack, quote: Quote) -> Passage:
    """A version as evidence, its note beside the date; here it matters that a copy is reworded."""
    shown = passage(pack, quote)
    reworded = pack.articles[quote.article].wording == "reworded"
    return replace(
        shown, dated=f"{shown.dated} (a reworded copy)" if reworded else shown.dated, note=""
    )


def _excerpt(pack: Pack, quote: Quote) -> Passage:
    """What a version says, and what it retells, without the rest of the passage."""
    said = [f'"{words}"' for words in quote.exact] + list(quote.retold)
    return replace(_passage(pack, quote), text="; ".join(said))


def _fits(pack: Pack, versions: Versions) -> bool:
    """Whether the passages, each with its place and a blank line, leave room for the choices."""
    shown = [_passage(pack, quote).text for quote in _shown(versions)]
    offered = [f'"{words}"' for words in list(versions.words.values())[:_MOST]]
    needed = 2 * len(shown) + rows_of(*shown) + rows_of(*offered, columns=COLUMNS - _LEAD) + 1
    return needed <= _ROWS


def _why(pack: Pack, versions: Versions) -> str:
    if versions.agreed:
        return "Every version prints these words between quotation marks."
    saying = [pack.articles[quote.article] for quote in versions.quotes if quote.exact]
    if all(article.wording == "reworded" for article in saying):
        return "Only a reworded copy has quotation marks here: retell it, do not quote it."
    if {article.id for article in saying} != {quote.article for quote in versions.quotes}:
        return "Not every version has quotation marks here: retell it, do not quote it."
    return "The versions print different words between quotation marks: retell it, do not quote it."


def _because(pack: Pack, versions: Versions, chosen: str) -> str:
    if chosen == CANNOT:
        return "One stretch of words stands between quotation marks in every version."
    form = _same(chosen)
    saying = [q for q in versions.quotes if form in map(_same, q.exact)]
    if not saying:
        return f'"{chosen}" stands outside the quotation marks: the article retells it.'
    outlets = " and ".join(dict.fromkeys(pack.articles[q.article].outlet for q in saying))
    return f'"{chosen}" stands between quotation marks only in {outlets}.'
