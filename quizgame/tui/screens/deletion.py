"""Asking once more before a player's data are deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.saves.deleting import files_of
from quizgame.tui.screens.menu import Menu
from quizgame.tui.widgets.choices import Entry
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from pathlib import Path

    from textual.binding import BindingType


class Deletion(Menu):
    """What would be gone; the caret stands on keeping it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "keep it", id="page.back", priority=True),
    ]

    def __init__(self, save: Path, name: str) -> None:
        super().__init__()
        self.save = save
        self.owner = name

    def on_mount(self) -> None:
        """Names the files."""
        line = self.typography.line
        name = line(self.owner) or "somebody without a name"
        self.head.show("Delete", name)
        files = [para(line(path.name), indent=2) for path in files_of(self.save)]
        above = [
            BLANK,
            para(f"Everything that is kept of {name}:", "bold"),
            *files,
            para(line(f"in {self.save.parent}"), "$foreground-muted", indent=2),
            BLANK,
            para("Nobody can bring it back. You can export it first."),
            BLANK,
        ]
        entries = [
            (Entry("", "Keep it"), self.action_back),
            (Entry("", "Delete it for ever"), self._delete),
        ]
        self.offer(entries, above)

    async def action_number(self, number: int) -> None:
        """No single key deletes anything."""

    async def _delete(self) -> None:
        await self.game.delete_player(self.save)
