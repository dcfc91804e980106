"""A page whose body is a list to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.tui.widgets.paper import Para

    Deed = Callable[[], Awaitable[None]]


class Menu(Page[None]):
    """Entries with what each does; the caret, Enter, the mouse, or the entry's own number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("enter", "take", "go", id="menu.take", priority=True),
        *(
            Binding(str(n), f"number({n})", f"number {n}", show=False, priority=True)
            for n in range(1, 10)
        ),
        Page.BACK,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._deeds: Sequence[Deed] = ()

    def body(self) -> ComposeResult:
        """Words above, entries, words below."""
        yield Paper(id="above")
        yield Choices(self.typography.caret)
        yield Paper(id="below")

    def offer(
        self,
        entries: Sequence[tuple[Entry, Deed]],
        above: Sequence[Para] = (),
        below: Sequence[Para] = (),
    ) -> None:
        """Replaces the entries and the words around them; the caret stays where it was."""
        choices = self.query_one(Choices)
        self._deeds = [deed for _, deed in entries]
        choices.display = bool(entries)
        if entries:
            choices.offer((entry for entry, _ in entries), self._caret_in([e for e, _ in entries]))
        self.query_one("#above", Paper).show(above)
        self.query_one("#below", Paper).show(below)

    def _caret_in(self, entries: Sequence[Entry]) -> int:
        """Where the caret belongs: on the entry that it was moved to, wherever that is now."""
        choices = self.query_one(Choices)
        if not choices.index or not choices.entries:
            return 0
        key = choices.entries[choices.index].key
        return next((n for n, entry in enumerate(entries) if entry.key == key), choices.index)

    def action_move(self, by: int) -> None:
        """Moves the caret."""
        choices = self.query_one(Choices)
        if choices.entries:
            choices.point(choices.index + by)
            self.follow(choices)

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        # The app's own task may wait for this page to close; the page's cannot.
        self.app.call_later(self._do, clicked.index)

    async def action_take(self) -> None:
        """Does what the caret stands on."""
        await self._do(self.query_one(Choices).index)

    async def action_number(self, number: int) -> None:
        """Does what has this number."""
        await self._do(number - 1)

    async def _do(self, index: int) -> None:
        if 0 <= index < len(self._deeds):
            await self._deeds[index]()
