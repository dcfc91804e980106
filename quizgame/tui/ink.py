"""From the game's values to paragraphs: which words are bold, what stands before a passage.

Everything foreign is cleaned here, on its way to the screen.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.insight.views.rows import GLUE
from quizgame.tui.widgets.paper import BLANK, Para, set_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.asking import Asked, Mark, Passage
    from quizgame.game.front_page import FrontPage, PageLine
    from quizgame.game.layout import Part
    from quizgame.game.marking import Selection
    from quizgame.insight.views.rows import Row
    from quizgame.text import Typography

MARK_STYLES = {"source": "underline", "cue": "bold", "hedge": "italic"}
_STYLES = {
    "verdict": "bold",
    "statement": "$foreground-muted",
    "note": "italic $foreground-muted",
    "heading": "bold $accent",
    "strong": "bold",
    "muted": "$foreground-muted",
    "struck": "strike $foreground-muted",
}
_INDENT = Content("  ")


def marked(text: str, marks: Sequence[Mark], type: Typography) -> Content:
    """A passage with its source, cue and hedges set apart."""
    content = Content(type.clean(text))
    for mark in marks:
        content = content.stylize(MARK_STYLES[mark.role], mark.begin, mark.end)
    return content


def quoted(text: str, marks: Sequence[Mark], type: Typography) -> Para:
    """A passage behind a bar."""
    bar = Content.styled(f"{type.bar} ", "$accent")
    return Para(marked(text, marks, type), bar, bar)


def question(asked: Asked, type: Typography) -> list[Para]:
    """The evidence first, then what is asked."""
    paragraphs: list[Para] = []
    for passage in asked.passages:
        paragraphs += [*evidence(passage, type), BLANK]
    if asked.prompt:
        paragraphs += [Para(Content(type.clean(asked.prompt))), BLANK]
    return [*paragraphs, Para(Content.styled(type.clean(asked.statement), "bold")), BLANK]


def marking(asked: Asked, chosen: Selection, type: Typography) -> list[Para]:
    """A question whose answer is a mark: the passage with the mark on it, and what is marked.

    The passage is paragraph `MARKED`; its text is as long as the raw one.
    """
    first, *others = question(asked, type)
    content, lead, hang = others[0]
    begin, end = chosen.span
    here = chosen.words[chosen.caret]
    content = content.stylize("reverse", begin, end).stylize("bold underline", *here)
    words = type.line(asked.passages[0].text[begin:end])
    label = Content.styled("Your mark: ", "bold $accent")
    mark = Para(Content.assemble(label, f'"{words}"'), _INDENT, _INDENT)
    # Below the passage: there it is in sight on a small window too.
    end_of_passage = others.index(BLANK)
    below = others[1:end_of_passage]
    return [first, Para(content, lead, hang), *below, mark, *others[end_of_passage:]]


MARKED = 1
"""The number of the passage among the paragraphs of `marking`."""


def evidence(passage: Passage, type: Typography) -> list[Para]:
    """Outlet and date, then the passage, unmarked."""
    place = Content.styled(type.line(f"{passage.outlet}, {passage.dated}"), "$foreground-muted")
    note = [_note(passage.note, type)] if passage.note else []
    return [Para(place), quoted(passage.text, passage.marks, type), *note]


def _note(text: str, type: Typography) -> Para:
    return Para(Content.styled(type.line(f"({text})"), _STYLES["note"]), _INDENT, _INDENT)


def parts(given: Iterable[Part], type: Typography) -> list[Para]:
    """An explanation's parts, each in the style of its role."""
    return [_part(part, type) for part in given]


def _part(part: Part, type: Typography) -> Para:
    if part.role == "passage":
        return quoted(part.text, part.marks, type)
    content = Content.styled(type.clean(part.text), _STYLES.get(part.role, ""))
    if part.strong:
        content = content.stylize("bold", 0, part.strong)
    indent = _INDENT if part.role in {"names", "note"} else Content("")
    return Para(content, indent, indent)


def page(made: FrontPage, type: Typography) -> list[Para]:
    """The lines of a front page below its masthead, in one column."""
    return [*news(made, type), *rest(made, type)]


def news(made: FrontPage, type: Typography) -> list[Para]:
    """The lines that are neither opinion nor correction."""
    return [line(printed, type) for printed in made.news]


def rest(made: FrontPage, type: Typography) -> list[Para]:
    """Opinion apart, then the corrections, struck out where they are made good."""
    paragraphs: list[Para] = []
    for heading, lines in (("Opinion", made.opinion), ("Corrections", made.corrections)):
        if lines:
            paragraphs += [BLANK, Para(Content.styled(heading, _STYLES["heading"]))]
            paragraphs += [line(printed, type, struck=printed.struck) for printed in lines]
    return paragraphs


def columns(paragraphs: Sequence[Para], width: int, gutter: int) -> list[Para]:
    """Paragraphs in two columns, the first read down before the second."""
    column = (width - gutter) // 2
    rows = [set_rows(paragraph, column) for paragraph in paragraphs]
    half = (sum(map(len, rows)) + 1) // 2
    left: list[Content] = []
    while rows and len(left) < half:
        left += rows.pop(0)
    right = [row for paragraph in rows for row in paragraph]
    return [
        Para(Content(""), a.pad_right(column + gutter - a.cell_length) + b)
        for a, b in zip_longest(left, right, fillvalue=Content(""))
    ]


def line(printed: PageLine, type: Typography, *, struck: bool = False) -> Para:
    """One line of a front page behind the sign of its status."""
    sign = f"{type.sign(printed.status)} " if printed.status else ""
    text = Content.styled(type.line(printed.text), "strike $foreground-muted" if struck else "")
    if struck:
        text = text + Content.styled(" (struck out)", "$foreground-muted")
    lead = Content.styled(sign, "$accent")
    return Para(text, lead, Content(" " * lead.cell_length))


def rows(given: Iterable[Row], type: Typography) -> list[Para]:
    """The rows of a view, each in the style of its role."""
    return [_row(row, type) for row in given]


def _row(row: Row, type: Typography) -> Para:
    glue = " " if row.role == "drawn" else ""
    text = row.text.replace(GLUE, glue) if type.ascii else row.text
    # Wrapping takes the spaces at the beginning of a text away; a plot needs them.
    indent = len(text) - len(text.lstrip(" "))
    lead = Content(row.lead + " " * indent)
    content = Content.styled(text[indent:], _STYLES.get(row.role, ""))
    return Para(content, lead, Content(" " * lead.cell_length))
