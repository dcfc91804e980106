"""What a class looks at, phase by phase: the same for the teacher's screen and for the wall.

No name of a student stands on it, so that either screen can be on a projector.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgame.classroom.state import Phase
from quizgame.tui.classroom.host.item_ink import item
from quizgame.tui.classroom.host.lobby_ink import lobby, own_pace
from quizgame.tui.classroom.host.over_ink import over
from quizgame.tui.classroom.host.page_ink import board
from quizgame.tui.classroom.host.room import fitted
from quizgame.tui.classroom.host.told_ink import told, voted
from quizgame.tui.widgets.paper import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.tui.classroom.host.room import Room, View
    from quizgame.tui.widgets.choices import Entry
    from quizgame.tui.widgets.paper import Para

_ITEM = {Phase.READ, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS}


class Picture(NamedTuple):
    """What is drawn: paragraphs, then what can be picked."""

    above: Sequence[Para]
    entries: Sequence[Entry] = ()


def moment(view: View) -> tuple[Phase, int, int, bool]:
    """What tells one moment of a lesson from the next."""
    common = view.common
    return common.phase, common.number, common.vote, common.paused


def picture(view: View, room: Room) -> Picture:
    """What a moment of the lesson looks like."""
    common = view.common
    if common.phase is Phase.LOCKED and common.scene:
        return Picture([BLANK, *voted(view, room)])
    if common.phase in _ITEM:
        above, entries = item(common, room)
        return Picture([BLANK, *above], entries)
    drawn = {
        Phase.LOBBY: lobby,
        Phase.OWN: own_pace,
        Phase.REVEALED: told,
        Phase.BOARD: board,
        Phase.ENDED: over,
    }
    return Picture(fitted([BLANK, *drawn[common.phase](view, room)], room))
