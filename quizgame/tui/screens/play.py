"""A round: the item, the answer, the explanation, in one place and without a pause."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.game.front_page import front_page
from quizgame.game.marking import Selection
from quizgame.tui import ink
from quizgame.tui.screens.item import ItemPage
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.head import GAP
from quizgame.tui.widgets.paper import BLANK, Paper, para

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from quizgame.play.sitting import Sitting
    from quizgame.saves.records import Confidence
    from quizgame.tui.screens.item import Phase


class Play(ItemPage):
    """One round from its first item to its last explanation."""

    PHASES: ClassVar[Mapping[str, frozenset[Phase]]] = {
        **ItemPage.PHASES,
        "skip": frozenset({"asking", "sure"}),
        "next": frozenset({"explained"}),
        "read": frozenset({"explained"}),
        "mistake": frozenset({"explained"}),
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        *ItemPage.ANSWERING,
        Binding("enter,space", "next", "next", id="round.next", priority=True),
        ItemPage.MORE,
        Binding("r", "read", "read it there", id="explanation.read", priority=True),
        Binding(
            "exclamation_mark", "mistake", "a mistake?", id="explanation.mistake", priority=True
        ),
        Binding("s", "skip", "skip", id="round.skip", priority=True),
        Binding("escape", "back", "home", id="page.back", priority=True),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self._seconds = 0.0
        self._since = 0.0

    async def on_mount(self) -> None:
        """Asks the first item that waits; the pack may have lost them all."""
        if not self._asks():
            # A page that is being opened cannot wait for its own end.
            self.app.call_later(self.game.finish, self.sitting)

    def _go_on(self) -> None:
        """The next item at once: in a test nothing stands between two of them."""
        if not self._asks():
            self.phase = "still"
            self.refresh_bindings()
            self.app.call_later(self.game.finish, self.sitting)

    async def _ask(self) -> None:
        if not self._asks():
            await self.game.finish(self.sitting)

    def _asks(self) -> bool:
        self._asked = self.sitting.next()
        if self._asked:
            self._since = monotonic()
            self.mark = Selection(self._asked.words)
            self.enter("asking")
        return self._asked is not None

    def tell_where(self) -> None:
        """The round, and how far it has come."""
        where = f"{self.sitting.number} of {self.sitting.total}"
        if self.sitting.exam:
            where = f"explained at the end{GAP}{where}"
        saved = self.game.saved_word() if self.phase == "explained" else ""
        title = self.typography.line(self.sitting.round.title)
        self.head.show(title, f"{saved}{GAP}{where}" if saved else where)

    def draw_page(self) -> None:
        """The page that this round prints."""
        page = self.query_one("#page-so-far", Paper)
        lines = [para("It is printed when the test is at its end.", "$foreground-muted")]
        if not self.sitting.exam:
            lines = ink.page(front_page(self.sitting.given), self.typography)
        page.show([para("Your page so far", "bold $accent"), BLANK, *lines])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be read where no passage was shown."""
        if action == "read" and self._explained and not self._explained.passages:
            return False
        return super().check_action(action, parameters)

    def respond(self, chosen: str) -> None:
        """Answers; where confidence is on, asks for it before the key is told."""
        self._chosen = chosen
        self._seconds = monotonic() - self._since
        if self.sitting.asks_confidence:
            self.enter("sure")
        else:
            self._answer("")

    def action_sure(self, confidence: Confidence) -> None:
        """Tells how sure the player was, and so gets the explanation."""
        self._answer(confidence)

    def _answer(self, confidence: Confidence) -> None:
        explained = self.sitting.answer(self._chosen, confidence, self._seconds)
        self.game.save()
        if self.sitting.exam:
            self._go_on()
        else:
            self._explained = explained
            self.enter("explained")

    def saving_changed(self) -> None:
        """The answers have reached the disk, or have not."""
        if self.phase == "explained":
            self.tell_where()

    async def action_next(self) -> None:
        """The next item, or the summary."""
        await self._ask()

    async def action_skip(self) -> None:
        """Passes an item over, without a word."""
        await self._ask()

    async def action_read(self) -> None:
        """Opens the article at the passage."""
        assert self._explained is not None
        passage = self._explained.passages[0]
        await self.game.open_article(self.sitting.pack, passage.article, passage.at)

    async def action_mistake(self) -> None:
        """Shows the rule that decided, and takes a note for the teacher."""
        assert self._explained is not None
        assert self._asked is not None
        await self.game.report(self._asked.item, self._explained)

    async def action_back(self) -> None:
        """Home; the round waits."""
        await self.game.go_home()
