"""A paper on which words of one paragraph can be pointed at: which word is where."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message

from quizgame.tui.widgets.paper import Paper, set_rows
from quizgame.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

    from quizgame.packs.pack import Span
    from quizgame.tui.widgets.paper import Para


class Marker(Paper):
    """Paragraphs, of which one may have words. The page keeps the mark; a mouse is told of."""

    ALLOW_SELECT = False

    @dataclass
    class Pointed(Message):
        """A word was pressed, or the mouse was drawn on to it."""

        word: int
        begins: bool

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words: Sequence[Span] = ()
        self._at = 0
        self._drawing = False

    def show(self, paragraphs: Iterable[Para]) -> None:
        """Replaces what stands on the paper; nothing of it can be pointed at."""
        self._words = ()
        super().show(paragraphs)

    def show_words(self, paragraphs: Sequence[Para], at: int, words: Sequence[Span]) -> None:
        """Replaces what stands on the paper.

        Args:
            paragraphs: what is set.
            at: the number of the paragraph whose words can be pointed at.
            words: where they stand in its text, in order.
        """
        super().show(paragraphs)
        self._words, self._at = words, at

    def row_of(self, word: int) -> int:
        """The row of the paper on which a word begins."""
        begin = self._words[word][0]
        rows = self._rows_of_words()
        return self._above() + max(n for n, row in enumerate(rows) if row[0] <= begin)

    def neighbour(self, word: int, by: int) -> int:
        """The word nearest to another, `by` rows below it; past an end, the first or the last."""
        row = self.row_of(word) - self._above() + by
        rows = self._rows_of_words()
        if not 0 <= row < len(rows):
            return 0 if row < 0 else len(self._words) - 1
        column = self._cells_before(self._words[word][0])
        return self._nearest(rows[row], column)

    def _nearest(self, row: Span, column: int) -> int:
        """The word of a row that covers a column, or else comes last before it."""
        inside = [n for n, (begin, _) in enumerate(self._words) if row[0] <= begin < row[1]]
        if not inside:
            return max(0, bisect_right([begin for begin, _ in self._words], row[0]) - 1)
        before = [n for n in inside if self._cells_before(self._words[n][0]) <= column]
        return before[-1] if before else inside[0]

    def _cells_before(self, offset: int) -> int:
        """How many cells stand on the row before a character of the paragraph's text."""
        text = self._paragraphs[self._at].content.plain
        row = max(begin for begin, _ in self._rows_of_words() if begin <= offset)
        return cell_len(text[row:offset])

    def _rows_of_words(self) -> list[Span]:
        content, lead, _ = self._paragraphs[self._at]
        return list(wrap(content.plain, max(1, self.content_size.width - lead.cell_length)))

    def _above(self) -> int:
        width = self.content_size.width
        return sum(len(set_rows(p, width)) for p in self._paragraphs[: self._at])

    def _word_at(self, x: int, y: int) -> int | None:
        """The word at a cell of the paper; None beside the paragraph."""
        row = y - self._above()
        rows = self._rows_of_words() if self._words else []
        if not 0 <= row < len(rows):
            return None
        return self._nearest(rows[row], x - self._paragraphs[self._at].lead.cell_length)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begins a mark."""
        word = self._word_at(event.x, event.y)
        if word is not None:
            self._drawing = True
            self.capture_mouse()
            self.post_message(self.Pointed(word, begins=True))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draws it on."""
        word = self._word_at(event.x, event.y) if self._drawing else None
        if word is not None:
            self.post_message(self.Pointed(word, begins=False))

    def on_mouse_up(self) -> None:
        """Lets it be."""
        if self._drawing:
            self._drawing = False
            self.release_mouse()
