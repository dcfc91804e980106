"""What is asked: an item is a kind of question about a claim's quote, or about a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError

if TYPE_CHECKING:
    from quizgame.packs.pack import Claim, Pack, Question, Quote, Skill

_WRITTEN = re.compile(
    r"(?:(?P<pack>[a-z0-9-]+)/)?(?P<ref>[a-z0-9-]+)"
    r"(?:\?(?P<kind>[a-z-]+))?(?:@(?P<quote>[a-z0-9-]+))?"
)


SHOWN = frozenset({"asserts", "checks"})
"""What a quote must do with its claim to be shown as evidence."""


class UnknownItemError(QuizgameError):
    """An item that the pack does not have, such as one from an older version of it."""


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One thing to ask; its text form `pack/claim?kind@quote` is what saves keep.

    Attributes:
        ref: the id of a claim or a question of the pack.
        quote: the id of the quote that is shown; empty for questions.
    """

    pack: str
    ref: str
    kind: str
    quote: str = ""

    def __str__(self) -> str:
        shown = f"@{self.quote}" if self.quote else ""
        return f"{self.pack}/{self.ref}?{self.kind}{shown}"


def first_quote(claim: Claim) -> Quote:
    """The quote that is shown where none is named: the first that asserts or checks."""
    return next((q for q in claim.quotes if q.role in SHOWN), claim.quotes[0])


def of_claim(pack: Pack, claim: Claim, quote: Quote, kind: str) -> Item:
    """The item that asks about a claim as one quote carries it."""
    return Item(pack.id, claim.id, kind, quote.id)


def parse(written: str, pack: Pack) -> Item:
    """The item that an author or a save wrote, with its defaults filled in.

    A claim is asked two ways where its status allows that, else five ways.

    Raises:
        UnknownItemError: the text is no item, or the pack has no such claim, question or quote.
    """
    match = _WRITTEN.fullmatch(written)
    if not match or match["pack"] not in {None, pack.id}:
        raise unknown(written, pack)
    if match["ref"] in pack.questions:
        return Item(pack.id, match["ref"], "choice")
    claim = pack.claims.get(match["ref"])
    if claim is None:
        raise unknown(written, pack)
    quote = first_quote(claim) if match["quote"] is None else _quote(claim, match["quote"])
    if quote is None:
        raise unknown(written, pack)
    two_way = quote.status in {"confirmed", "alleged", "denied"}
    return of_claim(pack, claim, quote, match["kind"] or ("two-way" if two_way else "five-way"))


def claim_of(pack: Pack, item: Item) -> tuple[Claim, Quote]:
    """The claim that an item asks about, and the quote it shows."""
    claim = pack.claims.get(item.ref)
    quote = _quote(claim, item.quote) if claim else None
    if claim is None or quote is None:
        raise unknown(str(item), pack)
    return claim, quote


def claim_skill(pack: Pack, item: Item) -> Skill | None:
    """The skill of the claim that an item asks about."""
    return claim_of(pack, item)[0].skill


def question_of(pack: Pack, item: Item) -> Question:
    """The question that an item asks."""
    if item.ref not in pack.questions:
        raise unknown(str(item), pack)
    return pack.questions[item.ref]


def subjects(pack: Pack, item: Item) -> frozenset[str]:
    """The claims that an item uses up in a round: its own, those of its question, or both."""
    if question := pack.questions.get(item.ref):
        return frozenset((item.ref, *question.claims))
    contrast = pack.claims[item.ref].contrast if item.kind == "pair" else None
    return frozenset((item.ref, contrast) if contrast else (item.ref,))


def is_sensitive(pack: Pack, item: Item) -> bool:
    """Whether an item, or a claim that it is about, is marked as sensitive."""
    question = pack.questions.get(item.ref)
    about = (pack.claims[ref] for ref in subjects(pack, item) if ref in pack.claims)
    return (question is not None and question.sensitive) or any(c.sensitive for c in about)


def _quote(claim: Claim, quote_id: str) -> Quote | None:
    return next((q for q in claim.quotes if q.id == quote_id), None)


def unknown(written: str, pack: Pack) -> UnknownItemError:
    """The error for an item that the pack does not have."""
    return UnknownItemError(
        "An item is missing",
        f'The pack "{pack.id}" has no item "{written}".',
        "Start a new round; the pack has changed since this one was drawn.",
    )
