"""The game in lines: how it opens, keeps what was answered, and closes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError
from quizgame.game.front_page import front_page
from quizgame.plain import home, lists, rounds, stories, telling
from quizgame.plain.reader import Reader
from quizgame.plain.summing_up import sum_up
from quizgame.plain.voice import HomeError, QuitError
from quizgame.play import today
from quizgame.play.player import FIRST_SESSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.game.explanation import Explanation
    from quizgame.packs.pack import Pack, Span
    from quizgame.plain.voice import Voice
    from quizgame.play.desk import Desk
    from quizgame.play.sitting import Sitting


class Game:
    """One sitting of one player at a desk.

    Attributes:
        voice: who says and hears it.
        desk: what is played with.
    """

    def __init__(self, voice: Voice, desk: Desk) -> None:
        self.voice = voice
        self.desk = desk

    def run(self, *, at_home: bool = False) -> None:
        """Plays until the player leaves or the input has come to an end.

        Somebody new begins with the first session, or else `at_home`.
        """
        try:
            if self.desk.needs_first_session() and not at_home:
                self._home_after(self._first_session)
            while True:
                self._home_after(self._home)
        except QuitError:
            self.save()
            self.voice.say(self._farewell())

    def _farewell(self) -> str:
        waits = " What you began waits at home." if self.desk.player.open_round() else ""
        if self.desk.player.unsaved:
            return "Not everything could be saved."
        return f"Everything is saved.{waits}" if self.desk.player.path else "Nothing was answered."

    def _home_after(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except HomeError:
            self.save()

    def _first_session(self) -> None:
        pack = self.desk.pack
        if pack and pack.content_note:
            self.voice.say(pack.content_note)
        if pack and pack.as_of:
            self.voice.say(f"It is {pack.as_of:%B %Y}.")
        if self.desk.dealer:
            self.play(self.desk.dealer.first_session())

    def _home(self) -> None:
        deeds: dict[str, Callable[[], None]] = {
            "g": self._resume,
            "c": self._corrections,
            "t": self._course,
            "n": self._new_round,
            "d": self._daily,
            "s": self._stories,
            "b": lambda: lists.lessons(self),
            "r": lambda: lists.articles(self),
            "f": self.show_page,
            "p": self._progress,
            "w": lambda: lists.players(self),
            "k": lambda: lists.ask_name(self, self.desk.player.rename),
            "o": lambda: lists.settings(self),
        }
        deeds[home.choose(self.voice, self.desk)]()

    def play(self, sitting: Sitting) -> None:
        """Plays a round to its end, and sums it up."""
        rounds.play(self, sitting)
        if sitting.round.name == FIRST_SESSION and not self.desk.player.name:
            self.voice.heading("This is what you have printed so far:")
            telling.page(self.voice, front_page(sitting.given))
            self.voice.say("Keep your front page? A nickname is enough.")
            lists.ask_name(self, self.desk.player.rename)
        sum_up(self, sitting)

    def _resume(self) -> None:
        try:
            sitting = self.desk.resume()
        except QuizgameError as error:
            self.complain(error)
            return
        if sitting:
            self.play(sitting)

    def _new_round(self) -> None:
        if dealer := self.desk.dealer:
            first = self.desk.needs_first_session()
            self.play(dealer.first_session() if first else dealer.new_round())

    def _corrections(self) -> None:
        sitting = self.desk.dealer.corrections() if self.desk.dealer else None
        if sitting:
            self.play(sitting)
        else:
            self.voice.say("This pack has no fresh sentence for them; a new round goes on.")

    def _course(self) -> None:
        place = home.course(self.desk)
        if not place or not self.desk.dealer:
            return
        if place.opens:
            self.voice.say(today.not_yet(place))
        elif place.next:
            self.play(self.desk.dealer.play_part(place.next))

    def _daily(self) -> None:
        if dealer := self.desk.dealer:
            if sitting := dealer.daily():
                self.play(sitting)
            else:
                self.voice.say(f"The daily round: {today.daily(dealer)}.")

    def _progress(self) -> None:
        # 30 ms, which most games do without.
        from quizgame.plain.progress import progress

        progress(self.voice, self.desk.figures())

    def _stories(self) -> None:
        if newsroom := self.desk.newsroom:
            stories.stories(self, newsroom)

    def show_page(self) -> None:
        """Says what stands on the player's front page."""
        made = front_page(self.desk.told(), self.desk.player.printed())
        self.voice.heading("Your front page")
        if made.empty:
            self.voice.say("Nothing is printed yet.")
        telling.page(self.voice, made)

    def read(self, pack: Pack, article: str, at: Span | None, *, told: bool = True) -> None:
        """Reads an article, from a passage on if one is given; `told` if its key is known."""
        judged = self.desk.judged(pack)
        reader = Reader(self.voice, pack, article, at, judged, told=told)
        reader.run()

    def note(self, item: str, explained: Explanation, doubt: str) -> None:
        """Writes a note beside the save, whose name has chance in it: no script is told it."""
        try:
            self.desk.note(item, explained, doubt)
        except QuizgameError as error:
            self.complain(error)
        else:
            self.voice.say("Noted beside your save; `quizgame mine` names the file.")

    def save(self) -> None:
        """Writes what waits; if that fails, says why, and the game goes on."""
        try:
            self.desk.player.flush()
        except QuizgameError as error:
            self.complain(error)

    def complain(self, error: QuizgameError) -> None:
        """Says what went wrong, and what can be done."""
        self.voice.say(f"{error.title}: {error.message} {error.hint}".strip())


def local_now() -> datetime:
    """The time, with the player's own offset from UTC."""
    return datetime.now().astimezone()
