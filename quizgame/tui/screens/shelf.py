"""Lessons and packs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError
from quizgame.play import today
from quizgame.tui.screens.menu import Menu
from quizgame.tui.widgets.choices import Entry
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from quizgame.game.courses import Place
    from quizgame.packs.library import Entry as Found
    from quizgame.packs.pack import ItemSet
    from quizgame.play.desk import Desk
    from quizgame.tui.screens.menu import Deed


class Shelf(Menu):
    """The courses and sets of the pack in use, then every pack that was found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def on_mount(self) -> None:
        """Lists them."""
        line = self.typography.line
        pack = self.desk.pack
        self.head.show("Lessons and packs", line(pack.title) if pack else "")
        dealer = self.desk.dealer
        courses = [self._course(place) for place in dealer.courses()] if dealer else []
        sets = [self._set(chosen) for chosen in pack.sets.values()] if pack else []
        packs = [self._pack(found) for found in self.desk.library.visible()]
        entries = [*courses, *sets, *packs]
        numbered = [
            (Entry(str(n) if n < 10 else " ", e.text, e.note), deed)
            for n, (e, deed) in enumerate(entries, 1)
        ]
        note = pack.content_note if pack else ""
        above = [BLANK, para(line(pack.summary)), BLANK] if pack and pack.summary else [BLANK]
        self.offer(numbered, above, [BLANK, para(line(note), "$foreground-muted")] if note else [])

    def _course(self, place: Place) -> tuple[Entry, Deed]:
        title = self.typography.line(place.plan.title)
        entry = Entry("", f"Course: {title}", today.part(place, self.typography))
        return entry, partial(self.game.play_part, place)

    def _set(self, chosen: ItemSet) -> tuple[Entry, Deed]:
        test = ", explained at the end" if chosen.test else ""
        note = f"{len(chosen.items)} items{test}"
        entry = Entry("", self.typography.line(chosen.title), note)
        return entry, partial(self.game.play_set, chosen)

    def _pack(self, found: Found) -> tuple[Entry, Deed]:
        line = self.typography.line
        title = line(found.title or found.id or found.path.name)
        here = self.desk.pack is not None and found.id == self.desk.pack.id
        note = "the pack in use" if here else "use this pack"
        return Entry("", f"Pack: {title}", note), partial(self._use, found.id)

    async def _use(self, pack_id: str) -> None:
        try:
            self.desk.use(pack_id)
        except QuizgameError as error:
            self.game.tell(error)
        else:
            await self.game.go_home()
