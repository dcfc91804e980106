"""In which format a player wants their data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quizgame.play.own import FORMS
from quizgame.tui.screens.menu import Menu
from quizgame.tui.widgets.choices import Entry
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

NOTE = "All of it is on this computer only: no account, nothing is sent anywhere."


class Export(Menu):
    """The formats; each asks where the file is to be put."""

    def __init__(self, save: Path, name: str, day: date | None) -> None:
        """The formats for one player.

        Args:
            save: the player's file.
            name: the player's name; may be empty.
            day: the day whose front page is meant; None for the last one.
        """
        super().__init__()
        self.save = save
        self.owner = name
        self.day = day

    def on_mount(self) -> None:
        """Lists them."""
        self.head.show("Export", self.typography.line(self.owner))
        entries = [
            (Entry(str(number), form.words, form.suffix), partial(self._ask, to))
            for number, (to, form) in enumerate(FORMS.items(), 1)
        ]
        day = f"The page of {self.day:%d %B %Y}.".replace(" 0", " ") if self.day else ""
        above = [BLANK, *([para(day), BLANK] if day else [])]
        self.offer(entries, above, [BLANK, para(NOTE, "$foreground-muted")])

    async def _ask(self, to: str) -> None:
        await self.game.export_to(self.save, self.owner, to, self.day)
