"""A list to pick from, by a key of its own, by arrows and Enter, or by mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message

from quizgame.tui.widgets.paper import Paper, Para, set_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events


DESIGNED_COLUMNS = 76
_GAP = 3
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to pick: the key that picks it, its text, and a few words more."""

    key: str
    text: str
    note: str = ""


class Choices(Paper):
    """Entries with a caret. The page moves it and picks; a click is told as `Clicked`."""

    @dataclass
    class Clicked(Message):
        """An entry was clicked."""

        index: int
        choices: Choices

        @property
        def control(self) -> Choices:
            """The list that it stands in."""
            return self.choices

    def __init__(self, caret: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.caret = caret
        self.entries: Sequence[Entry] = ()
        self.index = 0

    def offer(self, entries: Iterable[Entry], index: int = 0) -> None:
        """Replaces the entries and puts the caret on one of them."""
        self.entries = tuple(entries)
        self.point(index)

    def point(self, index: int) -> None:
        """Puts the caret on an entry; past an end it stays on the last one there."""
        self.index = max(0, min(index, len(self.entries) - 1))
        self._draw()

    def unpoint(self) -> None:
        """Takes the caret away, which stands in another list now; `index` is -1 then."""
        self.index = -1
        self._draw()

    def _draw(self) -> None:
        keys = max((len(entry.key) for entry in self.entries), default=0)
        noted = max((cell_len(entry.text) for entry in self.entries if entry.note), default=0)
        self.show(self._paragraph(n, e, keys, noted) for n, e in enumerate(self.entries))

    def caret_rows(self) -> tuple[int, int]:
        """The rows of the entry under the caret: the first, and how many."""
        rows = [len(set_rows(p, self.content_size.width)) for p in self._paragraphs]
        return sum(rows[: self.index]), rows[self.index] if rows else 0

    def _paragraph(self, number: int, entry: Entry, keys: int, noted: int) -> Para:
        """An entry; its note hangs in a column of its own, or below where that is narrow.

        Args:
            number: its place, from 0.
            entry: what is drawn.
            keys: how wide the widest key is.
            noted: how wide the widest text is that has a note.
        """
        here = number == self.index
        column = max(noted, cell_len(entry.text))
        lead = Content.assemble(
            (f"{self.caret if here else ' '} ", "bold $accent"),
            (f"{entry.key:<{keys}}", "bold $accent"),
            "  ",
        )
        text = Content.styled(entry.text, "bold underline" if here else "bold")
        note = Content.styled(entry.note, "$foreground-muted")
        beside = Content.assemble(lead, text, " " * (column - text.cell_length + _GAP))
        if entry.note and self._room(beside) >= _NARROWEST:
            return Para(note, beside, Content(" " * beside.cell_length))
        content = Content.assemble(text, "\n", note) if entry.note else text
        return Para(content, lead, Content(" " * lead.cell_length))

    def row_of(self, index: int) -> int:
        """The first row of an entry, counted from the top of the list."""
        width = self.content_size.width
        return sum(len(set_rows(paragraph, width)) for paragraph in self._paragraphs[:index])

    def _room(self, lead: Content) -> int:
        return (self.content_size.width or DESIGNED_COLUMNS) - lead.cell_length

    def on_resize(self) -> None:
        """Sets the notes beside the entries or below them, whichever there is room for."""
        if self.entries:
            # A layout that is asked for while another is being made would be lost.
            self.call_after_refresh(self._draw)

    def on_click(self, event: events.Click) -> None:
        """Tells which entry the row belongs to."""
        row = 0
        for number, paragraph in enumerate(self._paragraphs):
            row += len(set_rows(paragraph, self.content_size.width))
            if event.y < row:
                self.post_message(self.Clicked(number, self))
                return
