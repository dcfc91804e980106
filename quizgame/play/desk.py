"""What lies ready when the game opens: the packs that were found, and who plays."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING

from quizgame.errors import UsageError
from quizgame.game.history import subject
from quizgame.play.dealer import Dealer
from quizgame.play.figures import player_figures
from quizgame.play.player import FIRST_SESSION, Player
from quizgame.saves.choosing import last_played
from quizgame.saves.deleting import delete
from quizgame.saves.notes import note
from quizgame.saves.players import PlayerFile, create, players
from quizgame.saves.reading import read
from quizgame.saves.records import Setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from quizgame.game.explanation import Explanation
    from quizgame.insight.figures import Figures
    from quizgame.packs.library import Entry, Library
    from quizgame.packs.pack import Pack
    from quizgame.play.newsroom import Newsroom
    from quizgame.play.sitting import Sitting
    from quizgame.saves.records import Answer


class Desk:
    """The packs, the player, and the dealer who starts rounds.

    Attributes:
        library: every pack that was found.
        folder: where saves are kept.
        player: who plays.
        pack: the pack in use; None if none can be played.
        notices: sentences for the player about packs that cannot be played.
    """

    def __init__(
        self,
        library: Library,
        folder: Path,
        player: Player,
        now: Callable[[], datetime],
        seed: int | None = None,
    ) -> None:
        """A desk in the state that `open_desk` finds things in."""
        self.library = library
        self.folder = folder
        self.player = player
        self.pack: Pack | None = None
        self.notices: list[str] = []
        self._session = token_hex(4)
        self._now = now
        self._seed = seed
        self._last: Dealer | None = None

    def use(self, pack_id: str | None = None) -> None:
        """Takes a pack into use: the one with this id, or the first that can be played.

        Raises:
            UsageError: there is no such pack, or it has errors; the one in use stays.
        """
        if pack_id is not None:
            self.pack = self._load(pack_id)
            return
        for entry in self.library.visible():
            self.pack = entry.load().pack
            if self.pack:
                return
            self.notices.append(_broken(entry))
        self.notices.append("No pack can be played. `quizgame where` shows where they are sought.")

    def _load(self, pack_id: str) -> Pack:
        if self.pack and self.pack.id == pack_id:
            return self.pack
        entry = self.library.get(pack_id)
        if entry is None:
            known = ", ".join(e.id for e in self.library.visible() if e.id)
            raise UsageError(
                "No such pack", f'There is no pack "{pack_id}".', f"Known are: {known or 'none'}."
            )
        pack = entry.load().pack
        if pack is None:
            raise UsageError(
                "This pack cannot be played", _broken(entry), "Mend it, or use another."
            )
        return pack

    @property
    def dealer(self) -> Dealer | None:
        """Who starts rounds; None without a pack."""
        return self._dealer(self.pack) if self.pack else None

    @property
    def newsroom(self) -> Newsroom | None:
        """Who starts scenarios; None without a pack, or with one that has none."""
        return self.newsroom_of(self.pack) if self.pack and self.pack.scenarios else None

    def newsroom_of(self, pack: Pack) -> Newsroom:
        """Who starts the scenarios of a pack."""
        # 10 ms, which a pack without scenarios does without.
        from quizgame.play.newsroom import Newsroom

        return Newsroom(pack, self.player, self._now, self._session, self._seed)

    def players(self) -> list[PlayerFile]:
        """Everybody with a save in the folder."""
        return players(self.folder)

    def seat(self, path: Path | None) -> None:
        """Seats the player of a save, or somebody new.

        Raises:
            SaveError: the save cannot be read; whoever sat here stays.
        """
        self.player = Player(self.folder, read(path) if path else None)

    def make(self, name: str) -> None:
        """Seats a new player with a save of their own.

        Raises:
            SaveError: the name is taken, or the save could not be made.
        """
        self.seat(create(self.folder, name))

    def resume(self) -> Sitting | None:
        """The round that the player left, in its own pack; None if there is none.

        Raises:
            UsageError: the pack is gone or has errors.
        """
        left = self.player.open_round()
        if left is None:
            return None
        return self._dealer(self._load(left[0].pack)).resume()

    def _dealer(self, pack: Pack) -> Dealer:
        """The dealer for a pack; the last one is kept, for what it has worked out."""
        last = self._last
        if last is None or last.pack is not pack or last.player is not self.player:
            last = Dealer(pack, self.player, self._now, self._seed, self._session)
        self._last = last
        return last

    def told(self) -> list[Answer]:
        """The player's answers, without those of a test of this pack that is not at its end."""
        return self.dealer.told() if self.dealer else self.player.answers

    def choose(self, key: str, value: str | bool) -> None:
        """Keeps a setting of the player's."""
        self.player.keep(Setting(key=key, value=value, session=self._session, at=self._now()))

    def judged(self, pack: Pack) -> frozenset[str]:
        """The claims of a pack that the player has answered, and may be told about."""
        told = self._dealer(pack).told()
        subjects = (subject(answer.item).partition("/") for answer in told)
        return frozenset(ref for owner, _, ref in subjects if owner == pack.id)

    def export(self, path: Path, to: str, day: date | None) -> str:
        """A player's data in another format, see `own.export`; what waits is saved before.

        Raises:
            QuizgameError: the save cannot be read or written, or there is no page of that day.
        """
        # 15 ms, for what most games never ask for.
        from quizgame.play.own import export

        if path != self.player.path:
            return export(read(path), to, day)
        self.player.flush()
        return export(read(path), to, day, self.told())

    def delete(self, path: Path) -> list[Path]:
        """Deletes what is kept of a player, and gives the files that are gone.

        In the place of the player who plays now sits whoever played last, or somebody new.

        Raises:
            NotDeleted: what is left and why; whoever sat here stays.
        """
        if path != self.player.path:
            return delete(path)
        gone = self.player.delete()
        last = last_played(self.folder)
        self.seat(last.path if last else None)
        return gone

    def figures(self) -> Figures:
        """What the player's answers tell, up to now."""
        player, today = self.player, self._now().date()
        return player_figures(player, self.told(), today, self.library, self.pack)

    def note(self, item: str, explained: Explanation, doubt: str) -> Path:
        """Keeps a doubt about an item beside the player's save, for the teacher.

        Returns:
            The file that holds the notes.

        Raises:
            SaveError: why it was not kept, and what to do.
        """
        self.player.flush()
        assert self.player.path is not None
        return note(
            self.player.path,
            item=item,
            quote="\n".join(passage.text for passage in explained.passages),
            status=explained.status or "",
            rule=explained.decided,
            text=doubt,
            at=self._now(),
            player=self.player.id,
        )

    def needs_first_session(self) -> bool:
        """Whether this player has never finished, nor begun, a first session."""
        return not self.player.answers and not any(
            begun.name == FIRST_SESSION for begun in self.player.rounds
        )


def _broken(entry: Entry) -> str:
    return f"The pack in {entry.path} has errors: run `quizgame check {entry.path}`."
