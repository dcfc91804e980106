"""Home, from the second visit on: what waits, what is printed, what is worth a look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.tui.screens.menu import Menu
from quizgame.tui.widgets.choices import Entry
from quizgame.tui.widgets.paper import BLANK

if TYPE_CHECKING:
    from textual.binding import BindingType

    from quizgame.game.courses import Place
    from quizgame.play.desk import Desk
    from quizgame.tui.screens.menu import Deed

_JOIN = "with the code that a teacher shows"
_ROWS = 20
"""Of a body that is not laid out yet."""


class Home(Menu):
    """What to do today."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "resume", "go on", id="home.resume", show=False, priority=True),
        Binding(
            "c", "corrections", "corrections", id="home.corrections", show=False, priority=True
        ),
        Binding("t", "course", "course", id="home.course", show=False, priority=True),
        Binding("d", "daily", "daily round", id="home.daily", show=False, priority=True),
        Binding("n", "round", "new round", id="round.new", show=False, priority=True),
        Binding("b", "shelf", "lessons", id="home.lessons", show=False, priority=True),
        Binding("s", "stories", "scenarios", id="home.stories", show=False, priority=True),
        Binding("r", "articles", "read", id="home.read", show=False, priority=True),
        Binding("f", "page", "front page", id="page.front", show=False, priority=True),
        Binding("p", "progress", "progress", id="home.progress", show=False, priority=True),
        Binding("w", "players", "players", id="home.players", show=False, priority=True),
        Binding("j", "join", "join a lesson", id="home.join", show=False, priority=True),
        Binding("k", "keep", "keep your page", id="home.keep", show=False, priority=True),
    ]

    def on_mount(self) -> None:
        """Draws what is known before pack and save are read."""
        self.draw()

    def on_screen_resume(self) -> None:
        """Draws what has changed meanwhile."""
        self.draw()

    def desk_opened(self) -> None:
        """Draws what was read."""
        self.draw()

    def saving_changed(self) -> None:
        """Says where answers wait for the disk."""
        self.head.show("CONFIRMED or ALLEGED?", self._who(self.game.desk))

    def draw(self) -> None:
        """Draws the page from the state of the desk."""
        desk = self.game.desk
        self.head.show("CONFIRMED or ALLEGED?", self._who(desk))
        entries = self._entries(desk)
        if desk is None:
            self.offer(entries, [BLANK])
            return
        # 20 ms for what the first frame does not show.
        from quizgame.tui import home_words

        above = [BLANK, *home_words.notices(desk, self.typography)]
        room = (self.scroll.size.height or _ROWS) - len(above) - len(entries)
        self.offer(entries, above, home_words.below(desk, self.typography, room))
        self.refresh_bindings()

    def _who(self, desk: Desk | None) -> str:
        if desk is None:
            return "opening the desk"
        name = self.typography.line(desk.player.name) or "no name yet"
        unsaved = f"{self.game.saved_word()}   " if self.game.unsaved else ""
        return f"{unsaved}{name}, day {max(1, desk.player.days())}"

    def _entries(self, desk: Desk | None) -> list[tuple[Entry, Deed]]:
        return [
            *self._today(desk),
            *(self._stories(desk) if desk else []),
            (Entry(self.key("shelf", "b"), "Lessons and packs"), self.action_shelf),
            (Entry(self.key("join", "j"), "Join a lesson", _JOIN), self.action_join),
            (Entry(self.key("articles", "r"), "Read the articles"), self.action_articles),
            (Entry(self.key("page", "f"), "Your front page"), self.action_page),
            (Entry(self.key("progress", "p"), "Progress"), self.action_progress),
            (Entry(self.key("players", "w"), "Players"), self.action_players),
            *(self._keep(desk) if desk else []),
        ]

    def _today(self, desk: Desk | None) -> list[tuple[Entry, Deed]]:
        """What to do today: what was left, what waits, what is due."""
        new = Entry(self.key("round", "n"), "New round")
        daily = Entry(self.key("daily", "d"), "The daily round")
        usual: list[tuple[Entry, Deed]] = [(new, self.action_round), (daily, self.action_daily)]
        if desk is None:
            return usual
        from quizgame.play import today
        from quizgame.tui import home_words

        entries: list[tuple[Entry, Deed]] = []
        if left := home_words.waiting(desk, self.typography):
            entries.append((Entry(self.key("resume", "g"), *left), self.action_resume))
        if not (dealer := desk.dealer):
            return entries + usual
        if waits := today.corrections(dealer):
            key = self.key("corrections", "c")
            entries.append((Entry(key, *waits), self.action_corrections))
        if place := self._place(desk):
            title = self.typography.line(place.plan.title)
            words = today.part(place, self.typography)
            entries.append((Entry(self.key("course", "t"), title, words), self.action_course))
        new = replace(new, note=today.new_round(dealer, self.typography))
        daily = replace(daily, note=today.daily(dealer))
        return [*entries, (new, self.action_round), (daily, self.action_daily)]

    def _keep(self, desk: Desk) -> list[tuple[Entry, Deed]]:
        if desk.player.name or not desk.player.answers:
            return []
        keep = Entry(self.key("keep", "k"), "Keep your page", "a nickname is enough")
        return [(keep, self.action_keep)]

    def _place(self, desk: Desk) -> Place | None:
        """Where the player stands in the first course that is not at its end.

        A part that was left is not offered twice.
        """
        left = desk.player.open_round()
        places = desk.dealer.courses() if desk.dealer else []
        place = next((place for place in places if place.next), None)
        going = place and place.next and left and place.next.name == left[0].name
        return None if going else place

    def _stories(self, desk: Desk) -> list[tuple[Entry, Deed]]:
        """The scenario that was left, or the way to all of them."""
        from quizgame.play import standing

        if desk.newsroom is None or not desk.newsroom.scenarios:
            return []
        title, note = standing.home(desk, self.typography)
        return [(Entry(self.key("stories", "s"), title, note), self.action_stories)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no page behind this one."""
        return action != "back"

    async def action_keep(self) -> None:
        """Asks for a name to keep the page under."""
        await self.game.rename_player()

    async def action_resume(self) -> None:
        """Takes up the round that was left."""
        await self.game.resume()

    async def action_corrections(self) -> None:
        """Draws a round that can strike out corrections."""
        await self.game.corrections()

    async def action_course(self) -> None:
        """Plays the next part of the course."""
        place = self._place(self.game.desk) if self.game.desk else None
        if place:
            await self.game.play_part(place)

    async def action_daily(self) -> None:
        """Plays today's daily round."""
        await self.game.daily()

    async def action_round(self) -> None:
        """Draws a new round."""
        await self.game.new_round()

    async def action_shelf(self) -> None:
        """Lists lessons and packs."""
        await self.game.open_shelf()

    async def action_stories(self) -> None:
        """Lists the scenarios."""
        await self.game.open_stories()

    async def action_join(self) -> None:
        """Goes to the door of a lesson with the whole class."""
        self.game.join_lesson()

    async def action_articles(self) -> None:
        """Lists the articles."""
        await self.game.open_articles()

    async def action_page(self) -> None:
        """Opens the front page."""
        await self.game.open_front_page()

    async def action_progress(self) -> None:
        """Opens the progress page."""
        await self.game.open_progress()

    async def action_players(self) -> None:
        """Lists the players."""
        await self.game.open_players()
