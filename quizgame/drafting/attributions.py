"""The attributed statements of a text: who said what, in which words, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgame.drafting.contents import contents
from quizgame.drafting.cues import cues
from quizgame.drafting.hedges import hedges
from quizgame.drafting.paragraphs import paragraphs
from quizgame.drafting.segmentation import in_paragraph
from quizgame.drafting.sources import antecedent, source
from quizgame.drafting.tokens import Quotations, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.drafting.cue import Cue, Shape
    from quizgame.drafting.parts import Run
    from quizgame.drafting.segmentation import Span
    from quizgame.drafting.tokens import Token

Spans = tuple["Span", ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement, with its parts as spans of the raw text.

    Attributes:
        sentence: the sentence of the cue; `paragraph` is the one that it stands in.
        source: who stands behind it, as printed; empty where nobody is named.
        meant: the noun that a “who” or “which” in `source` stands for; else the source itself.
        content: what is handed over; it may go on into the sentences before and after.
        word: the base form of the word that makes the cue one.
        group: what the cue tells of: `speech`, `thought`, `wish` or `act`.
    """

    sentence: Span
    paragraph: Span
    source: Spans
    meant: Spans
    cue: Spans
    content: Spans
    hedges: Spans
    word: str
    group: str
    shape: Shape


def attributions(text: str) -> list[Attribution]:
    """The attributed statements, in the order of their cues."""
    quoted = Quotations(text)
    found: list[Attribution] = []
    for paragraph, span in _sentences(text):
        here = list(_in_sentence(text, paragraph, span, quoted))
        if here:
            if found:
                found[-1] = _without(found[-1], here[0].content)
            found += here
        elif found:
            found[-1] = _continued(text, found[-1], span, quoted)
    return found


def _sentences(text: str) -> Iterator[tuple[Span, Span]]:
    """The sentences, each behind its paragraph."""
    for paragraph in paragraphs(text):
        for span in in_paragraph(text, paragraph):
            yield paragraph, span


def _in_sentence(
    text: str, paragraph: Span, span: Span, quoted: Quotations
) -> Iterator[Attribution]:
    listed = tokens(text, span, quoted)
    pairs: list[tuple[Cue, Run | None]] = []
    for cue in cues(listed):
        pairs.append((cue, source(listed, cue, pairs)))
    for (cue, its), runs in zip(pairs, contents(listed, pairs), strict=True):
        given = tuple(_opened(_span(listed, run), quoted) for run in runs)
        said = _span(listed, (cue.first, cue.last))
        yield Attribution(
            span,
            paragraph,
            (_span(listed, its),) if its else (),
            (_span(listed, antecedent(listed, its)),) if its else (),
            (said,),
            given,
            hedges(text, sorted((said, *given))),
            cue.word,
            cue.group,
            cue.shape,
        )


def _span(listed: Sequence[Token], run: Run) -> Span:
    return (listed[run[0]].begin, listed[run[1]].end)


def _opened(span: Span, quoted: Quotations) -> Span:
    """Reaches back to where the quotation began, if that was in a sentence before."""
    quotation = quoted.at(span[0])
    return (min(span[0], quotation[0]), span[1]) if quotation else span


def _without(last: Attribution, later: Spans) -> Attribution:
    """The statement before, without what the later one reaches back to."""
    kept = tuple(
        span
        for span in last.content
        if not any(begin <= span[0] and span[1] <= end for begin, end in later)
    )
    return replace(last, content=kept) if len(kept) < len(last.content) else last


def _continued(text: str, last: Attribution, span: Span, quoted: Quotations) -> Attribution:
    """The statement before, with a sentence that only goes on with its quotation."""
    begin, end = span
    words = [place for place in range(begin, end) if text[place].isalnum()]
    if last.group != "speech" or not all(map(quoted.holds, (words[0], words[-1]))):
        return last
    reached = max(place for _, place in (last.sentence, *last.content))
    between = text[reached:begin]
    if any(char.isalnum() for char in between) or ("\n" in between and not quoted.holds(begin)):
        return last
    return replace(
        last, content=(*last.content, span), hedges=(*last.hedges, *hedges(text, [span]))
    )
