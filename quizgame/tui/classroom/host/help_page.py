"""Help on hosting: how a lesson goes, and which key does what."""

from __future__ import annotations

from quizgame.tui.screens.help import Help
from quizgame.tui.widgets.paper import BLANK, Para, para

_HOW = (
    "Enter does what comes next, and the last line but one says what that is. A question is read, "
    "then answered, then locked; only then is the key told, with the votes and the explanation. "
    "The line that it prints goes on the class's front page."
)
_TALK = (
    "Where the class is divided, let them talk it over with a neighbour and vote again before you "
    "reveal. No name stands on this screen, so it can be on the wall itself; names are behind a "
    "key. `quizgame host --wall` opens a second screen for the projector."
)
_LEAVE = (
    "The lesson runs by itself: leaving this screen ends nothing, and `quizgame host --resume` "
    "brings it back. Every answer is on disk before it is counted."
)


class HostHelp(Help):
    """One page of help for the teacher."""

    def words(self) -> list[Para]:
        """How a lesson goes."""
        return [BLANK, para(_HOW), BLANK, para(_TALK), BLANK, para(_LEAVE), BLANK]

    def more(self) -> list[Para]:
        """What else there is."""
        return [BLANK, para("Ctrl+P opens every command, and light, dark and high contrast.")]
