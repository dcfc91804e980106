"""The first line of a page: what it is, and where one stands."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from quizgame.wrapping import width as cells

GAP = "   "
"""What stands between the words on the right; where there is little room, the last stays."""


class Head(Widget):
    """A title on the left and a word on the right. Both must be clean already."""

    def __init__(self) -> None:
        super().__init__()
        self._left, self._right = "", ""

    def show(self, left: str, right: str = "") -> None:
        """Replaces both; nothing is painted where they stay as they are."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render(self) -> Content:
        """Both, pushed apart; what leaves no room for the other is cut."""
        width = self.content_size.width
        most = max(1, width // 2)
        words = self._right
        while cells(words) > most and GAP in words:
            words = words.split(GAP, 1)[1]
        right = Content.styled(words, "$foreground-muted").truncate(most, ellipsis=True)
        room = width - right.cell_length - 2
        left = Content.styled(self._left, "bold").truncate(max(1, room), ellipsis=True)
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        return Content.assemble(left, gap, right)
