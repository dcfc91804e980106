"""How much there is to draw on, and how large letters, headings and side notes look there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quizgame.tui.classroom.host.letters import large
from quizgame.tui.widgets.paper import Para, set_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.classroom.wire.outgoing import HostView, ProjectorView
    from quizgame.text import Typography

    View = HostView | ProjectorView

MUTED = "$foreground-muted"
HEADING = "bold $accent"


class Room(NamedTuple):
    """How much there is to draw on, in columns and rows, and with which signs."""

    columns: int
    rows: int
    type: Typography


def fitted(shown: Sequence[Para], room: Room) -> list[Para]:
    """Paragraphs without as many blank rows, the first and then the last, as make them fit.

    Where that does not help they stay as they are: one has to scroll anyway.
    """
    rows = [len(set_rows(one, room.columns)) for one in shown]
    too_many = sum(rows) - room.rows
    blanks = [n for n, one in enumerate(shown) if not (one.content.plain or one.lead.plain)]
    order = [*blanks[:1], *reversed(blanks[1:])]
    dropped = set(order[: max(0, too_many)]) if too_many <= len(order) else set()
    return [one for n, one in enumerate(shown) if n not in dropped]


def letters(text: str, room: Room, style: str = HEADING) -> list[Para]:
    """A short text in the largest letters that fit."""
    rows = large(room.type.line(text), room.columns, room.rows, room.type)
    # What stands in front of a paragraph keeps its spaces.
    return [Para(Content(""), Content.styled(row, style)) for row in rows]
