"""The first line of a page: what it is, and where one stands."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget


class Head(Widget):
    """A title on the left and a word on the right. Both must be clean already."""

    def __init__(self) -> None:
        super().__init__()
        self._left, self._right = "", ""

    def show(self, left: str, right: str = "") -> None:
        """Replaces both."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        """Both, pushed apart; a title that leaves no room is cut."""
        room = self.content_size.width - cell_len(self._right) - 2
        left = Content.styled(self._left, "bold").truncate(max(1, room), ellipsis=True)
        gap = " " * max(1, self.content_size.width - left.cell_length - cell_len(self._right))
        return Content.assemble(left, gap, (self._right, "$foreground-muted"))
