"""The palette: every command by its name, what can be switched, and the themes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.command import CommandPalette

from quizgame.tui.own import OwnData
from quizgame.tui.themes import CONTRAST, DARK, LIGHT
from quizgame.tui.widgets.key_line import key_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

UNLISTED = (
    *("move.", "menu.", "answer.take", "miss.", "story.take"),
    *(f"story.{number}" for number in range(1, 10)),
)
"""Keys that move or take what the caret stands on: nothing to look for in a palette."""

SWITCHES = (
    ("confidence", "Ask how sure I am", "Do not ask how sure I am"),
    ("sensitive", "Ask sensitive items too", "Leave out sensitive items"),
)
"""Settings that are on until they are switched off, and what the palette calls either way."""


class Palette(OwnData):
    """What stands on the palette."""

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: what the page's keys do, what can be switched, and the three themes."""
        bindings = (a.binding for a in screen.active_bindings.values() if a.enabled)
        named = [b for b in bindings if b.id and not b.id.startswith(UNLISTED)]
        commands = {binding.action: binding for binding in reversed(named)}
        for binding in commands.values():
            press = partial(self.simulate_key, binding.key)
            yield SystemCommand(binding.description.capitalize(), key_name(binding.key), press)
        yield from self._switches()
        if self.desk:
            kept = "Answers, settings, front page"
            yield SystemCommand("Export what is kept of me", kept, self.open_export)
            yield SystemCommand("Delete what is kept of me", "Asks once more", self.ask_to_delete)
        for theme, words in ((DARK, "Dark"), (LIGHT, "Light"), (CONTRAST, "High-contrast")):
            yield SystemCommand(f"{words} theme", "Kept with your save", partial(self._wear, theme))

    def _switches(self) -> Iterable[SystemCommand]:
        """What a player can switch, said as what it would become."""
        if self.desk is None:
            return
        for key, on_, off in SWITCHES:
            is_on = self.desk.player.settings.get(key) is not False
            turn = partial(self._switch, key, not is_on)
            yield SystemCommand(off if is_on else on_, "Kept with your save", turn)

    def _switch(self, key: str, value: bool) -> None:
        if self.desk:
            self.desk.choose(key, value)
            self.save()

    def _wear(self, theme: str) -> None:
        self.theme = theme

    def action_command_palette(self) -> None:
        """Opens the palette, with nothing on it that ASCII cannot draw."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="Search for commands"))
