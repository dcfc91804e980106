"""The front page that the class has made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from quizgame.classroom import phrases
from quizgame.game.front_page import FrontPage
from quizgame.tui import ink
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.classroom.wire.outgoing import Common
    from quizgame.text import Typography
    from quizgame.tui.classroom.host.room import Room, View

_NAME = "THE CLASS'S FRONT PAGE"
_GUTTER = 3
_TWO_COLUMNS = 100


def board(view: View, room: Room) -> list[Para]:
    """The class's front page."""
    common, type = view.common, room.type
    indent = max(0, (room.columns - cell_len(_NAME)) // 2)
    rule = para(type.rule * room.columns, "$accent")
    return [para(_NAME, "bold", indent), rule, *_page(common, room), *teams(common, type)]


def _page(common: Common, room: Room) -> list[Para]:
    if not common.page:
        return [BLANK, para("Nothing is printed yet.")]
    made = front_page(common)
    news = ink.news(made, room.type)
    if room.columns >= _TWO_COLUMNS and len(news) > 1:
        news = ink.columns(news, room.columns, _GUTTER)
    return [*news, *ink.rest(made, room.type)]


def front_page(common: Common) -> FrontPage:
    """The page so far, opinion apart."""
    opinion = tuple(line for line in common.page if line.status == "analysis")
    news = tuple(line for line in common.page if line not in opinion)
    return FrontPage(None, news, opinion, ())


def teams(common: Common, type: Typography) -> Iterable[Para]:
    """The teams with their mean points, the best first; nothing where there are none."""
    if not common.teams:
        return ()
    best = sorted(common.teams.items(), key=lambda team: -team[1])
    line = "   ".join(type.line(f"{name} {phrases.number(points)}") for name, points in best)
    return [BLANK, Para(Content.assemble(("Points on the average: ", "bold"), line))]
