"""The items of a report as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.reporting.marks import bar, paragraph, shown, table
from quizgame.insight.classes import measure_words, words
from quizgame.insight.views.rows import percent
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.insight.classes.decisions import Decision
    from quizgame.insight.classes.items import Choice, ItemResult
    from quizgame.insight.classes.report import Measured, Report

_CHOICES = ("Answer", "chosen by", "share", "", "mean result")
_MEASURES = (
    "Item", "SD", "weight", "discrimination", "chance allows (95 %)", "efficiency", "guessing",
)  # fmt: skip


def items(made: Report) -> str:
    """Each item with its options; right ones have a sign and bold letters, not a colour."""
    every = "".join(_item(number, item) for number, item in enumerate(made.items, 1))
    return every + paragraph(words.note_on_items(made), "note") if every else ""


def _item(number: int, item: ItemResult) -> str:
    rows = [_choice(choice) for choice in item.choices]
    lines = "".join(paragraph(one) for one in words.about(item))
    return (
        f"<article><h3>{number}. {shown(item.statement or item.item)}</h3>"
        f"<p>{bar(item.score.share)} {shown(words.how_many(item))}</p>"
        f"{table(_CHOICES, rows, 'choices')}{lines}</article>"
    )


def _choice(choice: Choice) -> Sequence[str]:
    text = shown(choice.text)
    name = f"<b>{UNICODE.confirmed} {text}</b>" if choice.right else text
    if choice.because and not choice.right:
        name += f' <span class="note">{shown(choice.because)}</span>'
    mean = "-" if choice.mean_total is None else percent(choice.mean_total)
    return (
        name,
        str(choice.count),
        shown(percent(choice.share)),
        bar(choice.share),
        shown(mean),
    )


def decisions(made: Report) -> str:
    """What the majority wanted, scene by scene."""
    return "".join(_decision(number, one) for number, one in enumerate(made.decisions, 1))


def _decision(number: int, one: Decision) -> str:
    rows = (
        [f"<b>{UNICODE.caret} {shown(w.text)}</b>" if w.taken else shown(w.text), str(w.count)]
        for w in one.ways
    )
    head = f"<h3>{number}. {shown(one.statement)}</h3>"
    return f"<article>{head}{table(('Way', 'wanted by'), rows)}</article>"


def measures(made: Report) -> str:
    """Reliability and discrimination, or why they are not told."""
    told = "".join(part for set_ in made.measured for part in _set(made, set_))
    notes = any(set_.measure for set_ in made.measured)
    return told + (paragraph(measure_words.NOTE, "note") if notes else "")


def _set(made: Report, set_: Measured) -> Iterator[str]:
    if len(made.measured) > 1:
        yield f"<h3>{shown(', '.join(set_.sessions))}</h3>"
    if set_.measure is None:
        yield paragraph(measure_words.why_not(set_))
        return
    yield paragraph(measure_words.reliability(set_.measure), "lead")
    yield paragraph(measure_words.shape(set_.measure))
    yield paragraph(measure_words.left_out(set_))
    rows = [[shown(cell) for cell in row] for row in measure_words.rows(made, set_)]
    yield table(_MEASURES, rows)
