"""How to join: the code in letters that the last row can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.tui.classroom.host.room import MUTED, letters
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.tui.classroom.host.room import Room, View

_AROUND_THE_CODE = 7


def lobby(view: View, room: Room) -> list[Para]:
    """The code, and how to join with it, in the middle of the page."""
    title = para(room.type.line(view.common.title), "bold")
    if not view.code:
        return [title, BLANK, para("Nobody joins this lesson: raised hands are counted.")]
    return _middle([title, BLANK, *_code(view, room)], room)


def own_pace(view: View, room: Room) -> list[Para]:
    """What is shown while everybody works alone."""
    total = view.common.total
    many = f"{total} questions" if total else "The questions"
    return [
        para(room.type.line(view.common.title), "bold"),
        BLANK,
        para(f"{many}, everybody at their own pace."),
        para("The explanation of each comes at once, on your own screen."),
        BLANK,
        *_code(view, room._replace(rows=room.rows - 3)),
    ]


def _code(view: View, room: Room) -> list[Para]:
    large = room._replace(rows=room.rows - _AROUND_THE_CODE)
    return [*letters(view.code, large), BLANK, *joining(view, room)]


def _middle(shown: Sequence[Para], room: Room) -> list[Para]:
    """Paragraphs in the middle of the page, aligned to the left of the widest."""
    width = max(_width(para) for para in shown)
    margin = Content(" " * max(0, (room.columns - width) // 2))
    # The first row is blank already, and what stands higher looks more in the middle.
    above = max(0, (room.rows - len(shown)) // 2 - 2)
    moved = [Para(para.content, margin + para.lead, margin + para.hang) for para in shown]
    return [*[BLANK] * above, *moved]


def _width(para: Para) -> int:
    return para.lead.cell_length + para.content.cell_length


def joining(view: View, room: Room) -> list[Para]:
    """How to join, in one line; the long form of the code below it."""
    line = room.type.line
    if view.closed:
        return [para("The door is closed: nobody new can join.", "bold")]
    command = Content.styled(line(f"quizgame join {view.code}"), "bold")
    shown = [Para(command, Content("To join, type  "))]
    if view.address and view.address != view.code:
        lead = Content.styled(f"{'or':>13}  ", MUTED)
        shown.append(Para(Content.styled(line(f"quizgame join {view.address}"), MUTED), lead))
    return shown
