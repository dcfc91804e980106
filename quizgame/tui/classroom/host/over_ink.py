"""The end of a lesson; for the teacher also what the class has understood, and what it has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.tui import ending_ink
from quizgame.tui.classroom.host.page_ink import board, teams
from quizgame.tui.classroom.host.room import HEADING
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.classroom.wire.outgoing import HostView
    from quizgame.tui.classroom.host.room import Room, View

MOST = 5
"""The most lines of each list."""

_FIGURE = 8


def over(view: View, room: Room) -> list[Para]:
    """The end: how a story ended, and the page that the class has made."""
    common, type = view.common, room.type
    shown = [para("The lesson is over.", "bold"), BLANK]
    if common.ending:
        shown += [*ending_ink.ending(common.ending, common.epilogue, type, room.columns), BLANK]
    return [*shown, *(board(view, room) if common.page else teams(common, type))]


def summary(view: HostView, room: Room) -> list[Para]:
    """The class's mean, what was hardest, what it was sure of and wrong, what it misunderstood."""
    shown = [BLANK, para("The lesson is over.", "bold")]
    if view.mean is not None:
        shown.append(para(f"{round(100 * view.mean)} % of all answers were right."))
    hardest = ((f"{round(100 * share)} %", statement) for statement, share in view.hardest)
    sure = ((f"{many} sure", statement) for statement, many in view.confidently_wrong)
    misread = ((f"{many} times", because) for because, many in view.misconceptions)
    shown += _listed("Hardest, with the share that was right", hardest, room)
    shown += _listed("Sure, and not right", sure, room)
    shown += _listed("What was misunderstood", misread, room)
    report = room.type.line(f"quizgame report {view.common.session}")
    shown += [BLANK, Para(Content.assemble("Everything about it:  ", (report, "bold"))), BLANK]
    return [*shown, *over(view, room)[2:]]


def _listed(heading: str, lines: Iterable[tuple[str, str]], room: Room) -> Iterator[Para]:
    for number, (figure, words) in enumerate(lines):
        if number == MOST:
            return
        if not number:
            yield from (BLANK, para(heading, HEADING))
        lead = Content.styled(f"{figure:>{_FIGURE}}  ", "bold")
        yield Para(Content(room.type.line(words)), lead, Content(" " * lead.cell_length))
