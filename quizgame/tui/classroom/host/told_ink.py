"""Once the key is told: how the class has voted, and why the key is right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from quizgame.game import layout
from quizgame.tui import ink, story_ink
from quizgame.tui.classroom.host import bars
from quizgame.tui.classroom.host.room import HEADING
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from quizgame.game.explaining import Explanation
    from quizgame.tui.classroom.host.room import Room, View

DIVIDED = "Talk it over: the class is divided."
_YES = "Yes. "


def told(view: View, room: Room) -> list[Para]:
    """How the class has voted, and why the key is right; in a scenario what came of it."""
    common, type = view.common, room.type
    shown: list[Para] = []
    if view.explained:
        shown = [para(type.clean(view.explained.statement), "bold"), BLANK]
    votes = bars.bars(view.tallies, common.asked, type, room.columns)
    if votes:
        shown += [*votes, *bars.in_words(view.tallies), *_hint(view)]
    if common.settled:
        decided = ("The class decides: ", "bold"), type.line(common.settled)
        shown += [BLANK, Para(Content.assemble(*decided))]
    if common.consequence:
        # Its first lines say once more what was decided.
        came = story_ink.told(common.consequence, type, room.columns)[2:]
        return [*shown, BLANK, *came]
    shown += bars.misconceptions(view.tallies, type)
    if view.explained:
        shown += [BLANK, *_explained(view.explained, room)]
    return shown


def voted(view: View, room: Room) -> list[Para]:
    """How the class wants to go on, before it does."""
    asked = view.common.asked
    counted = bars.bars(view.tallies, asked, room.type, room.columns)
    if not counted and asked:
        counted = [para(room.type.line(f"{c.slot}  {c.text}"), indent=2) for c in asked.choices]
    return [para("What do you do?", "bold"), BLANK, *counted]


def _hint(view: View) -> list[Para]:
    """Whether talking it over promises most now."""
    divided = bool(view.tallies) and view.tallies[-1].discuss
    return [para(DIVIDED, HEADING, indent=2)] if divided else []


def _explained(explained: Explanation, room: Room) -> list[Para]:
    """The first view of an explanation, without the words that tell one answer right or not."""
    nobody = replace(explained, verdict=explained.verdict.removeprefix(_YES))
    parts = layout.first_view(nobody, room.columns)
    return ink.parts((part for part in parts if part.role != "statement"), room.type)
