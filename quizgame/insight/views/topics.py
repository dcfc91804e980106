"""How it goes topic by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.insight import plots
from quizgame.insight.views.rows import Row, drawn, percent
from quizgame.wrapping import cut, width

if TYPE_CHECKING:
    from quizgame.insight.figures import Figures
    from quizgame.insight.topics import Topic
    from quizgame.insight.views.rows import Sheet

_WIDEST, _END, _BAR = 28, 20, 24


def view(made: Figures, sheet: Sheet) -> list[Row]:
    """A bar for each topic, the most often met first."""
    named = [topic for topic in made.topics if topic.name]
    if not named:
        return [
            Row("Nothing to tell yet."),
            Row("Here will stand how you do on each topic that a pack's author has named."),
        ]
    names = {topic: sheet.type.line(topic.name) or "no topic" for topic in made.topics}
    column = min(_WIDEST, max(map(width, names.values())))
    cells = min(_BAR, sheet.width - column - _END)
    return drawn(_line(topic, cut(names[topic], column), cells, sheet) for topic in made.topics)


def _line(topic: Topic, name: str, cells: int, sheet: Sheet) -> str:
    drawn_bar = plots.bar(topic.share, cells, sheet.type)
    told = f"{percent(topic.share):>5}  {topic.right} of {topic.answers}"
    return f"{sheet.type.line(name)}  {drawn_bar}  {told}"
