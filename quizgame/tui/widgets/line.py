"""A line to type on."""

from __future__ import annotations

from textual.widgets import Input

from quizgame.text import UNICODE


class Line(Input):
    """An input line that takes only what can be shown; a paste may hold anything."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Replaces a stretch of the line, as `Input` does, by what of the text can be shown."""
        shown = UNICODE.line(text)
        taken = (new for old, new in zip(text, shown, strict=True) if new == old or new.isspace())
        super().replace("".join(taken), start, end)
