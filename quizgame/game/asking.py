"""What a player sees of an item before the answer. Nothing here tells the key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgame.game import chance, marking, statuses
from quizgame.packs import quotes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from quizgame.packs.pack import Article, Option, Pack, Quote, Span

MarkRole = Literal["source", "cue", "hedge"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a passage and what it does there."""

    begin: int
    end: int
    role: MarkRole


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the place it comes from.

    Attributes:
        note: what a reader must know of the wording; empty if it is the speaker's or the paper's.
        at: where the quote stands in its article; None where the article is not at hand.
    """

    article: str
    outlet: str
    dated: str
    text: str
    note: str
    at: Span | None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be picked.

    Attributes:
        id: what is graded and saved.
        slot: which key picks it: `confirmed`, `alleged`, or its number from `1` on.
        note: a few words after the text.
    """

    id: str
    slot: str
    text: str
    note: str = ""


_OPTIONS_OF_A_MARK = 4

Shape = Literal["pick", "mark"]
"""How an item is answered: by one of its choices, or by marking words of its first passage."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An item as a player sees it, in one of two shapes: pick a choice, or mark words.

    Attributes:
        choices: what can be picked; empty where words are marked.
        words: the words of the first passage that can be marked, as spans of its text; empty where
            a choice is picked. `marking.written` makes an answer of a stretch of them.
    """

    item: str
    kind: str
    passages: tuple[Passage, ...]
    prompt: str
    statement: str
    choices: tuple[Choice, ...] = ()
    words: tuple[Span, ...] = ()

    @property
    def shape(self) -> Shape:
        """How it is answered."""
        return "mark" if self.words else "pick"

    @property
    def options(self) -> int:
        """Among how many answers a guess falls; a mark, which need not be exact, counts as four."""
        return len(self.choices) or _OPTIONS_OF_A_MARK

    def answer_text(self, chosen: str) -> str:
        """An answer as people read it; empty for one that the item does not have."""
        if self.shape == "mark":
            return marking.marked_words(self.passages[0].text, chosen)
        return next((choice.text for choice in self.choices if choice.id == chosen), "")


WORDING = {
    "original": "",
    "translated": "translated",
    "reworded": "wording as in the source",
}


def passage(pack: Pack, quote: Quote, *, marked: bool = False) -> Passage:
    """A quote as evidence; its source, cue and hedges marked only on request."""
    article = pack.articles[quote.article]
    return Passage(
        article=article.id,
        outlet=article.outlet,
        dated=article.dated,
        text=quote.text,
        note=_note(article, quote),
        at=quote.at,
        marks=marks(quote) if marked else (),
    )


def _note(article: Article, quote: Quote) -> str:
    gloss = f"means: {quote.means}" if quote.means else ""
    return "; ".join(part for part in (WORDING[article.wording], gloss) if part)


def marks(quote: Quote) -> tuple[Mark, ...]:
    """Where source, cue and hedges stand in a quote, in order and without overlaps."""
    wanted: list[tuple[MarkRole, str]] = [("source", quote.source), ("cue", quote.cue)]
    wanted += [("hedge", hedge) for hedge in quote.hedges]
    found: list[Mark] = []
    for role, words in wanted:
        span = quotes.find(words, quote.text)
        while span and any(m.begin < span[1] and span[0] < m.end for m in found):
            span = quotes.find(words, quote.text, span[0] + 1)
        if span:
            found.append(Mark(*span, role))
    return tuple(sorted(found, key=lambda mark: mark.begin))


def numbered(options: Iterable[Option], rng: Random) -> tuple[Choice, ...]:
    """Options in a random order, numbered from 1."""
    order = chance.shuffled(options, rng)
    return tuple(Choice(o.id, str(n), o.text) for n, o in enumerate(order, 1))


CONFIRMED, ALLEGED = (
    Choice(name, name, statuses.WORDS[name].name, statuses.WORDS[name].printed)
    for name in ("confirmed", "alleged")
)
