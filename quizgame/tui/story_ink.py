"""How scenarios are set: the clock, meters as words with a bar, papers, consequences, the end.

Everything foreign is cleaned here, on its way to the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.game.scenarios.meters import STEPS
from quizgame.tui import ink
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.meters import Change, Meter
    from quizgame.game.scenarios.papers import Paper
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.text import Typography

HEADING = "bold $accent"
MUTED = "$foreground-muted"
_GAP = 3


def clock(view: SceneView, type: Typography, width: int) -> list[Para]:
    """The clock, the day, and how the meters stand."""
    when = ", ".join(part for part in (view.time, view.day) if part)
    line = [Para(Content.styled(type.line(when), HEADING))] if when else []
    return [*line, *meters(view.meters, (), type, width)]


def meters(
    shown: Sequence[Meter], changes: Iterable[Change], type: Typography, width: int
) -> list[Para]:
    """Each meter with its bar, its word, and how it has just moved; as many on a line as fit."""
    moved = {change.name: change.word for change in changes}
    lines: list[Content] = []
    for meter in shown:
        one = _meter(meter, moved.get(meter.name, ""), type)
        if lines and lines[-1].cell_length + _GAP + one.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], " " * _GAP, one)
        else:
            lines.append(one)
    return [Para(line) for line in lines]


def _meter(meter: Meter, moved: str, type: Typography) -> Content:
    bar = type.full * meter.filled + type.empty * (STEPS - meter.filled)
    word = f"{meter.word}, {moved}" if moved else meter.word
    return Content.assemble(
        type.line(meter.name), " ", (bar, "$accent"), " ", (word, "bold" if moved else "")
    )


def story(view: SceneView, type: Typography) -> list[Para]:
    """What happened as the scene opened, then its text."""
    told: list[Para] = []
    for happened in view.happened:
        moved = ", ".join(f"{change.name} {change.word}" for change in happened.changes)
        words = f"{happened.text} ({moved})" if moved else happened.text
        told += [para(type.clean(words), "italic"), BLANK]
    return [*told, *paragraphs(view.text, type)]


def paragraphs(text: str, type: Typography) -> list[Para]:
    """A text as its author broke it; single line breaks are only layout."""
    blocks = [" ".join(block.split()) for block in text.split("\n\n") if block.strip()]
    told: list[Para] = []
    for block in blocks:
        told += [Para(Content(type.clean(block))), BLANK]
    return told


def title(paper: Paper, type: Typography) -> str:
    """A paper in a line: what it is about, and where it was printed.

    The outlet does not come first: "Outlet: this" would say that it stands by it.
    """
    return type.line(f"{paper.about} ({paper.passage.outlet})")


def paper(one: Paper, type: Typography) -> list[Para]:
    """A quote in full behind a bar, with its place and what names its speaker."""
    place = Content.styled(type.line(f"{one.passage.outlet}, {one.passage.dated}"), MUTED)
    if one.passage.note:
        note = type.line(f" ({one.passage.note})")
        place = Content.assemble(place, (note, f"italic {MUTED}"))
    shown = [ink.quoted(one.passage.text, one.passage.marks, type), Para(place, *_indent())]
    if one.passage.marks:
        named = (("who", one.source), ("how", one.cue))
        words = "   ".join(f"{label}: {type.line(said)}" for label, said in named if said)
        shown += [Para(Content(words), *_indent())] if words else []
    return shown


def _indent() -> tuple[Content, Content]:
    return Content("  "), Content("  ")


def told(one: Consequence, type: Typography, width: int) -> list[Para]:
    """What followed: the verdict if there is one, the reason, the quotes, the meters, the line."""
    shown = [para(type.clean(one.done), MUTED), BLANK, *verdict(one)]
    if one.because:
        shown += [*paragraphs(one.because, type)]
    for paper_ in one.papers:
        shown += [*paper(paper_, type), BLANK]
    if one.late:
        from quizgame.game.scenarios.consequence import LATE

        shown += [para(LATE, "bold"), BLANK]
    shown += meters(one.meters, one.changes, type, width)
    return [*shown, *printed(one, type)]


def verdict(one: Consequence) -> list[Para]:
    """Right or not in words, and the rule."""
    if one.right is None:
        return []
    opening = "Yes." if one.right else "Not this time."
    rule = f" {one.rule.question} {one.rule.rule}" if one.rule else ""
    return [Para(Content.assemble((opening, "bold"), rule))]


def printed(one: Consequence, type: Typography) -> list[Para]:
    """The line that was printed."""
    if not one.printed:
        return []
    return [Para(Content.assemble(("Printed: ", "bold"), type.line(one.printed)))]
