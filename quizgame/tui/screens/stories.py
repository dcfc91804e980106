"""The scenarios of the pack, and where the player stands with each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.play.standing import standing
from quizgame.tui.screens.menu import Menu
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.paper import BLANK, para

if TYPE_CHECKING:
    from textual.binding import BindingType

    from quizgame.play.newsroom import Assignment, Newsroom
    from quizgame.tui.screens.menu import Deed


class Stories(Menu):
    """Enter goes on where a scenario was left, or begins it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "anew", "from the start", id="stories.anew", priority=True)
    ]

    def __init__(self, newsroom: Newsroom) -> None:
        super().__init__()
        self.newsroom = newsroom
        self._listed: list[Assignment] = []

    def on_mount(self) -> None:
        """Lists them, the caret on the one that was left last."""
        self._draw()
        waiting = self.newsroom.waiting()
        names = [one.scenario.id for one in self._listed]
        if waiting:
            self.query_one(Choices).point(names.index(waiting.scenario.id))
            self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """Lists them as they stand now."""
        self._draw()

    def _draw(self) -> None:
        pack = self.newsroom.pack
        self.head.show("Scenarios", self.typography.line(pack.title))
        self._listed = self.newsroom.assignments()
        entries = [self._entry(number, one) for number, one in enumerate(self._listed, 1)]
        note = self.typography.line(pack.content_note)
        below = [BLANK, para(note, "$foreground-muted")] if note else []
        self.offer(entries, [BLANK], below)
        self.refresh_bindings()

    def _entry(self, number: int, one: Assignment) -> tuple[Entry, Deed]:
        line = self.typography.line
        key = str(number) if number < 10 else " "
        notes = [part for part in (line(standing(one)), line(one.scenario.summary)) if part]
        entry = Entry(key, line(one.scenario.title), notes[0] if notes else "")
        return entry, partial(self.game.play_story, one.scenario.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was begun can begin anew."""
        if action == "anew" and self._listed:
            return self._listed[self.query_one(Choices).index].left is not None
        return True

    def action_move(self, by: int) -> None:
        """Moves the caret; what can be done may differ there."""
        super().action_move(by)
        self.refresh_bindings()

    async def action_anew(self) -> None:
        """Begins the scenario under the caret from its first scene."""
        chosen = self._listed[self.query_one(Choices).index]
        await self.game.start_story(chosen.scenario.id, self.newsroom.pack)
