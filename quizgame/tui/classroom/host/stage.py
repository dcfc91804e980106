"""What a class looks at, phase by phase: the same for the teacher's screen and for the wall.

No name of a student stands on it, so that either screen can be on a projector.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content

from quizgame.classroom.state import Phase
from quizgame.game import layout
from quizgame.game.front_page import FrontPage
from quizgame.tui import ending_ink, ink, story_ink
from quizgame.tui.classroom.host import bars
from quizgame.tui.classroom.host.letters import large
from quizgame.tui.widgets.choices import Entry
from quizgame.tui.widgets.paper import BLANK, Para, para, set_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.classroom.wire.outgoing import Common, HostView, ProjectorView
    from quizgame.game.asking import Asked
    from quizgame.game.explaining import Explanation
    from quizgame.text import Typography

    View = HostView | ProjectorView

MUTED = "$foreground-muted"
HEADING = "bold $accent"
DIVIDED = "Talk it over: the class is divided."
_YES = "Yes. "
_GUTTER = 3
_ITEM = {Phase.READ, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS}
_TWO_COLUMNS = 100
_AROUND_THE_CODE = 7


class Picture(NamedTuple):
    """What is drawn: paragraphs, then what can be picked."""

    above: Sequence[Para]
    entries: Sequence[Entry] = ()


class Room(NamedTuple):
    """How much there is to draw on, in columns and rows, and with which signs."""

    columns: int
    rows: int
    type: Typography


def moment(view: View) -> tuple[Phase, int, int, bool]:
    """What tells one moment of a lesson from the next."""
    common = view.common
    return common.phase, common.number, common.vote, common.paused


def picture(view: View, room: Room) -> Picture:
    """What a moment of the lesson looks like."""
    common = view.common
    if common.phase is Phase.LOCKED and common.scene:
        return Picture([BLANK, *voted(view, room)])
    if common.phase in _ITEM:
        return item(common, room)
    drawn = {
        Phase.LOBBY: lobby,
        Phase.OWN: own_pace,
        Phase.REVEALED: told,
        Phase.BOARD: board,
        Phase.ENDED: over,
    }
    return Picture([BLANK, *drawn[common.phase](view, room)])


def letters(text: str, room: Room, style: str = HEADING) -> list[Para]:
    """A short text in the largest letters that fit."""
    rows = large(room.type.line(text), room.columns, room.rows, room.type)
    # What stands in front of a paragraph keeps its spaces.
    return [Para(Content(""), Content.styled(row, style)) for row in rows]


def lobby(view: View, room: Room) -> list[Para]:
    """The code, and how to join with it, in the middle of the page."""
    title = para(room.type.line(view.common.title), "bold")
    if not view.code:
        return [title, BLANK, para("Nobody joins this lesson: raised hands are counted.")]
    return _middle([title, BLANK, *_code(view, room)], room)


def _code(view: View, room: Room) -> list[Para]:
    large = room._replace(rows=room.rows - _AROUND_THE_CODE)
    return [*letters(view.code, large), BLANK, *joining(view, room)]


def _middle(shown: Sequence[Para], room: Room) -> list[Para]:
    """Paragraphs in the middle of the page, aligned to the left of the widest."""
    width = max(_width(para) for para in shown)
    margin = Content(" " * max(0, (room.columns - width) // 2))
    # The first row is blank already, and what stands higher looks more in the middle.
    above = max(0, (room.rows - len(shown)) // 2 - 2)
    moved = [Para(para.content, margin + para.lead, margin + para.hang) for para in shown]
    return [*[BLANK] * above, *moved]


def _width(para: Para) -> int:
    return para.lead.cell_length + para.content.cell_length


def joining(view: View, room: Room) -> list[Para]:
    """How to join, in one line; the long form of the code below it."""
    line = room.type.line
    if view.closed:
        return [para("The door is closed: nobody new can join.", "bold")]
    command = Content.styled(line(f"quizgame join {view.code}"), "bold")
    shown = [Para(command, Content("To join, type  "))]
    if view.address and view.address != view.code:
        lead = Content.styled(f"{'or':>13}  ", MUTED)
        shown.append(Para(Content.styled(line(f"quizgame join {view.address}"), MUTED), lead))
    return shown


def item(common: Common, room: Room) -> Picture:
    """The question; in a scenario the scene with what lies on the desk."""
    asked, type = common.asked, room.type
    if asked is None:
        return Picture([BLANK, para("Read it on your own screen.", "bold")])
    if common.scene:
        return Picture([BLANK, *_scene(common, room)], _entries(asked, type))
    if not asked.statement and not asked.passages:
        shown = [para("Read it on your own screen.", "bold"), BLANK]
        return Picture([BLANK, *shown], _entries(asked, type))
    return Picture([BLANK, *ink.question(asked, type)], _entries(asked, type))


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


def own_pace(view: View, room: Room) -> list[Para]:
    """What is shown while everybody works alone."""
    total = view.common.total
    many = f"{total} questions" if total else "The questions"
    return [
        para(room.type.line(view.common.title), "bold"),
        BLANK,
        para(f"{many}, everybody at their own pace."),
        para("The explanation of each comes at once, on your own screen."),
        BLANK,
        *_code(view, room._replace(rows=room.rows - 3)),
    ]


def told(view: View, room: Room) -> list[Para]:
    """How the class has voted, and why the key is right; in a scenario what came of it."""
    common, type = view.common, room.type
    shown: list[Para] = []
    if view.explained:
        shown = [para(type.clean(view.explained.statement), "bold"), BLANK]
    votes = bars.bars(view.tallies, common.asked, type, room.columns)
    if votes:
        shown += [*votes, *bars.in_words(view.tallies), *hint(view)]
    if common.settled:
        decided = ("The class decides: ", "bold"), type.line(common.settled)
        shown += [BLANK, Para(Content.assemble(*decided))]
    if common.consequence:
        # Its first lines say once more what was decided.
        came = story_ink.told(common.consequence, type, room.columns)[2:]
        return [*shown, BLANK, *came]
    shown += bars.misconceptions(view.tallies, type)
    if view.explained:
        rows = room.rows - 2 - sum(len(set_rows(one, room.columns)) for one in shown)
        shown += [BLANK, *_explained(view.explained, room._replace(rows=rows))]
    return shown


def voted(view: View, room: Room) -> list[Para]:
    """How the class wants to go on, before it does."""
    asked = view.common.asked
    counted = bars.bars(view.tallies, asked, room.type, room.columns)
    if not counted and asked:
        counted = [para(room.type.line(f"{c.slot}  {c.text}"), indent=2) for c in asked.choices]
    return [para("What do you do?", "bold"), BLANK, *counted]


def hint(view: View) -> list[Para]:
    """Whether talking it over promises most now."""
    divided = bool(view.tallies) and view.tallies[-1].discuss
    return [para(DIVIDED, HEADING, indent=2)] if divided else []


def _explained(explained: Explanation, room: Room) -> list[Para]:
    """The first view of an explanation, without the words that tell one answer right or not.

    Where there are few rows, none of them is blank.
    """
    nobody = replace(explained, verdict=explained.verdict.removeprefix(_YES))
    parts = layout.first_view(nobody, room.columns, room.rows)
    return ink.parts((part for part in parts if part.role != "statement"), room.type)


def board(view: View, room: Room) -> list[Para]:
    """The class's front page."""
    common, type = view.common, room.type
    name = "THE CLASS'S FRONT PAGE"
    indent = max(0, (room.columns - cell_len(name)) // 2)
    rule = para(type.rule * room.columns, "$accent")
    return [para(name, "bold", indent), rule, *_page(common, room), *_teams(common, type)]


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


def _teams(common: Common, type: Typography) -> Iterable[Para]:
    if not common.teams:
        return ()
    best = sorted(common.teams.items(), key=lambda team: -team[1])
    line = "   ".join(type.line(f"{name} {points:.1f}") for name, points in best)
    return [BLANK, Para(Content.assemble(("Points a head: ", "bold"), line))]


def over(view: View, room: Room) -> list[Para]:
    """The end: how a story ended, and the page that the class has made."""
    common, type = view.common, room.type
    shown = [para("The lesson is over.", "bold"), BLANK]
    if common.ending:
        shown += [*ending_ink.ending(common.ending, "", type, room.columns), BLANK]
    return [*shown, *(board(view, room) if common.page else _teams(common, type))]
