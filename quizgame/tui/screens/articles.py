"""The articles of the pack."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quizgame.game.asking import WORDING
from quizgame.tui.screens.menu import Menu
from quizgame.tui.widgets.choices import Entry
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from quizgame.packs.pack import Article, Pack
    from quizgame.tui.screens.menu import Deed


class Articles(Menu):
    """Outlet, date and wording of each; one opens in the reader."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self.pack = pack

    def on_mount(self) -> None:
        """Lists them."""
        self.head.show("Read the articles", self.typography.line(self.pack.title))
        entries = [self._entry(n, a) for n, a in enumerate(self.pack.articles.values(), 1)]
        self.offer(entries, [BLANK], [BLANK, para(self._note(), "$foreground-muted")])

    def _entry(self, number: int, article: Article) -> tuple[Entry, Deed]:
        line = self.typography.line
        wording = WORDING[article.wording]
        note = line(", ".join(part for part in (article.dated, wording) if part))
        entry = Entry(str(number) if number < 10 else " ", line(article.outlet), note)
        return entry, partial(self.game.open_article, self.pack, article.id, None)

    def _note(self) -> str:
        if any(article.text is None for article in self.pack.articles.values()):
            return "Some articles are not on this machine: the reader shows their quotes."
        return "Sentences that you have judged are marked."
