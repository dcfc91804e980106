"""The items of a report as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.reporting.marks import bar, paragraph, shown, table
from quizgame.insight.classes import words
from quizgame.insight.classes.measuring import ENOUGH
from quizgame.insight.views.rows import percent
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.insight.classes.decisions import Decision
    from quizgame.insight.classes.items import Choice, ItemResult
    from quizgame.insight.classes.report import Measured, Report

_CHOICES = ("Answer", "chosen by", "share", "", "their mean")
_MEASURES = (
    "Item", "SD", "weight", "discrimination", "chance allows (95 %)", "efficiency", "guessing",
)  # fmt: skip


def items(made: Report) -> str:
    """Each item with its options; right ones have a sign and bold letters, not a colour."""
    every = "".join(_item(number, item) for number, item in enumerate(made.items, 1))
    return every + paragraph(words.note_on_items(made), "note") if every else ""


def _item(number: int, item: ItemResult) -> str:
    told = f"{words.share(item.score)} right, {words.of(item.score)}"
    if 0 < item.score.answers < ENOUGH:
        told += f"; chance allows {words.range_of(item.score)}"
    rows = [_choice(choice) for choice in item.choices]
    lines = "".join(paragraph(one) for one in words.about(item))
    return (
        f"<article><h3>{number}. {shown(item.statement or item.item)}</h3>"
        f"<p>{bar(item.score.share)} {shown(told)}</p>{table(_CHOICES, rows, 'choices')}{lines}"
        "</article>"
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
    return told + (paragraph(words.NOTE_ON_MEASURES, "note") if notes else "")


def _set(made: Report, set_: Measured) -> Iterator[str]:
    if len(made.measured) > 1:
        yield f"<h3>{shown(', '.join(set_.sessions))}</h3>"
    if set_.measure is None:
        yield paragraph(words.why_not_measured(set_))
        return
    yield paragraph(words.reliability(set_.measure), "lead")
    yield paragraph(words.shape(set_.measure))
    yield paragraph(words.left_out(set_))
    rows = [[shown(cell) for cell in row] for row in words.measure_rows(made, set_)]
    yield table(_MEASURES, rows)
