"""The exercises of a pack, or of one of its sets."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from quizgame.errors import UsageError
from quizgame.exchange.exercises import Book, Evidence, Exercise, Loss, Option
from quizgame.game import explanation, grading
from quizgame.game.items import Item, claim_of, parse, question_of
from quizgame.packs.names import did_you_mean
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.game.asking import Asked
    from quizgame.game.explanation import Explanation
    from quizgame.packs.pack import Pack, Question, Quote, Skill

FIXED = ("two-way", "five-way")
"""Kinds whose options always come in the same order."""


def book(pack: Pack, set_id: str | None = None) -> tuple[Book, list[Loss]]:
    """Every claim, asked as it is by default, and every question; or the items of one set.

    Raises:
        UsageError: the pack has no such set.
    """
    made: list[Exercise] = []
    losses: list[Loss] = []
    for item in _items(pack, set_id):
        asked = grading.ask(pack, item, Random(str(item)))
        if not asked.choices:
            losses.append(Loss(str(item), "left out: its answer is marked on the passage"))
            continue
        made.append(_exercise(pack, item, asked))
        losses += _too_good(pack, item, asked)
    title = pack.sets[set_id].title if set_id else pack.title
    note = UNICODE.clean(pack.content_note)
    return Book(pack.id, UNICODE.line(title), tuple(made), pack.language, note), losses


def _items(pack: Pack, set_id: str | None) -> Iterator[Item]:
    if set_id is None:
        yield from (parse(ref, pack) for ref in (*pack.claims, *pack.questions))
        return
    if set_id not in pack.sets:
        guess = did_you_mean(set_id, pack.sets) or f"It has: {', '.join(pack.sets) or 'none'}."
        raise UsageError("No such set", f'The pack "{pack.id}" has no set "{set_id}".', guess)
    yield from (parse(written, pack) for written in pack.sets[set_id].items)


def _exercise(pack: Pack, item: Item, asked: Asked) -> Exercise:
    if item.kind == "choice":
        return _of_question(pack, question_of(pack, item), asked)
    return _of_claim(pack, item, asked)


def _of_question(pack: Pack, question: Question, asked: Asked) -> Exercise:
    clean = UNICODE.clean
    options = (question.answer, *question.wrong)
    quotes = (*question.quotes, *(q for ref in question.claims for q in pack.claims[ref].quotes))
    return Exercise(
        id=question.id,
        ask=clean(question.ask),
        options=tuple(
            Option(clean(o.text), clean(o.because), o.id if o.id != o.text else "") for o in options
        ),
        evidence=_evidence(pack, asked, quotes),
        why=clean(question.why),
        tags=tuple(_tags(question.skill, "", question.level, question.sensitive, question.tags)),
    )


def _of_claim(pack: Pack, item: Item, asked: Asked) -> Exercise:
    claim, quote = claim_of(pack, item)
    clean = UNICODE.clean
    key, *accepted = grading.grade(pack, item, "").answers
    told = explanation.explain(pack, grading.grade(pack, item, key))
    # A status that is accepted too would be marked as wrong elsewhere.
    shown = [choice for choice in asked.choices if choice.id not in accepted]
    options = tuple(
        Option(
            clean(f"{c.text} ({c.note})" if c.note else c.text),
            clean(explanation.explain(pack, grading.grade(pack, item, c.id)).because),
        )
        for c in shown
    )
    return Exercise(
        id=_name(pack, item),
        ask=clean("\n".join(part for part in (asked.prompt, asked.statement) if part)),
        options=options,
        evidence=_evidence(pack, asked, (quote, *claim.quotes)),
        why=clean("\n".join(_paragraphs(told))),
        tags=tuple(_tags(claim.skill, claim.topic, claim.level, claim.sensitive, ())),
        key=next(n for n, choice in enumerate(shown) if choice.id == key),
        ordered=item.kind in FIXED,
    )


def _too_good(pack: Pack, item: Item, asked: Asked) -> Iterator[Loss]:
    """Options that count as right too: elsewhere only one can."""
    accepted = grading.grade(pack, item, "").answers[1:]
    for choice in asked.choices:
        if choice.id in accepted:
            yield Loss(str(item), f"the option {choice.text} left out: it is accepted too")


def _name(pack: Pack, item: Item) -> str:
    """The claim's id, with kind and quote behind it where they are not the default."""
    if parse(item.ref, pack) == item:
        return item.ref
    return f"{item.ref}-{item.kind}-{item.quote}"[:64]


def _paragraphs(told: Explanation) -> Iterator[str]:
    yield told.why
    marks = {"who": told.who, "how": told.how, "small words": ", ".join(told.small)}
    if line := "; ".join(f"{label}: {words}" for label, words in marks.items() if words):
        yield line
    if told.lifts:
        yield f"What would lift it: {told.lifts}"
    yield f"Printed: {told.printed}"


def _evidence(pack: Pack, asked: Asked, quotes: Iterable[Quote]) -> tuple[Evidence, ...]:
    clean, line = UNICODE.clean, UNICODE.line
    glosses = {(quote.article, quote.text): quote.means for quote in quotes}
    return tuple(
        Evidence(
            clean(shown.text),
            line(shown.outlet),
            line(shown.dated),
            pack.articles[shown.article].wording,
            clean(glosses.get((shown.article, shown.text), "")),
        )
        for shown in asked.passages
    )


def _tags(
    skill: Skill | None, topic: str, level: int | None, sensitive: bool, own: tuple[str, ...]
) -> Iterator[str]:
    if skill:
        yield f"skill:{skill}"
    if topic:
        yield f"topic:{UNICODE.line(topic)}"
    if level:
        yield f"level:{level}"
    if sensitive:
        yield "sensitive"
    yield from map(UNICODE.line, own)
