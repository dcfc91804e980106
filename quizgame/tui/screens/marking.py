"""What a page does on which words of a passage are marked, by keys or with a mouse."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from quizgame.game.marking import Selection
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.marker import Marker
from quizgame.tui.widgets.paper import para

if TYPE_CHECKING:
    from textual.binding import BindingType

    from quizgame.tui.widgets.paper import Para

_ACTIONS = frozenset({"walk", "extend", "to", "mark"})


def _quiet(key: str, action: str, words: str, *, id: str) -> Binding:
    return Binding(key, action, words, id=id, show=False, priority=True)


class MarkingPage(Page[None]):
    """A page with a `Marker` on it.

    Attributes:
        mark: the mark in the making.
    """

    MARKING: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "begin a mark", id="mark.begin", priority=True),
        _quiet("left,h", "walk(-1)", "the word before", id="mark.left"),
        _quiet("right,l", "walk(1)", "the next word", id="mark.right"),
        _quiet("shift+left", "extend(-1)", "mark the word before too", id="mark.more-left"),
        _quiet("shift+right", "extend(1)", "mark the next word too", id="mark.more-right"),
        _quiet("home", "to(0)", "the first word", id="mark.first"),
        _quiet("end", "to(-1)", "the last word", id="mark.last"),
    ]

    mark = Selection(())

    @property
    @abstractmethod
    def marks(self) -> bool:
        """Whether words of the passage are being marked now."""

    @abstractmethod
    def draw_item(self) -> None:
        """Draws the passage with the mark on it."""

    def marking_hint(self) -> Para:
        """How a mark is made, for whoever makes the first."""
        begin = self.key("mark")
        words = f"Arrows move, {begin} begins a mark. Or draw it with the mouse."
        return para(words, "$foreground-muted")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of a mark act only while words are marked."""
        return self.marks if action in _ACTIONS else True

    def action_move(self, by: int) -> None:
        """Moves the caret by rows of the passage; elsewhere, scrolls."""
        if self.marks:
            self._point(self.mark.at(self.query_one(Marker).neighbour(self.mark.caret, by)))
        else:
            super().action_move(by)

    def action_walk(self, by: int) -> None:
        """Moves the caret by words; a mark that has begun follows it."""
        self._point(self.mark.at(self.mark.caret + by))

    def action_extend(self, by: int) -> None:
        """Marks on, word by word."""
        self._point(self.mark.begun().at(self.mark.caret + by))

    def action_to(self, end: int) -> None:
        """Moves the caret to the first or the last word."""
        self._point(self.mark.at(end % len(self.mark.words)))

    def action_mark(self) -> None:
        """Begins a mark at the caret, or lets it go."""
        self._point(self.mark.toggled())

    @on(Marker.Pointed)
    def _pointed(self, pointed: Marker.Pointed) -> None:
        if self.marks:
            mark = self.mark
            self._point(mark.single(pointed.word) if pointed.begins else mark.at(pointed.word))

    def _point(self, mark: Selection) -> None:
        """Draws a mark in place, and keeps its caret in sight."""
        self.mark = mark
        self.draw_item()
        row = self.query_one(Marker).row_of(mark.caret)
        top, height = round(self.scroll.scroll_y), self.scroll.size.height
        if not top <= row < top + height:
            self.scroll.scroll_to(y=max(0, row - 1), animate=False)
