"""The players whose saves are here: switch, make, rename."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.tui.screens.menu import Menu
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from textual.binding import BindingType

    from quizgame.play.desk import Desk
    from quizgame.saves.players import PlayerFile
    from quizgame.tui.screens.menu import Deed


class Players(Menu):
    """Everybody with a save in this folder, the last to play first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new player", id="players.new", priority=True),
        Binding("e", "rename", "rename", id="players.rename", priority=True),
        Binding("x", "export", "export", id="own.export", priority=True),
        Binding("d", "delete", "delete", id="own.delete", priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._players: list[PlayerFile] = []

    def on_mount(self) -> None:
        """Lists them."""
        self.draw()

    def on_screen_resume(self) -> None:
        """Lists them again after a name was given."""
        self.draw()

    def draw(self) -> None:
        """Lists the players."""
        self.head.show("Players", self.typography.line(self.desk.player.name))
        self._players = self.desk.players()
        entries = [self._entry(n, player) for n, player in enumerate(self._players, 1)]
        where = self.typography.line(f"Saves are kept in {self.desk.folder}")
        new, rename = self.key("new", "n"), self.key("rename", "e")
        export, delete = self.key("export", "x"), self.key("delete", "d")
        below = [
            BLANK,
            para(f"{new}  a new player     {rename}  rename yourself"),
            para(f"{export}  export what is kept of somebody     {delete}  delete it"),
            BLANK,
        ]
        self.offer(entries, [BLANK], [*below, para(where, "$foreground-muted")])

    def _entry(self, number: int, player: PlayerFile) -> tuple[Entry, Deed]:
        line = self.typography.line
        name = line(player.name) or "no name yet"
        key = str(number) if number < 10 else " "
        if player.problem:
            note = line(f"{player.problem.title}. {player.problem.hint}")
            return Entry(key, name, note), self._stay
        here = player.path == self.desk.player.path
        note = "plays now" if here else f"last played {player.modified:%Y-%m-%d}"
        return Entry(key, name, note), partial(self.game.switch_player, player.path)

    async def _stay(self) -> None:
        """A save that cannot be read does not open; its row says why."""

    def _pointed(self) -> PlayerFile | None:
        """The player on whom the caret stands."""
        index = self.query_one(Choices).index
        return self._players[index] if index < len(self._players) else None

    async def action_export(self) -> None:
        """Exports what is kept of the player on whom the caret stands."""
        if player := self._pointed():
            await self.game.open_export(player.path, player.name)

    async def action_delete(self) -> None:
        """Deletes what is kept of the player on whom the caret stands."""
        if player := self._pointed():
            await self.game.ask_to_delete(player.path, player.name)

    async def action_new(self) -> None:
        """Makes a player."""
        await self.game.new_player()

    async def action_rename(self) -> None:
        """Gives the player who plays now another name."""
        await self.game.rename_player()
