"""The names of a page's views, each behind its key; the open one stands in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from quizgame.tui.widgets.paper import Paper, Para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class Tabs(Paper):
    """As many rows of names as the width asks for. A click presses the name's key."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.titles = titles
        self.styles.padding = (0, 1)
        self.styles.max_width = "100%"

    def open(self, index: int, keys: Sequence[str], width: int) -> None:
        """Sets the row, with a view open.

        Args:
            index: the number of the open view, from 0.
            keys: the name of each view's key.
            width: of the widget's content, in cells.
        """
        rows = [Content("")]
        for number, (key, title) in enumerate(zip(keys, self.titles, strict=True)):
            entry = _entry(key, title, is_open=number == index)
            if rows[-1].cell_length + entry.cell_length > width:
                rows.append(Content(""))
            rows[-1] = rows[-1] + entry
        self.show(Para(row) for row in rows)

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked, as if it had been typed."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)


def _entry(key: str, title: str, *, is_open: bool) -> Content:
    begin, end = "[]" if is_open else "  "
    name = Content.assemble((f"{key} ", "bold $accent"), (title, "bold" if is_open else ""))
    return Content(begin) + name.stylize(Style.from_meta({"key": key})) + Content(end)
