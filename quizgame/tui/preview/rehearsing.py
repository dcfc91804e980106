"""An item as players get it, with what an author wants besides: any explanation, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.tui.preview.page import FINDINGS, show_beside
from quizgame.tui.screens.play import Play

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from quizgame.play.rehearsal import Rehearsal
    from quizgame.tui.preview.app import Preview, PreviewApp

_NOT_HERE = frozenset({"mistake", "skip", "sure"})


class Rehearsing(Play):
    """The game's own page of a round; nothing that is answered here is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "explain", "explain", id="preview.explain", priority=True),
        FINDINGS,
        Binding("n", "next_item", "next item", id="preview.next", priority=True, show=False),
        Binding("b", "last_item", "last item", id="preview.last", priority=True, show=False),
        Binding("t", "again", "ask again", id="preview.again", priority=True, show=False),
        Binding("escape", "back", "items", id="page.back", priority=True),
    ]

    sitting: Rehearsal

    def __init__(self, sitting: Rehearsal, *, whole: bool) -> None:
        """A rehearsal; `whole` says that items which the pack gains come into it too."""
        super().__init__(sitting)
        self.whole = whole

    @property
    def preview(self) -> PreviewApp:
        """The app, by its own type."""
        from quizgame.tui.preview.app import PreviewApp

        assert isinstance(self.app, PreviewApp)
        return self.app

    def take(self, read: Preview) -> None:
        """Goes on with a pack that was read anew: the same item, in the same phase."""
        if read.pack is None:
            # What is on the page is from before the mistake; it stays until that is mended.
            self.found_changed(read)
            return
        explained, chosen = self.phase == "explained", self._chosen
        items = read.items if self.whole else self._left_of(read.items)
        same = self.sitting.take(read.pack, items)
        if not self._asks():
            self.app.call_later(self.preview.go_home)
        choices = self._asked.choices if self._asked else ()
        if same and explained and chosen in {choice.id for choice in choices}:
            self._explain(chosen)

    def found_changed(self, _read: Preview) -> None:
        """Draws new findings; the item stays as it is."""
        self.tell_where()
        self.draw_page()

    def _left_of(self, items: Sequence[str]) -> Sequence[str]:
        """The items of this rehearsal that the pack still has; all of its items if none is left."""
        still = set(items)
        return [item for item in self.sitting.round.items if item in still] or items

    def _explain(self, chosen: str) -> None:
        self._chosen = chosen
        self._explained = self.sitting.answer(chosen, "", 0)
        self.enter("explained")

    def action_explain(self) -> None:
        """Explains the right answer; again, what each of the others gets to read."""
        if not self._asked:
            return
        options = [choice.id for choice in self._asked.choices]
        if self.phase == "explained":
            self._explain(options[(options.index(self._chosen) + 1) % len(options)])
        else:
            self._explain(self.sitting.key())

    def action_next_item(self) -> None:
        """The next item without an answer."""
        self._turn(1)

    def action_last_item(self) -> None:
        """The item before this one."""
        self._turn(-1)

    def action_again(self) -> None:
        """Asks the same item again."""
        self._turn(0)

    def _turn(self, by: int) -> None:
        self.sitting.turn_to(self.sitting.number - 1 + by)
        self._asks()

    def tell_where(self) -> None:
        """The item by its id, and what was found."""
        item = self.sitting.current.partition("/")[2]
        where = f"{self.sitting.number} of {self.sitting.total}"
        read = self.preview.read
        found = f"{read.summary} (d)   " if read and (read.found or not read.checked) else ""
        self.head.show(self.typography.line(item), f"{found}{where}")

    def draw_page(self) -> None:
        """The findings."""
        show_beside(self, self.preview.read)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No notes and no confidence: nothing of this is kept."""
        return False if action in _NOT_HERE else super().check_action(action, parameters)

    async def action_findings(self) -> None:
        """Opens the findings."""
        await self.preview.open_findings()
