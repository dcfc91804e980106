"""What the terminal can show, told before anything is drawn on it."""

from __future__ import annotations

import os
import sys

from quizgame.errors import UsageError


def takes_unicode() -> bool:
    """Whether the terminal was promised UTF-8, as Python has understood the locale."""
    return "utf" in (getattr(sys.__stdout__, "encoding", None) or "utf-8").lower()


def refuse_dumb_terminal() -> None:
    """Raises a UsageError where no whole screen can be shown."""
    if os.environ.get("TERM") == "dumb":
        # Rich takes it for 80 x 25 whatever it is, and Textual then paints without an end.
        raise UsageError(
            "This terminal cannot show a whole screen",
            'Its TERM is "dumb".',
            "Start `quizgame` in another terminal window.",
        )
