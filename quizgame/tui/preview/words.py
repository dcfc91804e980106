"""Findings as paragraphs: in full on a page of their own, in short beside the game."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.checking.report import counted
from quizgame.packs import render
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.packs.diagnostics import Diagnostic
    from quizgame.text import Typography

_SEVERITIES = ("error", "warning", "note")
_SHOWN = 40
"""More findings than these are counted: nobody mends a hundred before looking again."""

_FEWEST, _MARGIN = 30, 10
"""Columns of an author's line at least; and those that line numbers and dots may take."""


def summary(found: Sequence[Diagnostic]) -> str:
    """2 errors, 1 note; or "no findings"."""
    counts = ((kind, sum(one.severity == kind for one in found)) for kind in _SEVERITIES)
    return ", ".join(counted(number, kind) for kind, number in counts if number) or "no findings"


def in_short(found: Sequence[Diagnostic], type: Typography) -> Iterator[Para]:
    """What is found, where, and the cure."""
    for one in _worst_first(found)[:_SHOWN]:
        place = f"{one.spot.path.name}:{one.spot.line}"
        yield para(f"{one.severity} {one.code}", "bold $accent")
        yield para(type.line(f"{place}: {one.message}"))
        yield para(type.line(one.hint), "italic $foreground-muted")
        yield BLANK
    yield from _rest(found)


def in_full(found: Sequence[Diagnostic], type: Typography, width: int) -> Iterator[Para]:
    """Each finding with the author's own line and the place marked, for so many columns."""
    columns = max(_FEWEST, min(render.COLUMNS, width - _MARGIN))
    for one in _worst_first(found)[:_SHOWN]:
        for number, line in enumerate(render.text(one, Path.cwd(), columns).split("\n")):
            shown = type.line(line)
            indent = Content(" " * (len(shown) - len(shown.lstrip())))
            style = "bold" if number == 0 else ""
            yield Para(Content.styled(shown.strip(), style), indent, indent)
        yield BLANK
    yield from _rest(found)


def _worst_first(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda one: _SEVERITIES.index(one.severity))


def _rest(found: Sequence[Diagnostic]) -> Iterator[Para]:
    if len(found) > _SHOWN:
        yield para(f"and {len(found) - _SHOWN} more: `quizgame check` tells them all.")
    if not found:
        yield para("No findings.")
