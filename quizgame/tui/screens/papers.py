"""What lies on the desk, in full, each with the way to its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from quizgame.tui import story_ink
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para, set_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.scenarios.papers import Paper as Sheet
    from quizgame.packs.pack import Pack


class Papers(Page[None]):
    """Quotes one below the other; the caret chooses one, Enter opens its article there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("enter,r", "read", "read it there", id="papers.read", priority=True),
        Page.BACK,
        Binding("d", "back", "back", id="papers.back", show=False, priority=True),
    ]

    def __init__(self, pack: Pack, sheets: Sequence[Sheet], here: int, index: int) -> None:
        """The papers.

        Args:
            pack: where they come from.
            sheets: at least one.
            here: how many of them lie on the desk now; the others lay there earlier.
            index: where the caret begins.
        """
        super().__init__()
        self.pack = pack
        self.sheets = sheets
        self.here = here
        self.index = index
        self._groups: list[list[Para]] = []

    def body(self) -> ComposeResult:
        """The papers."""
        yield Paper(id="papers")

    def on_mount(self) -> None:
        """Draws them."""
        many = len(self.sheets)
        self.head.show("On the desk", f"{many} papers" if many > 1 else "1 paper")
        self._draw()
        self.call_after_refresh(self._show)

    def _draw(self) -> None:
        self._groups = [self._group(number) for number in range(len(self.sheets))]
        self.query_one(Paper).show([part for group in self._groups for part in group])

    def _group(self, number: int) -> list[Para]:
        sheet, type = self.sheets[number], self.typography
        chosen = number == self.index
        lead = Content.styled(f"{type.caret} " if chosen else "  ", "bold $accent")
        title = Content.styled(type.line(sheet.about), "bold underline" if chosen else "bold")
        group = [BLANK, Para(title, lead, Content("  ")), *story_ink.paper(sheet, type)]
        if sheet.brought:
            brought = Content.styled(type.line(f"From: {sheet.brought}"), story_ink.MUTED)
            group.append(Para(brought, Content("  "), Content("  ")))
        earlier = [BLANK, para("From earlier desks", story_ink.HEADING)]
        return [*earlier, *group] if number == self.here and number else group

    def _show(self) -> None:
        """Scrolls so far that the chosen paper can be seen whole, or from its beginning."""
        width = self.query_one(Paper).content_size.width
        rows = [sum(len(set_rows(part, width)) for part in group) for group in self._groups]
        top, height = sum(rows[: self.index]), self.scroll.size.height
        offset = self.scroll.scroll_offset.y
        if top < offset or top + rows[self.index] > offset + height:
            self.scroll.scroll_to(y=top, animate=False)

    def action_move(self, by: int) -> None:
        """Chooses the next paper, or the one before."""
        self.index = max(0, min(self.index + by, len(self.sheets) - 1))
        self._draw()
        self._show()

    async def on_click(self, event: events.Click) -> None:
        """Chooses the paper that was clicked; a second click opens it."""
        paper = self.query_one(Paper)
        if event.widget is not paper:
            return
        row = 0
        for number, group in enumerate(self._groups):
            row += sum(len(set_rows(part, paper.content_size.width)) for part in group)
            if event.y - paper.region.y < row:
                chosen, self.index = self.index == number, number
                self._draw()
                if chosen:
                    self.app.call_later(self.action_read)
                return

    async def action_read(self) -> None:
        """Opens the article of the chosen paper at the passage."""
        passage = self.sheets[self.index].passage
        await self.game.open_article(self.pack, passage.article, passage.at, told=False)
