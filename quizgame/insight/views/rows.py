"""The rows that a view is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgame.wrapping import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from quizgame.text import Typography

Role = Literal["", "heading", "strong", "muted", "struck", "drawn"]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, or one line of a plot, clean and ready to be shown.

    Attributes:
        role: how it may be set apart; the words say everything without it. What is `drawn` fits
            into the sheet and is not wrapped.
        lead: what stands in front of its first line; the others are indented as far.
    """

    text: str
    role: Role = ""
    lead: str = ""


BLANK = Row("")
GLUE = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken. What draws in ASCII must replace it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What there is to write on.

    Attributes:
        width: in cells.
        type: how text may be shown.
        figures: whether the statistics are wanted too, and not only what they mean.
    """

    width: int
    type: Typography
    figures: bool = False


def heading(text: str) -> Row:
    """A heading with nothing above it."""
    return Row(text, "heading")


def drawn(lines: Iterable[str]) -> list[Row]:
    """The lines of a plot."""
    return [Row(line, "drawn") for line in lines]


def lines(rows: Iterable[Row], cells: int) -> Iterator[str]:
    """Rows as lines of text, wrapped to so many cells."""
    for row in rows:
        if row.role == "drawn":
            yield row.text.replace(GLUE, " ")
            continue
        indent = width(row.lead)
        for number, (begin, end) in enumerate(wrap(row.text, max(1, cells - indent))):
            line = f"{' ' * indent if number else row.lead}{row.text[begin:end]}"
            yield line.replace(GLUE, " ").rstrip()


def day(given: date) -> str:
    """A day as it is written in a sentence."""
    return f"{given:%d %B %Y}".lstrip("0")


def short_day(given: date) -> str:
    """A day as it is written where there is little room."""
    return f"{given:%d %b}".lstrip("0")


def near_day(given: date, today: date) -> str:
    """A day of which the year is told only if it is another one."""
    return f"{given:%d %B}".lstrip("0") if given.year == today.year else day(given)


def percent(share: float) -> str:
    """A share, 0 to 1, in whole per cent."""
    return f"{100 * share:.0f}{GLUE}%"


def counted(number: int, what: str) -> str:
    """A number of things: `1 answer`, `2 answers`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
