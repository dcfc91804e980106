"""The items of a pack, to look for one and ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from quizgame.game.items import parse
from quizgame.game.printing import line_of
from quizgame.play.rehearsal import claim_of
from quizgame.tui.preview import words
from quizgame.tui.preview.page import FINDINGS, show_beside
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.line import Line
from quizgame.tui.widgets.paper import BLANK, Paper, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.packs.pack import Pack
    from quizgame.tui.preview.app import Preview, PreviewApp

_LEAST_WORDS = 20
"""The columns below which a headline beside its id tells nothing."""
_KEYS = "Enter asks the item under the caret. Save a file, and this is drawn anew."


class Items(Page[None]):
    """Every item in a list with a caret; what is typed after `/` filters it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("enter", "take", "ask it", id="preview.ask", priority=True),
        Binding("slash", "filter", "filter", id="preview.filter", priority=True),
        FINDINGS,
        Binding("escape", "back", "all items", id="page.back", priority=True, show=False),
    ]

    def __init__(self, wanted: str = "") -> None:
        """A list; `wanted` is looked for at once."""
        super().__init__()
        self.wanted = wanted
        self.listed: list[str] = []
        self._index = 0

    @property
    def preview(self) -> PreviewApp:
        """The app, by its own type."""
        from quizgame.tui.preview.app import PreviewApp

        assert isinstance(self.app, PreviewApp)
        return self.app

    def body(self) -> ComposeResult:
        """Words above, the items, and what is wrong where there are none."""
        yield Paper(id="above")
        yield Choices(self.typography.caret, id="choices")
        yield Paper(id="below")

    def beside(self) -> ComposeResult:
        """The findings, where there is room."""
        yield Paper(id="page-so-far")

    def foot(self) -> ComposeResult:
        """What the list is filtered by."""
        yield Line(id="search", placeholder="Words of an item, or its id", classes="hidden")

    def on_mount(self) -> None:
        """Draws what is read already."""
        self.take(self.preview.read)

    def take(self, read: Preview | None) -> None:
        """Draws a pack that was read; the caret stays on its item."""
        if read is None:
            self.head.show("Preview", "reading")
            return
        here = self.listed[self._index] if self._index < len(self.listed) else ""
        title = read.pack.title if read.pack else read.path.name
        self.head.show(self.typography.line(title), read.summary)
        self.listed = self._filtered(read)
        self._index = self.listed.index(here) if here in self.listed else self._index
        show_beside(self, read)
        self._draw(read)

    def _filtered(self, read: Preview) -> list[str]:
        pack = read.pack
        if pack is None:
            return []
        wanted = self.wanted.casefold().split()
        texts = ((item, f"{item} {line_of(pack, parse(item, pack))}") for item in read.items)
        return [item for item, text in texts if all(word in text.casefold() for word in wanted)]

    def _draw(self, read: Preview | None) -> None:
        choices, above, below = (
            self.query_one("#choices", Choices),
            self.query_one("#above", Paper),
            self.query_one("#below", Paper),
        )
        choices.display = bool(self.listed)
        below.display = not self.listed
        if read is None:
            return
        if read.pack is None:
            above.show([BLANK, para("This pack cannot be played yet. Mend it, and save."), BLANK])
            below.show(words.in_full(read.found, self.typography, self.scroll.size.width))
            return
        shown = f"{len(self.listed)} of {len(read.items)} items"
        if self.wanted:
            shown += self.typography.line(f" with: {self.wanted}")
        above.show([BLANK, para(shown, "bold"), para(_KEYS, "$foreground-muted"), BLANK])
        none = "No item has these words. Esc shows all of them."
        below.show([para(none if read.items else "There is nothing to ask in this pack yet.")])
        self._draw_entries(read.pack)

    def _draw_entries(self, pack: Pack) -> None:
        """As many entries around the caret as there is room for."""
        if not self.listed:
            return
        self._index = max(0, min(self._index, len(self.listed) - 1))
        room = max(3, self.scroll.size.height - 5)
        first = max(0, min(self._index - room // 2, len(self.listed) - room))
        window = self.listed[first : first + room]
        width = max(20, min(84, self.scroll.size.width) - 8)
        names = [_name(pack, item) for item in window]
        column = max(map(len, names)) + 2
        lines = (
            # An id that was made of the claim leaves too little room to say it again.
            f"{name:<{column}}{line_of(pack, parse(item, pack))}"
            if column + _LEAST_WORDS <= width
            else name
            for name, item in zip(names, window, strict=True)
        )
        entries = [Entry("", self._entry(line, width)) for line in lines]
        self.query_one("#choices", Choices).offer(entries, self._index - first)

    def _entry(self, text: str, width: int) -> str:
        shown = self.typography.line(text)
        return shown if len(shown) <= width else f"{shown[: width - 3]}..."

    def action_move(self, by: int) -> None:
        """Moves the caret; where there is no item, scrolls the findings."""
        if not self.listed:
            super().action_move(by)
            return
        self._index += by
        self._draw(self.preview.read)

    def action_turn(self, by: int) -> None:
        """Moves the caret by a screenful."""
        self.action_move(by * max(1, self.scroll.size.height - 6))

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        self._index += clicked.index - self.query_one("#choices", Choices).index
        self.app.call_later(self.action_take)

    async def action_take(self) -> None:
        """Asks the item under the caret; while a filter is typed, closes its line."""
        if isinstance(self.focused, Input):
            self._close_filter()
        elif self.listed:
            await self.preview.rehearse(self.listed, self.listed[self._index])

    def action_filter(self) -> None:
        """Asks for words."""
        line = self.query_one("#search", Input)
        line.remove_class("hidden")
        self.type_on(line)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self.wanted, self._index = event.value, 0
        self.take(self.preview.read)

    def _close_filter(self) -> None:
        self.query_one("#search", Input).add_class("hidden")
        self.type_on(None)

    def on_screen_resume(self) -> None:
        """Draws what was read while another page lay above this one."""
        self.call_after_refresh(self.take, self.preview.read)

    def on_resize(self) -> None:
        """As many entries as there is room for now."""
        super().on_resize()
        self.call_after_refresh(self.take, self.preview.read)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a filter is typed, its letters are letters."""
        typing = isinstance(self.focused, Input)
        return action in {"back", "take", "move", "help", "leave"} if typing else True

    async def action_findings(self) -> None:
        """Opens the findings."""
        await self.preview.open_findings()

    async def action_back(self) -> None:
        """Shows all items again."""
        self._close_filter()
        self.query_one("#search", Input).value = ""


def _name(pack: Pack, item: str) -> str:
    """The item as a set names it; its quote only where the claim has several."""
    name = item.partition("/")[2]
    claim = pack.claims.get(claim_of(item))
    return name.partition("@")[0] if claim and len(claim.quotes) == 1 else name
