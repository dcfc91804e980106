"""What the pages of the preview share: findings beside them, or on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.tui.preview import words
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.packs.diagnostics import Diagnostic

FINDINGS: Binding = Binding("d", "findings", "findings", id="preview.findings", priority=True)


class FindingsPage(Page[None]):
    """Every finding in full."""

    BINDINGS: ClassVar[list[BindingType]] = [*Page.SCROLLING, Page.BACK]

    def __init__(self, found: Sequence[Diagnostic]) -> None:
        super().__init__()
        self.found = found

    def body(self) -> ComposeResult:
        """The findings."""
        yield Paper(id="sheet")

    def on_mount(self) -> None:
        """Draws them."""
        self.take(self.found)

    def take(self, found: Sequence[Diagnostic]) -> None:
        """Draws new findings."""
        self.found = found
        self.head.show("Findings", words.summary(found))
        sheet = self.query_one("#sheet", Paper)
        width = self.scroll.size.width
        sheet.show([BLANK, *words.in_full(found, self.typography, width)])

    def on_resize(self) -> None:
        """Shows as much of the author's lines as there is room for."""
        super().on_resize()
        self.call_after_refresh(self.take, self.found)


def show_beside(page: Page[None], found: Sequence[Diagnostic]) -> None:
    """Draws the findings in the second column."""
    paper = page.query_one("#page-so-far", Paper)
    heading = para(words.summary(found).capitalize(), "bold $accent")
    listed = words.in_short(found, page.typography) if found else ()
    paper.show([heading, BLANK, *listed])
