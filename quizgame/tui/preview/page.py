"""What the pages of the preview share: findings beside them, or on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.tui.preview import words
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.tui.preview.app import Preview

FINDINGS: Binding = Binding("d", "findings", "findings", id="preview.findings", priority=True)


class FindingsPage(Page[None]):
    """Every finding in full."""

    BINDINGS: ClassVar[list[BindingType]] = [*Page.SCROLLING, Page.BACK]

    def __init__(self, read: Preview) -> None:
        super().__init__()
        self.read = read

    def body(self) -> ComposeResult:
        """The findings."""
        yield Paper(id="sheet")

    def on_mount(self) -> None:
        """Draws them."""
        self.found_changed(self.read)

    def found_changed(self, read: Preview) -> None:
        """Draws new findings."""
        self.read = read
        self.head.show("Findings", read.summary)
        sheet = self.query_one("#sheet", Paper)
        width = self.scroll.size.width
        sheet.show([BLANK, *words.in_full(read.found, self.typography, width)])

    def on_resize(self) -> None:
        """Shows as much of the author's lines as there is room for."""
        super().on_resize()
        self.call_after_refresh(self.found_changed, self.read)


def show_beside(page: Page[None], read: Preview | None) -> None:
    """Draws the findings in the second column."""
    if read is not None:
        heading = para(read.summary.capitalize(), "bold $accent")
        listed = words.in_short(read.found, page.typography) if read.found else ()
        page.query_one("#page-so-far", Paper).show([heading, BLANK, *listed])
