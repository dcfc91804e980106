"""What explanations are made of; each kind of question puts its own together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgame.game import printing, skills, statuses
from quizgame.game.asking import Passage, passage
from quizgame.game.layout import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.grading import Graded
    from quizgame.game.skills import SkillWords
    from quizgame.packs.pack import Claim, Pack, Question, Quote, Status


@dataclass(frozen=True, slots=True)
class Other:
    """The same claim in another article, or rejected in this one.

    A question's own passage has no status: nothing is asked of it but the question.
    """

    passage: Passage
    status: Status | None
    rejects: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything there is to say about an answer; empty texts are left out when shown.

    Attributes:
        statement: what was asked about.
        status: the key of a claim's item; None for a multiple-choice question.
        who: the words in the passage that name the speaker.
        how: the words that tell how the speaker knows or says it.
        small: the hedges.
        because: why the wrong option that was chosen is wrong.
        independence: how many sources the articles that carry the claim really are.
        decided: the editorial rule behind the key.
    """

    right: bool
    verdict: str
    statement: str
    status: Status | None
    passages: tuple[Passage, ...]
    who: str
    how: str
    small: tuple[str, ...]
    skill: SkillWords | None
    why: str
    printed: str
    because: str
    lifts: str
    others: tuple[Other, ...]
    independence: str
    decided: str


def of_claim(pack: Pack, graded: Graded, claim: Claim, quote: Quote, verdict: str) -> Explanation:
    """The explanation of an item about a claim; `verdict` is what follows "Yes."."""
    others = [q for q in claim.quotes if q.id != quote.id]
    return Explanation(
        right=graded.right,
        verdict=opened(graded, verdict),
        statement=claim.text,
        status=quote.status,
        passages=(passage(pack, quote, marked=True),),
        who=quote.source or _nobody(claim, quote),
        how=quote.cue,
        small=quote.hedges,
        skill=skills.words(claim.skill),
        why=claim.why or statuses.WORDS[quote.status].means,
        printed=printing.line(claim, quote),
        because="",
        lifts=claim.lifts,
        others=put_by(pack, others),
        independence=independence(pack, claim.quotes),
        decided=statuses.decided(claim, quote),
    )


def of_question(
    pack: Pack, graded: Graded, question: Question, shown: Sequence[Quote]
) -> Explanation:
    """The explanation of a question under the passages that were shown."""
    own = [replace(other, status=None) for other in put_by(pack, question.quotes)]
    carried = [q for ref in question.claims for q in pack.claims[ref].quotes]
    others = (*own, *put_by(pack, carried))
    wrong = next((o for o in question.wrong if o.id == graded.chosen), None)
    told = {(q.article, q.text) for q in shown}
    return Explanation(
        right=graded.right,
        verdict=opened(graded, _stop(question.answer.text)),
        statement=question.ask,
        status=None,
        passages=tuple(passage(pack, quote, marked=True) for quote in shown),
        who=_joined(quote.source for quote in shown),
        how=_joined(quote.cue for quote in shown),
        small=tuple(dict.fromkeys(hedge for quote in shown for hedge in quote.hedges)),
        skill=skills.words(question.skill),
        why=question.why,
        printed="",
        because=wrong.because if wrong else "",
        lifts="",
        others=tuple(o for o in others if (o.passage.article, o.passage.text) not in told),
        independence=independence(pack, [*question.quotes, *carried]),
        decided="The passage answers it; the other options say what it does not say.",
    )


def of_verdict(pack: Pack, graded: Graded, claim: Claim, quote: Quote, key: str) -> Explanation:
    """The explanation of an item that asks for a status; `key` is its name."""
    if graded.right and graded.chosen != graded.answers[0]:
        key = f"{key}; {graded.chosen.upper()} can be defended too"
    return of_claim(pack, graded, claim, quote, f"On that day it was {key}.")


def denied(claim: Claim, quote: Quote, name: str) -> str:
    """A status with whoever rejects the claim; the name alone where nobody does."""
    by = f" by {printing.denier(claim, quote)}"
    return name + by if quote.status == "denied" else name


def on_one_line(text: str, more: str) -> str:
    """The text and what may follow it, if a row of the first view has room for both."""
    both = f"{text} {more}"
    return both if len(both) <= COLUMNS else text


def opened(graded: Graded, verdict: str) -> str:
    """A verdict behind the words that tell right from not."""
    return f"{'Yes.' if graded.right else 'Not this time.'} {verdict}"


def _nobody(claim: Claim, quote: Quote) -> str:
    """What stands for the source of a flat line, or of a "reportedly" without a reporter.

    A quote whose author marked nothing at all says nothing about its source.
    """
    needs_one = quote.status not in {"confirmed", "unknown"}
    told = claim.skill == "headline" or bool(quote.cue or quote.hedges)
    return "nobody is named" if needs_one and told else ""


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def put_by(pack: Pack, quotes: Iterable[Quote]) -> tuple[Other, ...]:
    """How quotes put a claim, each with its marks and its status."""
    return tuple(
        Other(passage(pack, quote, marked=True), quote.status, quote.role == "rejects")
        for quote in quotes
    )


def independence(pack: Pack, quotes: Iterable[Quote]) -> str:
    """Articles that retell one report count once; empty where one article carries the claim."""
    ids = dict.fromkeys(q.article for q in quotes if q.role != "rejects")
    carriers = [pack.articles[article] for article in ids]
    if len(carriers) < 2:
        return ""
    sources = {article.report or article.id for article in carriers}
    if len(sources) == 1:
        return f"These {len(carriers)} articles retell one report: they count as one source."
    if len(sources) == len(carriers):
        return f"These {len(carriers)} articles retell no common report."
    return f"{len(carriers)} articles, but only {len(sources)} reports: retellings count once."
