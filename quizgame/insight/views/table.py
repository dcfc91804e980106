"""All views, in the order in which they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgame.insight.views import (
    calendar,
    corrections,
    over_time,
    overview,
    skills,
    sure,
    topics,
    trust,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.insight.figures import Figures
    from quizgame.insight.views.rows import Row, Sheet


class View(NamedTuple):
    """A part of a player's progress.

    Attributes:
        tab: a word, for a row of them.
        title: what it is about.
        rows: what stands there.
        has_figures: whether there are statistics that can be asked for.
    """

    tab: str
    title: str
    rows: Callable[[Figures, Sheet], list[Row]]
    has_figures: bool = False


VIEWS = (
    View("All", "All in a few words", overview.view),
    View("Skills", "The twelve skills", skills.view, has_figures=True),
    View("Trend", "Over time", over_time.view),
    View("Trust", "Facts and claims", trust.view, has_figures=True),
    View("Sure", "How sure, and how right", sure.view, has_figures=True),
    View("Days", "Days", calendar.view),
    View("Topics", "Topics", topics.view),
    View("Corrections", "Corrections", corrections.view),
)
