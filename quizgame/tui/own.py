"""The ways to a player's own data: export and deletion."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError
from quizgame.tui.navigation import Navigation

# Pages are imported when they are first opened.
if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class OwnData(Navigation):
    """What can be done with what is kept of a player."""

    @abstractmethod
    def forget_unsaved(self) -> None:
        """Nothing waits for the disk any more, because it is not to be kept."""

    def _whose(self, save: Path | None, name: str) -> tuple[Path, str] | None:
        """A save and its player's name, by default those of who plays now; None for no save."""
        assert self.desk is not None
        player = self.desk.player
        if save is not None and save != player.path:
            return save, name
        if player.path is None:
            self.notify("Nothing is kept of you yet.", markup=False)
            return None
        return player.path, player.name

    async def open_export(
        self, save: Path | None = None, name: str = "", day: date | None = None
    ) -> None:
        """Asks in which format a player's data are wanted; by default those of who plays now."""
        from quizgame.tui.screens.export import Export

        if self.desk and (whose := self._whose(save, name)):
            await self.push_screen(Export(*whose, day))

    async def export_to(self, save: Path, name: str, to: str, day: date | None) -> None:
        """Asks where a file in this format is to be put, and writes it."""
        from pathlib import Path

        from quizgame.play.own import FORMS, file_name
        from quizgame.tui.screens.filing import Filing

        def done(path: str | None) -> None:
            if path is not None:
                self.notify(self.typography.line(f"Written: {path}"), markup=False)

        proposed = Path.home() / file_name(name, to, day)
        accept = partial(self._export, save, to, day)
        await self.push_screen(Filing(FORMS[to].words, str(proposed), accept), done)

    def _export(self, save: Path, to: str, day: date | None, path: str) -> None:
        from pathlib import Path

        from quizgame.play.own import write

        assert self.desk is not None
        write(Path(path).expanduser(), self.desk.export(save, to, day), hint="Take another name.")

    async def ask_to_delete(self, save: Path | None = None, name: str = "") -> None:
        """Asks once more before a player's data are deleted; by default those of who plays now."""
        from quizgame.tui.screens.deletion import Deletion

        if self.desk and (whose := self._whose(save, name)):
            await self.push_screen(Deletion(*whose))

    async def delete_player(self, save: Path) -> None:
        """Deletes a player's data, and says what is gone."""
        assert self.desk is not None
        own = save == self.desk.player.path
        try:
            gone = self.desk.delete(save)
        except QuizgameError as error:
            self.tell(error)
            return
        told = f"Deleted for ever: {', '.join(path.name for path in gone)}."
        self.notify(self.typography.line(told), timeout=12, markup=False)
        if own:
            self.forget_unsaved()
            await self.welcome()
        else:
            await self.pop_screen()
