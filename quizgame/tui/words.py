"""What is said around the line on which a name is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.front_page import front_page
from quizgame.tui import ink
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.game.history import Answered
    from quizgame.text import Typography

NEW_PLAYER = (BLANK, para("A nickname is enough. Everybody has a save of their own."), BLANK)
RENAME = (BLANK, para("Your answers stay with you under the new name."), BLANK)


def keep_your_page(given: Sequence[Answered], type: Typography) -> list[Para]:
    """The page of the first session, and the question whether to keep it."""
    return [
        BLANK,
        para("This is what you have printed so far:", "bold"),
        *ink.page(front_page(given), type),
        BLANK,
        para("Keep your front page? A nickname is enough.", "bold $accent"),
    ]
