"""The preview as an app: the game's own pages on one pack, read anew whenever it is saved."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from quizgame.tui.app import QuizApp
from quizgame.tui.options import Options
from quizgame.tui.preview import words
from quizgame.tui.preview.items import Items
from quizgame.tui.preview.page import FindingsPage
from quizgame.tui.preview.rehearsing import Rehearsing
from quizgame.tui.terminal import refuse_dumb_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.screen import Screen

    from quizgame.packs.diagnostics import Diagnostic
    from quizgame.packs.load import Loaded
    from quizgame.packs.pack import Pack, Span
    from quizgame.play.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Preview:
    """A pack as it was read last.

    Attributes:
        pack: None while it has errors.
        found: what was found; without `checked` only what kept the pack from being read.
        items: every item, as saves name them.
        checked: whether the checker has looked at it already.
    """

    path: Path
    pack: Pack | None
    found: tuple[Diagnostic, ...]
    items: tuple[str, ...]
    checked: bool

    @property
    def summary(self) -> str:
        """What was found, in numbers."""
        return words.summary(self.found) if self.checked else "checking"


class PreviewApp(QuizApp):
    """One pack, without a player: no save is opened, and none is written.

    Attributes:
        read: None until the pack was read for the first time.
    """

    TITLE = "Preview"
    CSS_PATH = "../app.tcss"

    class PackRead(Message):
        """The pack has been read, for the first time or anew."""

        def __init__(self, read: Preview) -> None:
            super().__init__()
            self.read = read

    class PackChecked(Message):
        """The checker has looked at the pack that was read last."""

        def __init__(self, found: tuple[Diagnostic, ...]) -> None:
            super().__init__()
            self.found = found

    def __init__(self, path: Path, item: str = "", *, ascii: bool = False) -> None:
        """A preview.

        Args:
            path: the pack.
            item: an item to begin with: an id, or as sets name it.
            ascii: whether to draw with ASCII signs only.
        """
        super().__init__(Options(ascii=ascii))
        self.path = path
        self.read: Preview | None = None
        self._wanted = item

    def get_default_screen(self) -> Screen[None]:
        """The list of items."""
        return Items()

    @work(thread=True, group="desk", exclusive=True, exit_on_error=False)
    def _open_desk(self) -> None:
        """Reads the pack, and again whenever one of its files has changed."""
        # 150 ms for the validation library and the checker; the first frame does not wait for them.
        from quizgame.checking.check import check
        from quizgame.packs import watching
        from quizgame.packs.load import load

        named: list[Path] = []
        worker = get_current_worker()
        before = None
        while not worker.is_cancelled:
            now = watching.state(self.path, named)
            if now != before:
                loaded = load(self.path)
                found = watching.articles(loaded)
                before = now if found == named else watching.state(self.path, found)
                named = found
                self.post_message(self.PackRead(_preview(self.path, loaded)))
                # Stories are played to all their ends, which can take seconds.
                self.post_message(self.PackChecked(check(loaded)))
            time.sleep(watching.EVERY)

    def _waits(self, key: str) -> bool:
        """No key waits for a save."""
        return False

    @on(PackRead)
    async def _pack_read(self, message: PackRead) -> None:
        self.read = message.read
        for page in self.screen_stack:
            if isinstance(page, (Items, Rehearsing)) and page.is_mounted:
                page.take(message.read)
            elif isinstance(page, FindingsPage) and page.is_mounted:
                page.found_changed(message.read)
        if self._wanted and message.read.pack:
            wanted, self._wanted = self._wanted, ""
            await self._begin_with(wanted, message.read)

    @on(PackChecked)
    def _pack_checked(self, message: PackChecked) -> None:
        if self.read is None:
            return
        self.read = replace(self.read, found=message.found, checked=True)
        for page in self.screen_stack:
            if isinstance(page, Items) and page.is_mounted:
                page.take(self.read)
            elif isinstance(page, (Rehearsing, FindingsPage)) and page.is_mounted:
                page.found_changed(self.read)

    async def _begin_with(self, wanted: str, read: Preview) -> None:
        """Asks the item that the command line named, or says that there is none."""
        items = {item: item.partition("/")[2] for item in read.items}
        fitting = [item for item, name in items.items() if _is_named(name, wanted)]
        if fitting:
            await self.rehearse(read.items, fitting[0])
            return
        known = dict.fromkeys(name.partition("?")[0] for name in items.values())
        close = get_close_matches(wanted.partition("?")[0], known, 1)
        hint = f" Did you mean {close[0]}?" if close else ""
        self.notify(self.typography.line(f"There is no item {wanted}.{hint}"), markup=False)

    async def rehearse(self, items: Sequence[str], at: str) -> None:
        """Opens an item, from which one can go on to the others."""
        from quizgame.play.rehearsal import Rehearsal

        if self.read and self.read.pack:
            sitting = Rehearsal(self.read.pack, items, self.now, at)
            whole = len(items) == len(self.read.items)
            await self.push_screen(Rehearsing(sitting, whole=whole))

    async def open_findings(self) -> None:
        """Opens the findings."""
        if self.read and not isinstance(self.screen, FindingsPage):
            await self.push_screen(FindingsPage(self.read))

    async def open_article(
        self, pack: Pack, article: str, at: Span | None, *, told: bool = True
    ) -> None:
        """Opens an article with every sentence marked that the pack uses."""
        from quizgame.tui.screens.reader import Reader

        await self.push_screen(Reader(pack, article, at, frozenset(pack.claims), told=told))

    async def finish(self, sitting: Sitting) -> None:
        """After the last item, the list."""
        await self.go_home()

    async def go_home(self) -> None:
        """Closes every page above the list."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()


def _is_named(name: str, wanted: str) -> bool:
    """Whether an item is the one that is wanted: by id, or by id with kind or quote."""
    ref, _, rest = name.partition("?")
    kind, _, quote = rest.partition("@")
    return wanted in {name, ref, f"{ref}?{kind}", f"{ref}@{quote}"}


def _preview(path: Path, loaded: Loaded) -> Preview:
    from quizgame.play.rehearsal import every_item

    pack = loaded.pack
    items = tuple(every_item(pack)) if pack else ()
    return Preview(path, pack, loaded.diagnostics, items, checked=pack is None)


def run(path: Path, item: str = "", *, ascii: bool = False) -> int:
    """Previews a pack until its author leaves.

    Returns:
        The exit code.

    Raises:
        UsageError: the terminal cannot show a whole screen.
    """
    refuse_dumb_terminal()
    app = PreviewApp(path, item, ascii=ascii)
    app.run()
    return app.return_code or 0
