"""Why an answer is right: the passage marked, the rule, the reason, and what others print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgame.game import printing, skills, statuses
from quizgame.game.asking import Passage, passage
from quizgame.game.items import claim_of, question_of
from quizgame.game.kinds.choice import evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def explain(pack: Pack, graded: Graded) -> Explanation:
    """The explanation of a graded answer."""
    if graded.item.kind == "choice":
        return _of_question(pack, graded, question_of(pack, graded.item))
    return _of_claim(pack, graded, *claim_of(pack, graded.item))


def _of_claim(pack: Pack, graded: Graded, claim: Claim, quote: Quote) -> Explanation:
    others = [q for q in claim.quotes if q.id != quote.id]
    return Explanation(
        right=graded.right,
        verdict=_verdict(graded, claim, quote),
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
        others=_others(pack, others),
        independence=_independence(pack, claim.quotes),
        decided=statuses.decided(claim, quote),
    )


def _of_question(pack: Pack, graded: Graded, question: Question) -> Explanation:
    shown = evidence(pack, question)
    own = [replace(other, status=None) for other in _others(pack, list(question.quotes))]
    carried = [q for ref in question.claims for q in pack.claims[ref].quotes]
    others = (*own, *_others(pack, carried))
    wrong = next((o for o in question.wrong if o.id == graded.chosen), None)
    told = {(q.article, q.text) for q in shown}
    return Explanation(
        right=graded.right,
        verdict=("Yes. " if graded.right else "Not this time. ") + _stop(question.answer.text),
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
        independence=_independence(pack, [*question.quotes, *carried]),
        decided="The passage answers it; the other options say what it does not say.",
    )


def _verdict(graded: Graded, claim: Claim, quote: Quote) -> str:
    opening = "Yes." if graded.right else "Not this time."
    if graded.item.kind == "source":
        return f"{opening} It rests on the word of {quote.who}."
    return f"{opening} On that day it was {_key(graded, claim, quote)}."


def _nobody(claim: Claim, quote: Quote) -> str:
    """What stands for the source of a flat line, or of a "reportedly" without a reporter.

    A quote whose author marked nothing at all says nothing about its source.
    """
    needs_one = quote.status not in {"confirmed", "unknown"}
    told = claim.skill == "headline" or bool(quote.cue or quote.hedges)
    return "nobody is named" if needs_one and told else ""


def _key(graded: Graded, claim: Claim, quote: Quote) -> str:
    name = statuses.WORDS[quote.status].name
    if quote.status == "denied":
        shown = "ALLEGED, and denied" if graded.item.kind == "two-way" else name
        name = f"{shown} by {printing.denier(claim, quote)}"
    if graded.right and graded.chosen != graded.answers[0]:
        return f"{name}; {graded.chosen.upper()} can be defended too"
    return name


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _others(pack: Pack, quotes: list[Quote]) -> tuple[Other, ...]:
    return tuple(
        Other(passage(pack, quote, marked=True), quote.status, quote.role == "rejects")
        for quote in quotes
    )


def _independence(pack: Pack, quotes: tuple[Quote, ...] | list[Quote]) -> str:
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
