"""What lies ready when the game opens: the packs that were found, and who plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game.history import subject
from quizgame.play.player import FIRST_SESSION, Player
from quizgame.play.sitting import Dealer
from quizgame.saves.notes import note
from quizgame.saves.players import PlayerFile, create, players
from quizgame.saves.reading import read
from quizgame.saves.records import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from quizgame.game.explanation import Explanation
    from quizgame.packs.pack import Pack
    from quizgame.play.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Shelved:
    """A pack that was found; `pack` is None if it has errors."""

    path: Path
    pack: Pack | None
    errors: int


class Desk:
    """The packs, the player, and the dealer who starts rounds.

    Attributes:
        pack: the pack in use; None if none can be played.
        notices: sentences for the player about packs that cannot be used.
    """

    def __init__(
        self,
        shelf: Sequence[Shelved],
        folder: Path,
        player: Player,
        now: Callable[[], datetime],
        seed: int | None = None,
    ) -> None:
        """A desk in the state that `open_desk` finds things in."""
        self.shelf = tuple(shelf)
        self.folder = folder
        self.player = player
        self.pack: Pack | None = None
        self.notices: list[str] = []
        self._now = now
        self._seed = seed

    def use(self, pack_id: str | None = None) -> None:
        """Takes a pack into use: the one with this id, or the first that can be played."""
        playable = [shelved.pack for shelved in self.shelf if shelved.pack]
        wanted = [pack for pack in playable if pack.id == pack_id]
        self.pack = next(iter(wanted or playable), None)

    @property
    def dealer(self) -> Dealer | None:
        """Who starts rounds; None without a pack."""
        return Dealer(self.pack, self.player, self._now, self._seed) if self.pack else None

    def pack_of(self, pack_id: str) -> Pack | None:
        """The pack with this id, if it can be played."""
        return next((s.pack for s in self.shelf if s.pack and s.pack.id == pack_id), None)

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
        """The round that the player left, in its own pack; None if that cannot be played."""
        left = self.player.open_round()
        pack = self.pack_of(left[0].pack) if left else None
        return Dealer(pack, self.player, self._now, self._seed).resume() if pack else None

    def choose(self, key: str, value: str) -> None:
        """Keeps a setting of the player's."""
        self.player.keep(Setting(key=key, value=value, session="", at=self._now()))

    def judged(self, pack: Pack) -> frozenset[str]:
        """The claims of a pack that the player has answered."""
        subjects = (subject(answer.item).partition("/") for answer in self.player.answers)
        return frozenset(ref for owner, _, ref in subjects if owner == pack.id)

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
        )

    def needs_first_session(self) -> bool:
        """Whether this player has never finished, nor begun, a first session."""
        return not self.player.answers and not any(
            begun.name == FIRST_SESSION for begun in self.player.rounds
        )
