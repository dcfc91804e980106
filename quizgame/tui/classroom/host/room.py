"""How much there is to draw on, and how large letters, headings and side notes look there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quizgame.tui.classroom.host.letters import large
from quizgame.tui.widgets.paper import Para

if TYPE_CHECKING:
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


def letters(text: str, room: Room, style: str = HEADING) -> list[Para]:
    """A short text in the largest letters that fit."""
    rows = large(room.type.line(text), room.columns, room.rows, room.type)
    # What stands in front of a paragraph keeps its spaces.
    return [Para(Content(""), Content.styled(row, style)) for row in rows]
