"""The scroll bar of a terminal that has ASCII signs only."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBarRender


class AsciiBar(ScrollBarRender):
    """A bar whose ends fall on whole rows, where blocks of parts of a row cannot be drawn."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8
