"""The last line of a page: which keys do what. Every entry can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.binding import Binding

_NAMES = {
    "escape": "Esc",
    "question_mark": "?",
    "exclamation_mark": "!",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "space": "Space",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def key_name(key: str) -> str:
    """A key as people call it, in ASCII."""
    first = key.partition(",")[0]
    return _NAMES.get(first, first if len(first) == 1 else first.title())


class KeyLine(Widget):
    """The page's active bindings in their order, as many as fit; the help key comes first."""

    def on_mount(self) -> None:
        """Follows the bindings of the page."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Content:
        """Keys and what they do."""
        width = self.content_size.width
        line = Content("")
        for binding in self._shown():
            entry = _entry(binding)
            gap = Content("   " if line else "")
            if line.cell_length + gap.cell_length + entry.cell_length > width:
                break
            line = line + gap + entry
        return line

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked, as if it had been typed."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)

    def _shown(self) -> list[Binding]:
        shown: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if active.enabled and binding.show and binding.description:
                shown.setdefault(binding.action, binding)
        return sorted(shown.values(), key=lambda binding: binding.action != "help")


def _entry(binding: Binding) -> Content:
    click = Style.from_meta({"key": binding.key})
    return Content.assemble(
        (key_name(binding.key), "bold $accent"), f" {binding.description}"
    ).stylize(click)
