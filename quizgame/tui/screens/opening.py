"""The first words that a new player reads: no form, no menu, no settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.game.opening import WORDS
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_DECISIONS = ("c  ", "a  ")


class Opening(Page[None]):
    """A few lines, then the first sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("enter,space", "begin", "begin", id="opening.begin", priority=True),
    ]

    def body(self) -> ComposeResult:
        """The lines."""
        yield Paper()

    def on_mount(self) -> None:
        """Draws what needs no pack."""
        self.head.show("CONFIRMED or ALLEGED?")
        self.desk_opened()

    def desk_opened(self) -> None:
        """Sets the lines; the month at the desk and the pack's note follow when they are known."""
        pack = self.game.desk.pack if self.game.desk else None
        note = pack.content_note if pack else ""
        when = f"It is {pack.as_of:%B %Y}. " if pack and pack.as_of else ""
        first, *others = WORDS
        lines = [BLANK, para(when + first), *map(_set, others)]
        if note:
            lines += [BLANK, para(self.typography.line(note), "$foreground-muted")]
        lines += [BLANK, para("A few sentences to begin with. Enter begins.", "bold $accent")]
        self.query_one(Paper).show(lines)

    async def action_begin(self) -> None:
        """Asks the first sentence."""
        await self.game.begin_first_session()


def _set(text: str) -> Para:
    words = text.lstrip()
    style = "bold" if text.startswith(_DECISIONS) else ""
    return para(words, style, indent=len(text) - len(words))
