"""An article in one calm column, the sentences that were judged marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from quizgame.game.reading import read
from quizgame.packs.quotes import fold
from quizgame.tui import reading
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.line import Line
from quizgame.tui.widgets.paper import Paper, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.packs.pack import Pack, Span


class Reader(Page[None]):
    """Scrolls, jumps between the marked sentences, searches."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Binding("right_square_bracket", "jump(1)", "next mark", id="reader.next", priority=True),
        Binding("left_square_bracket", "jump(-1)", "last mark", id="reader.last", priority=True),
        Binding("slash", "search", "search", id="reader.search", priority=True),
        Binding("n", "again", "next find", id="reader.again", priority=True),
        Page.BACK,
    ]

    def __init__(
        self,
        pack: Pack,
        article: str,
        at: Span | None,
        judged: frozenset[str],
        *,
        told: bool = True,
    ) -> None:
        """A reader that opens at a span of the article, or at its beginning.

        Args:
            pack: where article and claims come from.
            article: the article's id.
            at: the passage to open at.
            judged: the ids of the claims that may be marked without giving a key away.
            told: whether the key of what stands at that passage may be told too.
        """
        super().__init__()
        self.article = pack.articles[article]
        self.whole, self.passages = read(pack, article, at if told else None, judged)
        self._at = at
        self._found: Span | None = None
        self._wanted = ""

    def body(self) -> ComposeResult:
        """The article."""
        yield Paper(id="article")

    def foot(self) -> ComposeResult:
        """The note on the marked sentence, and what is searched for."""
        yield Paper(id="foot")
        yield Line(id="search", placeholder="Search this article", classes="hidden")

    def on_mount(self) -> None:
        """Opens at the passage."""
        line = self.typography.line
        self.head.show(line(self.article.outlet), line(self.article.dated))
        self._draw()
        here = [n for n, passage in enumerate(self.passages) if passage.span == self._at]
        self._current = here[0] if here else -1
        self._note()
        if self._at:
            self.call_after_refresh(self._show_span, self._at)

    def _draw(self) -> None:
        paragraphs = reading.set_article(
            self.whole, self.passages, self.typography, here=self._at, found=self._found
        )
        self.query_one("#article", Paper).show(paragraphs)

    def _note(self) -> None:
        foot = self.query_one("#foot", Paper)
        passage = self.passages[self._current] if self._current >= 0 else None
        foot.display = passage is not None
        if passage:
            foot.show([para(self.typography.line(passage.note))])

    def _show_span(self, span: Span) -> None:
        paper = self.query_one("#article", Paper)
        shown = self.typography.clean(self.whole)
        row = reading.row_of(shown, span[0], paper.content_size.width)
        self.scroll.scroll_to(y=max(0, row - 3), animate=False)

    def action_jump(self, by: int) -> None:
        """Goes to the next or the last marked sentence, round and round."""
        if not self.passages:
            return
        start = self._current if self._current >= 0 else (-1 if by > 0 else 0)
        self._current = (start + by) % len(self.passages)
        self._at = self.passages[self._current].span
        self._draw()
        self._note()
        self._show_span(self._at)

    def action_search(self) -> None:
        """Asks what to search for."""
        search = self.query_one("#search", Input)
        search.remove_class("hidden")
        self.type_on(search)

    @on(Input.Submitted)
    def _search(self, event: Input.Submitted) -> None:
        self._close_search()
        self._wanted, self._found = event.value, None
        self.action_again()

    def action_again(self) -> None:
        """Finds the next place, from the top again after the last."""
        if not self._wanted:
            return
        text, wanted = fold(self.whole).lower(), fold(self._wanted).lower()
        start = self._found[1] if self._found else 0
        begin = text.find(wanted, start)
        begin = text.find(wanted) if begin < 0 else begin
        self._found = (begin, begin + len(wanted)) if begin >= 0 else None
        self._draw()
        if self._found:
            self._show_span(self._found)
        else:
            self.notify(self.typography.line(f"Not in this article: {self._wanted}"), markup=False)

    def _close_search(self) -> None:
        search = self.query_one("#search", Input)
        search.add_class("hidden")
        self.type_on(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a search is typed, its letters are letters."""
        typing = isinstance(self.focused, Input)
        return action in {"back", "help", "leave"} if typing else True

    async def action_back(self) -> None:
        """Closes the search, or goes back to the item."""
        if isinstance(self.focused, Input):
            self._close_search()
        else:
            await super().action_back()
