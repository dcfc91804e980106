"""One explanation again, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.game import layout
from quizgame.tui import ink
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.explanation import Explanation
    from quizgame.packs.pack import Pack


class Review(Page[None]):
    """What was asked, and everything that explains the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Page.BACK,
        Binding("enter", "back", "back", id="review.back", show=False, priority=True),
        Binding("r", "read", "read it there", id="explanation.read", priority=True),
    ]

    def __init__(self, pack: Pack | None, explained: Explanation) -> None:
        """An explanation; without its pack its article cannot be opened."""
        super().__init__()
        self.pack = pack
        self.explained = explained

    def body(self) -> ComposeResult:
        """The explanation."""
        yield Paper()

    def on_mount(self) -> None:
        """Draws it."""
        self.head.show("Once more")
        room = self.size.height
        parts = [
            *layout.first_view(self.explained, rows=room),
            layout.BLANK,
            *layout.more(self.explained),
        ]
        self.query_one(Paper).show([BLANK, *ink.parts(parts, self.typography)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be read where no passage was shown, or its article is not at hand."""
        return bool(self.pack and self.explained.passages) if action == "read" else True

    async def action_read(self) -> None:
        """Opens the article at the passage."""
        if self.pack and self.explained.passages:
            passage = self.explained.passages[0]
            await self.game.open_article(self.pack, passage.article, passage.at)
