"""The floor: a bare Textual app with a header, a list and a footer."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList


class Floor(App[None]):
    BINDINGS = [("q", "quit", "quit")]  # noqa: RUF012 - as short as an app can be

    def compose(self) -> ComposeResult:
        yield Header()
        yield OptionList(*(f"Entry {number}" for number in range(1, 8)))
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0


if __name__ == "__main__":
    Floor().run()
