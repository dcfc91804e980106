"""From offsets in a text to lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs.diagnostics import Spot

if TYPE_CHECKING:
    from pathlib import Path

    from quizgame.packs.pack import Span

_LONGEST_LINE = 400
_BEFORE = 160


def spot(path: Path, text: str, span: Span, label: str = "") -> Spot:
    """The place of `span` in `text`, which is the text of the file at `path`.

    Of a very long line only the surroundings are kept.
    """
    begin, end = span
    start = text.rfind("\n", 0, begin) + 1
    stop = text.find("\n", begin)
    stop = len(text) if stop < 0 else stop
    line = text.count("\n", 0, begin) + 1
    first = start
    if stop - start > _LONGEST_LINE:
        first = max(start, begin - _BEFORE)
        stop = min(stop, first + _LONGEST_LINE)
    return Spot(
        path,
        line,
        begin - start + 1,
        line + text.count("\n", begin, end),
        end - (text.rfind("\n", 0, end) + 1) + 1,
        text[first:stop].removesuffix("\r"),
        first - start + 1,
        label,
    )
