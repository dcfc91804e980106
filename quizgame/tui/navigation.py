"""Which page comes next. Pages ask for it here and know nothing of each other."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.app import App

from quizgame.errors import QuizgameError

# Pages are imported when they are first opened: each costs 1 to 3 ms that the first frame
# does not need.
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from textual.binding import Binding

    from quizgame.game.courses import Place
    from quizgame.game.explanation import Explanation
    from quizgame.packs.pack import ItemSet, Pack, Span
    from quizgame.play.desk import Desk
    from quizgame.play.player import Player
    from quizgame.play.sitting import Sitting
    from quizgame.saves.records import Answer
    from quizgame.text import Typography
    from quizgame.tui.screens.page import Page


class Navigation(App[None]):
    """The ways between the pages.

    Attributes:
        desk: None until pack and save are read.
        typography: how text may be shown on this terminal.
        now: the clock.
    """

    desk: Desk | None
    typography: Typography
    now: Callable[[], datetime]

    @property
    @abstractmethod
    def player(self) -> Player | None:
        """Whose save is written; None before it is read, and where none is."""

    @abstractmethod
    def save(self) -> None:
        """Sees to it that what was kept reaches the disk, without waiting for it."""

    def tell(self, error: QuizgameError) -> None:
        """Shows an error over the page, for as long as it takes to read it."""
        words = f"{error.message} {error.hint}".strip()
        clean = self.typography.line
        self.notify(
            clean(words), title=clean(error.title), severity="warning", timeout=12, markup=False
        )

    def say(self, words: str) -> None:
        """Says something over the page; the words must be clean already."""
        self.notify(words, timeout=8, markup=False)

    async def begin_first_session(self) -> None:
        """Asks the first sentence."""
        if self.desk and (dealer := self.desk.dealer):
            await self._sit_down(dealer.first_session())
        else:
            await self.go_home()

    async def new_round(self) -> None:
        """Draws a round, or asks the first session of a player who has had none."""
        if not self.desk or not (dealer := self.desk.dealer):
            return
        first = self.desk.needs_first_session()
        await self._sit_down(dealer.first_session() if first else dealer.new_round())

    async def corrections(self) -> None:
        """Draws a round that can strike out corrections."""
        if self.desk and (dealer := self.desk.dealer) and (sitting := dealer.corrections()):
            await self._sit_down(sitting)

    async def daily(self) -> None:
        """Plays today's daily round, once."""
        from quizgame.play.today import daily

        if not self.desk or not (dealer := self.desk.dealer):
            return
        if sitting := dealer.daily():
            await self._sit_down(sitting)
        else:
            self.say(f"The daily round: {daily(dealer)}.")

    async def play_part(self, place: Place) -> None:
        """Plays the next part of a course, or says when it opens."""
        from quizgame.play.today import not_yet

        if not self.desk or not (dealer := self.desk.dealer):
            return
        if place.opens:
            self.say(not_yet(place))
        elif place.next:
            await self._sit_down(dealer.play_part(place.next))

    async def play_set(self, chosen: ItemSet) -> None:
        """Plays a set of the pack in use."""
        if self.desk and (dealer := self.desk.dealer):
            await self._sit_down(dealer.play_set(chosen))

    async def resume(self) -> None:
        """Takes up the round that was left, in the pack it was drawn from."""
        try:
            sitting = self.desk.resume() if self.desk else None
        except QuizgameError as error:
            self.tell(error)
            return
        if sitting:
            await self._sit_down(sitting)

    async def _sit_down(self, sitting: Sitting) -> None:
        from quizgame.tui.screens.play import Play

        self.save()
        if sitting.total:
            await self._alone(Play(sitting))

    async def finish(self, sitting: Sitting) -> None:
        """After the last item: the page so far and a name, or the summary."""
        from quizgame.play.player import FIRST_SESSION
        from quizgame.tui.screens.summary import Summary

        self.save()
        await self._alone(Summary(sitting))
        unnamed = self.desk is not None and not self.desk.player.name
        if sitting.round.name == FIRST_SESSION and unnamed:
            await self._offer_to_keep(sitting)

    async def _offer_to_keep(self, sitting: Sitting) -> None:
        from quizgame.tui.screens.naming import Naming
        from quizgame.tui.words import keep_your_page

        words = keep_your_page(sitting.given, self.typography)
        await self.push_screen(Naming("Your first front page", words, self._rename))

    def _rename(self, name: str) -> None:
        assert self.desk is not None
        self.desk.player.rename(name)

    async def new_player(self) -> None:
        """Asks for a name, and seats somebody new."""
        from quizgame.tui.screens.naming import Naming
        from quizgame.tui.words import NEW_PLAYER

        await self.push_screen(Naming("A new player", NEW_PLAYER, self._make), self._seated)

    def _make(self, name: str) -> None:
        assert self.desk is not None
        self.desk.player.flush()
        self.desk.make(name)

    def _seated(self, name: str | None) -> None:
        if name is not None:
            self.call_later(self.welcome)

    async def rename_player(self) -> None:
        """Asks the player who plays now for another name."""
        from quizgame.tui.screens.naming import Naming
        from quizgame.tui.words import RENAME

        await self.push_screen(Naming("Rename yourself", RENAME, self._rename))

    async def switch_player(self, path: Path) -> None:
        """Seats the player of a save."""
        assert self.desk is not None
        try:
            # The answers of whoever sits here must not leave with them.
            self.desk.player.flush()
            self.desk.seat(path)
        except QuizgameError as error:
            self.tell(error)
        else:
            await self.welcome()

    async def welcome(self) -> None:
        """Home, or the first session for somebody who has never played."""
        self.restyle()
        await self.go_home()
        if self.desk and self.desk.needs_first_session():
            await self.open_opening()

    async def open_opening(self) -> None:
        """Opens the first words that a new player reads, if they are not open already."""
        from quizgame.tui.screens.opening import Opening

        if not isinstance(self.screen, Opening):
            await self.push_screen(Opening())

    def restyle(self) -> None:
        """Takes up the theme that the player has chosen."""
        chosen = str(self.player.settings.get("theme", "")) if self.player else ""
        if chosen in self.available_themes:
            self.theme = chosen

    async def review(self, pack: Pack, answer: Answer) -> None:
        """Shows the explanation of an earlier answer."""
        from quizgame.play.reviewing import review
        from quizgame.tui.screens.review import Review

        try:
            explained = review(pack, answer)
        except QuizgameError as error:
            self.tell(error)
        else:
            await self.push_screen(Review(pack, explained))

    async def report(self, item: str, explained: Explanation) -> None:
        """Shows the rule that decided, and takes a note for the teacher."""
        from quizgame.tui.screens.mistake import Mistake

        def keep(doubt: str | None) -> None:
            if doubt is not None:
                self.keep_note(item, explained, doubt)

        await self.push_screen(Mistake(explained), keep)

    def keep_note(self, item: str, explained: Explanation, doubt: str) -> None:
        """Writes a note beside the save, and says where it is."""
        assert self.desk is not None
        try:
            path = self.desk.note(item, explained, doubt)
        except QuizgameError as error:
            self.tell(error)
        else:
            self.notify(self.typography.line(f"Noted in {path.name}."), markup=False)

    async def open_article(
        self, pack: Pack, article: str, at: Span | None, *, told: bool = True
    ) -> None:
        """Opens an article, at a passage if one is given; `told` if its key is known already."""
        from quizgame.tui.screens.reader import Reader

        judged = self.desk.judged(pack) if self.desk else frozenset()
        await self.push_screen(Reader(pack, article, at, judged, told=told))

    async def open_articles(self) -> None:
        """Lists the articles of the pack in use."""
        from quizgame.tui.screens.articles import Articles

        if self.desk and self.desk.pack:
            await self.push_screen(Articles(self.desk.pack))

    async def open_shelf(self) -> None:
        """Lists lessons and packs."""
        from quizgame.tui.screens.shelf import Shelf

        if self.desk:
            await self.push_screen(Shelf(self.desk))

    async def open_front_page(self) -> None:
        """Opens the player's front page."""
        from quizgame.tui.screens.front_page import FrontPagePage

        if self.desk:
            player = self.desk.player
            await self.push_screen(FrontPagePage(player.name, self.desk.told(), player.printed()))

    async def open_progress(self) -> None:
        """Opens the progress page."""
        from quizgame.tui.screens.progress import ProgressPage

        if self.desk:
            await self.push_screen(ProgressPage(self.desk.player.name, self.desk.figures()))

    async def open_players(self) -> None:
        """Lists the players."""
        from quizgame.tui.screens.players import Players

        if self.desk:
            await self.push_screen(Players(self.desk))

    async def open_help(self, keys: list[Binding]) -> None:
        """Opens help on the keys of the page it is asked from."""
        from quizgame.tui.screens.help import Help

        if not isinstance(self.screen, Help):
            await self.push_screen(Help(keys))

    async def go_home(self) -> None:
        """Closes every page above home, or opens home above the first page there was."""
        from quizgame.tui.screens.home import Home

        while len(self.screen_stack) > 1 and not isinstance(self.screen, Home):
            await self.pop_screen()
        if not isinstance(self.screen, Home):
            await self.push_screen(Home())

    async def _alone(self, page: Page[None]) -> None:
        """Opens a page that only home lies under, without a glimpse of home."""
        with self.batch_update():
            await self.go_home()
            await self.push_screen(page)
