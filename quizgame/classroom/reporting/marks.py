"""The few pieces of HTML that a report is made of. Foreign text becomes HTML here alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def shown(text: str) -> str:
    """Text of any origin as HTML on one line."""
    return escape(UNICODE.line(text))


def paragraph(text: str, role: str = "") -> str:
    """A paragraph; nothing for an empty text."""
    if not text:
        return ""
    return f'<p class="{role}">{shown(text)}</p>' if role else f"<p>{shown(text)}</p>"


def bar(share: float | None) -> str:
    """A share as a bar, drawn with a border so that printers leave it in."""
    wide = round(100 * (share or 0))
    return f'<span class="track"><span class="bar" style="width:{wide}%"></span></span>'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], role: str = "") -> str:
    """A table.

    Args:
        heads: as plain text.
        rows: of cells that are HTML already; the first of each names the row.
        role: its class.
    """
    head = "".join(f'<th scope="col"><span>{shown(one)}</span></th>' for one in heads)
    body = "".join(_row(row) for row in rows)
    return f'<table class="{role}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(cells: Sequence[str]) -> str:
    first, *others = cells
    inside = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<tr><th scope="row">{first}</th>{inside}</tr>'


def section(title: str, inside: str, role: str = "") -> str:
    """A part of the report under its heading; nothing for an empty one."""
    if not inside:
        return ""
    return f'<section class="{role}"><h2>{shown(title)}</h2>{inside}</section>'
