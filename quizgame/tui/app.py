"""The full-screen game: how it opens, keeps what was answered, and closes."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import contextmanager, suppress
from datetime import datetime
from threading import Timer
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.binding import Binding
from textual.message import Message
from textual.scrollbar import ScrollBar, ScrollBarRender

from quizgame import places
from quizgame.errors import QuizgameError
from quizgame.saves.names import any_saves
from quizgame.text import ASCII, UNICODE
from quizgame.tui.palette import Palette
from quizgame.tui.screens.page import LEAST_COLUMNS, LEAST_ROWS, Page
from quizgame.tui.stories import StoryWays
from quizgame.tui.terminal import refuse_dumb_terminal, takes_unicode
from quizgame.tui.themes import DARK, THEMES
from quizgame.tui.widgets.ascii_bar import AsciiBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.binding import BindingType
    from textual.screen import Screen
    from textual.types import CSSPathType

    from quizgame.play.desk import Desk
    from quizgame.play.player import Player
    from quizgame.tui.options import Options


GRACE = 10.0
"""How many seconds a game that a signal ends may take to close its pages."""

WIDE = 110
"""From so many columns on there is room for a second column."""

EARLY = frozenset({"move", "turn", "help", "leave", "command_palette"})
"""Actions that need neither pack nor save, and so work while these are being read."""

ALWAYS = frozenset({"ctrl+c", "ctrl+q"})
"""Keys that end the game whatever else waits."""


@contextmanager
def _keys_first() -> Iterator[None]:
    """While this thread works, a key waits for 1 ms of it at a time and not for 5."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.001)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def local_now() -> datetime:
    """The time, with the player's own offset from UTC."""
    return datetime.now().astimezone()


class QuizApp(Palette, StoryWays):
    """The game on a whole screen.

    Pack and save are read in a thread while the first page is already drawn. Keys that need them
    are kept meanwhile and act, in order, as soon as they can.

    Attributes:
        desk: None until pack and save are read.
        unsaved: why the last answers are not on disk; None if they are.
        failure: why nothing could be played at all; None if it could.
        joins: whether the player leaves the game for a lesson with the whole class.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = "app.tcss"
    TITLE = "Confirmed or Alleged?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "help", id="app.help"),
        Binding("q", "leave", "quit", id="app.quit"),
        Binding("ctrl+q,ctrl+c", "leave", "quit", id="app.leave", show=False, priority=True),
    ]

    class DeskOpened(Message):
        """Packs and save have been read."""

        def __init__(self, desk: Desk, keys: dict[str, str]) -> None:
            super().__init__()
            self.desk = desk
            self.keys = keys

    class DeskFailed(Message):
        """The save that was asked for cannot be used."""

        def __init__(self, error: QuizgameError) -> None:
            super().__init__()
            self.error = error

    class SavingChanged(Message):
        """What was waiting has reached the disk, or has not."""

        def __init__(self, error: QuizgameError | None) -> None:
            super().__init__()
            self.error = error

    def __init__(self, options: Options, now: Callable[[], datetime] = local_now) -> None:
        """The game.

        Args:
            options: what the command line told.
            now: the clock; tests stop it.
        """
        # With truecolor themes NO_COLOR would still send greys.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.options = options
        self.now = now
        self.desk: Desk | None = None
        self.unsaved: QuizgameError | None = None
        self.failure: QuizgameError | None = None
        self.joins = False
        self.typography = ASCII if options.ascii or not takes_unicode() else UNICODE
        self._typed: list[events.Key] = []
        self.HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (LEAST_COLUMNS, "-narrow"), (WIDE, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (LEAST_ROWS, "-high")]
        ScrollBar.renderer = AsciiBar if self.typography.ascii else ScrollBarRender
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

    @property
    def player(self) -> Player | None:
        """Whose save is written; None before it is read, and where none is."""
        return self.desk.player if self.desk else None

    def get_default_screen(self) -> Screen[None]:
        """The opening for somebody new, else home; both are drawn before anything is read."""
        folder = places.saves(self.options.saves).path
        if any_saves(folder):
            from quizgame.tui.screens.home import Home

            return Home()
        from quizgame.tui.screens.opening import Opening

        return Opening()

    def on_mount(self) -> None:
        """Opens the desk, and takes the keys that the player has rebound."""
        self.set_class(self.typography.ascii, "ascii")
        self._obey_signals()
        self.call_after_refresh(self._open_desk)

    def _obey_signals(self) -> None:
        """SIGTERM, SIGHUP and a closed terminal end the game like `q`: whole and in order."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            # Windows has neither handlers in the loop nor SIGHUP; it ends a console otherwise.
            with suppress(NotImplementedError, AttributeError):
                loop.add_signal_handler(getattr(signal, name), self._obey)

    def _obey(self) -> None:
        """Ends the game in order; at once where that does not come to its end.

        A driver whose terminal is gone can wait for it without an end.
        """
        self.exit()
        last = Timer(GRACE, self._end_at_once)
        last.daemon = True
        last.start()

    def _end_at_once(self) -> None:
        """Writes what waits, and ends the process; runs in a thread of its own."""
        if self.player:
            with suppress(QuizgameError):
                self.player.flush()
        os._exit(1)

    @work(thread=True, group="desk", exclusive=True, exit_on_error=False)
    def _open_desk(self) -> None:
        # 150 ms of imports and reading, which the first frame does not wait for.
        from quizgame.play.opening import open_desk
        from quizgame.tui.keys import read_keys

        options = self.options
        try:
            with _keys_first():
                desk = open_desk(
                    packs=options.packs,
                    saves=options.saves,
                    name=options.player,
                    pack=options.pack,
                    seed=options.seed,
                    now=self.now,
                )
                keys = read_keys(places.keys().path)
        except QuizgameError as error:
            self.post_message(self.DeskFailed(error))
        else:
            self.post_message(self.DeskOpened(desk, keys))

    @on(DeskOpened)
    async def _desk_opened(self, opened: DeskOpened) -> None:
        self.desk = opened.desk
        self.set_keymap(opened.keys)
        self.restyle()
        for page in self._pages():
            page.desk_opened()
        if self.desk.needs_first_session():
            await self.open_opening()
        self.release_keys()

    def release_keys(self) -> None:
        """Lets the keys act that have waited, in the order of typing."""
        typed, self._typed = self._typed, []
        for key in typed:
            self.post_message(key)

    @on(DeskFailed)
    def _desk_failed(self, failed: DeskFailed) -> None:
        """Nothing can be played: say why where it can be read, outside the full screen."""
        self.failure = failed.error
        self.exit(return_code=failed.error.exit_code)

    async def on_event(self, event: events.Event) -> None:
        """Keeps keys that come before the desk is open, unless they need nothing of it."""
        if isinstance(event, events.InputEvent) and self.return_code is not None:
            return  # What is typed after the end of the game would act on pages that are gone.
        if isinstance(event, events.Key) and event.key == "ctrl+j":
            # What Enter is until the terminal has been taken over.
            event = events.Key("enter", "\r")
        if isinstance(event, events.Key) and self.desk is None and self._waits(event.key):
            self._typed.append(event)
        else:
            await super().on_event(event)

    def _waits(self, key: str) -> bool:
        """One key that waits makes the others wait, so that they act in the order of typing."""
        if key in ALWAYS:
            return False
        if self._typed or not self.screen_stack or not self.screen.is_mounted:
            return True
        bound = self.screen.active_bindings.get(key)
        return bound is not None and bound.binding.action.partition("(")[0] not in EARLY

    def save(self) -> None:
        """Sees to it that what was kept reaches the disk, without waiting for it."""
        if self.player and self.player.unsaved:
            self._write(self.player)

    def forget_unsaved(self) -> None:
        """Nothing waits for the disk any more, because it is not to be kept."""
        self.unsaved = None

    @work(thread=True, group="save", exit_on_error=False)
    def _write(self, player: Player) -> None:
        try:
            player.flush()
        except QuizgameError as error:
            self.post_message(self.SavingChanged(error))
        else:
            self.post_message(self.SavingChanged(None))

    @on(SavingChanged)
    def _saving_changed(self, changed: SavingChanged) -> None:
        if changed.error and self.unsaved is None:
            self.tell(changed.error)
        self.unsaved = changed.error
        # After the end of the game its pages are taken apart.
        for page in self._pages() if self.return_code is None else ():
            page.saving_changed()

    def _pages(self) -> list[Page[Any]]:
        """The open pages; one that is still being put together draws what is new by itself."""
        return [page for page in self.screen_stack if isinstance(page, Page) and page.is_mounted]

    def saved_word(self) -> str:
        """Whether every answer is on disk, in a word or two."""
        player = self.player
        if player is None or not player.answers:
            return ""
        if self.unsaved:
            return f"NOT SAVED: {player.unsaved}"
        return "saving" if player.unsaved else "saved"

    def watch_theme(self, theme: str) -> None:
        """Remembers the theme that a player takes."""
        if self.desk and self.desk.player.settings.get("theme", DARK) != theme:
            self.desk.choose("theme", theme)
            self.save()

    async def action_help(self) -> None:
        """Opens help on the page's own keys: those that can be rebound."""
        every = [active.binding for active in self.screen.active_bindings.values()]
        keys = [binding for binding in every if binding.id and binding.description]
        await self.open_help(keys)

    def join_lesson(self) -> None:
        """Ends the game, and goes to the door of a lesson with the whole class."""
        self.joins = True
        self.exit()

    async def action_leave(self) -> None:
        """Ends the game; what still waits is written on the way out."""
        self.exit()


def run(options: Options) -> int:
    """Plays until the player leaves; what is still waiting then is written.

    Returns:
        The exit code.

    Raises:
        QuizgameError: packs, keys or the save could not be opened, or answers not be saved.
    """
    refuse_dumb_terminal()
    app = QuizApp(options)
    app.run()
    if app.player:
        app.player.flush()
    if app.failure:
        raise app.failure
    return _join(app) if app.joins else app.return_code or 0


def _join(app: QuizApp) -> int:
    """Goes to the door of a lesson, as the player of the game that has just ended."""
    from quizgame.tui.classroom.student.app import run as run_lesson
    from quizgame.tui.classroom.student.options import JoinOptions

    name = app.player.name if app.player else ""
    options = app.options
    return run_lesson(JoinOptions(player=name or None, saves=options.saves, ascii=options.ascii))
