"""Findings as text for a terminal, and as data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizgame.packs.diagnostics import Diagnostic, Spot

COLUMNS = 100
"""Of an author's line, as many columns are shown."""
_BEFORE = 30


def text(diagnostic: Diagnostic, base: Path | None = None, columns: int = COLUMNS) -> str:
    """The finding with the author's own line, the place marked, and the cure.

    Paths below `base` are shown from there on, and of the author's line so many columns. Whatever
    the author wrote is cleaned, so that it cannot command the terminal.
    """
    return "\n".join(_lines(diagnostic, base, columns))


def _lines(diagnostic: Diagnostic, base: Path | None, columns: int) -> Iterator[str]:
    spots = (diagnostic.spot, *diagnostic.others)
    margin = " " * max(len(str(one.line)) for one in spots)
    yield f"{diagnostic.severity}[{diagnostic.code}]: {_line(diagnostic.message)}"
    shown = None
    for index, one in enumerate(spots):
        if one.path != shown:
            arrow = ":::" if index else "-->"
            yield f"{margin}{arrow} {_line(_short(one.path, base))}:{one.line}:{one.column}"
            yield f"{margin} |"
            shown = one.path
        if one.source:
            yield from _excerpt(one, margin, "-" if index else "^", columns)
    if diagnostic.hint:
        yield f"{margin} = help: {_line(diagnostic.hint)}"


def _short(path: Path, base: Path | None) -> str:
    return str(path.relative_to(base) if base and path.is_relative_to(base) else path)


def _excerpt(spot: Spot, margin: str, mark: str, columns: int) -> Iterator[str]:
    begin = spot.column - spot.first
    end = spot.end_column - spot.first if spot.end_line == spot.line else len(spot.source)
    source = UNICODE.line(spot.source)
    first, last = _window(source, begin, columns)
    before, after = ("…" if first else ""), ("…" if last < len(source) else "")
    end = max(begin + 1, min(end, last))
    pad = _cells(before + source[first:begin])
    marks = mark * max(1, _cells(source[begin:end]))
    yield f"{spot.line:>{len(margin)}} | {before}{source[first:last]}{after}".rstrip()
    label = _line(spot.label)
    if label and pad + len(marks) + 1 + _cells(label) > columns:
        yield f"{margin} | {' ' * pad}{marks}"
        pad, marks = max(0, min(pad, columns - _cells(label))), ""
    yield f"{margin} | {' ' * pad}{marks}{' ' if marks else ''}{label}".rstrip()


def _window(source: str, begin: int, columns: int) -> tuple[int, int]:
    """The part of a line that is shown: all of it, or the surroundings of the place."""
    if _cells(source) <= columns:
        return 0, len(source)
    first = max(0, begin - min(_BEFORE, columns // 3))
    last = first
    width = 0
    while last < len(source) and width < columns:
        width += _cells(source[last])
        last += 1
    return first, last


def _cells(shown: str) -> int:
    """How many columns of a terminal the text takes."""
    if shown.isascii():
        return len(shown)
    # 8 ms, and only a line with other than ASCII characters needs it.
    from rich.cells import cell_len

    return cell_len(shown)


def _line(words: str) -> str:
    return UNICODE.line(words)


def data(diagnostic: Diagnostic) -> dict[str, object]:
    """The finding as plain values, uncleaned: whoever shows them has to clean them."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        **_spot(diagnostic.spot),
        "hint": diagnostic.hint,
        "others": [_spot(other) for other in diagnostic.others],
    }


def _spot(spot: Spot) -> dict[str, object]:
    return {
        "path": str(spot.path),
        "line": spot.line,
        "column": spot.column,
        "end_line": spot.end_line,
        "end_column": spot.end_column,
        "source": spot.source,
        "label": spot.label,
    }
