"""Text set in paragraphs, each with something in front of its rows: a bar, a caret, a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widget import Widget

from quizgame.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.geometry import Size


class Para(NamedTuple):
    """A paragraph; `lead` stands before its first row, `hang` before the others."""

    content: Content
    lead: Content = Content("")
    hang: Content = Content("")


BLANK = Para(Content(""))


def para(text: str, style: str = "", indent: int = 0) -> Para:
    """A paragraph in one style. The text must be clean already."""
    space = Content(" " * indent)
    return Para(Content.styled(text, style) if style else Content(text), space, space)


def set_rows(paragraph: Para, width: int) -> list[Content]:
    """The rows into which a paragraph falls at a width in cells."""
    content, lead, hang = paragraph
    room = max(1, width - lead.cell_length)
    spans = wrap(content.plain, room)
    return [(hang if n else lead) + content[b:e] for n, (b, e) in enumerate(spans)]


class Paper(Widget):
    """Paragraphs, wrapped to the width there is. `show` replaces them in place."""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._paragraphs: list[Para] = []
        self._set: tuple[int, list[Content]] = (-1, [])

    def show(self, paragraphs: Iterable[Para]) -> None:
        """Replaces what stands on the paper; the page is laid out anew if need be."""
        width = self.content_size.width
        rows = len(self.rows(width))
        self._paragraphs = list(paragraphs)
        self._set = (-1, [])
        layout = not width or len(self.rows(width)) != rows
        if layout and self._layout_required:
            # Textual counts the first of two layouts that are asked for before one is made; what
            # another widget's layout has measured in between would stand.
            self._layout_updates += 1
        self.refresh(layout=layout)

    def holds(self, paragraphs: Sequence[Para]) -> bool:
        """Whether these paragraphs stand on the paper already, styles and all."""
        if len(paragraphs) != len(self._paragraphs):
            return False
        pairs = zip(self._paragraphs, paragraphs, strict=True)
        return all(a.is_same(b) for old, new in pairs for a, b in zip(old, new, strict=True))

    @property
    def text(self) -> str:
        """What stands on the paper, unwrapped."""
        return "\n".join(paragraph.content.plain for paragraph in self._paragraphs)

    def rows(self, width: int) -> list[Content]:
        """The rows at a width in cells."""
        if self._set[0] != width:
            self._set = (width, [row for p in self._paragraphs for row in set_rows(p, width)])
        return self._set[1]

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as there is room."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows."""
        return len(self.rows(width))

    def render(self) -> Content:
        """The rows, one below the other."""
        return Content("\n").join(self.rows(self.content_size.width))
