"""The question before the class: an item as it is asked, or a scene with what lies on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.tui import ink, story_ink
from quizgame.tui.classroom.host.room import HEADING
from quizgame.tui.widgets.choices import Entry
from quizgame.tui.widgets.paper import BLANK, Para, para

if TYPE_CHECKING:
    from quizgame.classroom.wire.outgoing import Common
    from quizgame.game.asking import Asked
    from quizgame.text import Typography
    from quizgame.tui.classroom.host.room import Room

_ELSEWHERE = "Read it on your own screen."


def item(common: Common, room: Room) -> tuple[list[Para], list[Entry]]:
    """What is asked, and what can be picked."""
    asked, type = common.asked, room.type
    if asked is None:
        return [para(_ELSEWHERE, "bold")], []
    if common.scene:
        return _scene(common, room), _entries(asked, type)
    if not asked.statement and not asked.passages:
        return [para(_ELSEWHERE, "bold"), BLANK], _entries(asked, type)
    return ink.question(asked, type), _entries(asked, type)


def _entries(asked: Asked, type: Typography) -> list[Entry]:
    return [
        Entry(
            choice.slot[:1],
            " ".join((type.sign(choice.id), type.line(choice.text))).strip(),
            type.line(choice.note),
        )
        for choice in asked.choices
    ]


def _scene(common: Common, room: Room) -> list[Para]:
    scene, type = common.scene, room.type
    assert scene is not None
    shown = [*story_ink.clock(scene, type, room.columns), BLANK, *story_ink.story(scene, type)]
    if scene.desk:
        shown += [para("On the desk", HEADING)]
    for paper in scene.desk:
        shown += [*story_ink.paper(paper, type), BLANK]
    return shown
