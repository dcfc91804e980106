"""A scenario: the clock and the desk above, the story in the middle, what can be done below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.binding import Binding

from quizgame.game.front_page import front_page
from quizgame.tui import ink, story_ink
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.head import GAP
from quizgame.tui.widgets.key_line import KeyLine
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.scenarios.consequence import Consequence
    from quizgame.game.scenarios.papers import Paper as Sheet
    from quizgame.game.scenarios.scene import SceneView
    from quizgame.play.shift import Shift

Phase = Literal["deciding", "told"]

_PHASES: dict[str, Phase] = {"take": "deciding", "do": "deciding", "next": "told", "read": "told"}
_LISTS = ("#desk", "#decisions", "#questions")


class Story(Page[None]):
    """One run, scene by scene, in one place; after each move what followed from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        *(
            Binding(
                str(n), f"do({n})", f"do number {n}", id=f"story.{n}", show=False, priority=True
            )
            for n in range(1, 10)
        ),
        Binding("enter", "take", "take it", id="story.take", priority=True),
        Binding("enter,space", "next", "go on", id="story.next", priority=True),
        Binding("d", "papers", "the desk", id="story.desk", priority=True),
        Binding("r", "read", "read it there", id="story.read", priority=True),
        Binding("u", "undo", "take it back", id="story.undo", priority=True),
        Binding("f", "page", "front page", id="page.front", priority=True),
        Binding("escape", "back", "home", id="page.back", priority=True),
    ]

    def __init__(self, shift: Shift) -> None:
        super().__init__()
        self.shift = shift
        self.phase: Phase = "deciding"
        self.view: SceneView = shift.view()
        self._told: Consequence | None = None
        self._at = 0
        self._where = ""

    def body(self) -> ComposeResult:
        """The clock, the desk, the story, what can be decided, what can be asked."""
        caret = self.typography.caret
        yield Paper(id="clock")
        yield Choices(caret, id="desk")
        yield Paper(id="story")
        yield Choices(caret, id="decisions")
        yield Paper(id="ask-first")
        yield Choices(caret, id="questions")

    def beside(self) -> ComposeResult:
        """The page that is being printed, where there is room for it."""
        yield Paper(id="page-so-far")

    def on_mount(self) -> None:
        """Opens the scene at which the run stands."""
        self._enter("deciding")
        if self.shift.passed:
            self.notify("This scenario has changed: it goes on where it still fits.", markup=False)

    def on_resize(self) -> None:
        """Sets the meters anew."""
        super().on_resize()
        self.call_after_refresh(self._draw)

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self.view = self.shift.view()
        # Nothing is decided by a key that was pressed once too often: the desk comes first.
        self._at = 0
        with self.app.batch_update():
            self._draw()
            self.scroll.scroll_home(animate=False, immediate=True)
            self.query_one(KeyLine).refresh()
        self.refresh_bindings()

    def _draw(self) -> None:
        self._tell_where()
        told = self._told if self.phase == "told" else None
        for name in ("#desk", "#decisions", "#ask-first", "#questions"):
            self.query_one(name).display = told is None
        if told:
            self._draw_told(told)
        else:
            self._draw_scene(self.view)
        self._draw_page()

    def _tell_where(self) -> None:
        if self.phase == "deciding":
            self._where = f"scene {self.view.number} of {self.view.most}"
        saved = self.game.saved_word()
        title = self.typography.line(self.view.title)
        self.head.show(title, f"{saved}{GAP}{self._where}" if saved else self._where)

    @property
    def _width(self) -> int:
        # Before it is laid out: the window without the margins of a page.
        return self.query_one("#clock").size.width or max(20, min(84, self.size.width - 4))

    def _draw_told(self, told: Consequence) -> None:
        self.query_one("#clock", Paper).show([])
        shown = story_ink.told(told, self.typography, self._width)
        self.query_one("#story", Paper).show([BLANK, *shown])

    def _draw_scene(self, view: SceneView) -> None:
        type = self.typography
        heading = [para("On the desk", story_ink.HEADING)] if view.desk else []
        clock = story_ink.clock(view, type, self._width)
        self.query_one("#clock", Paper).show([*clock, BLANK, *heading])
        self.query_one("#desk", Choices).offer(
            Entry("", story_ink.title(paper, type)) for paper in view.desk
        )
        stuck = [para("The story has no way on from here.", "bold"), BLANK] if view.stuck else []
        gap = [BLANK] if view.desk else []
        self.query_one("#story", Paper).show([*gap, *story_ink.story(view, type), *stuck])
        self.query_one("#decisions", Choices).offer(
            Entry(self._key(n), type.line(decision.text))
            for n, decision in enumerate(view.decisions, 1)
        )
        self._draw_questions(view)
        self._point()

    def _key(self, number: int) -> str:
        return self.key(f"do({number})", str(number)) if number < 10 else " "

    def _draw_questions(self, view: SceneView) -> None:
        questions = self.query_one("#questions", Choices)
        questions.offer(
            Entry(
                self._key(n),
                self.typography.line(question.text),
                ", ".join(f"{cost.name} {cost.word}" for cost in question.costs),
            )
            for n, question in enumerate(view.questions, len(view.decisions) + 1)
        )
        questions.display = bool(view.questions)
        words = [BLANK, para(_how_many(view), story_ink.HEADING)] if view.questions else []
        self.query_one("#ask-first", Paper).show(words)

    def _draw_page(self) -> None:
        answers = [a for a in self.shift.player.answers if a.round == self.shift.id]
        steps = [step for step in self.shift.player.printed() if step.run == self.shift.id]
        lines = ink.page(front_page(answers, steps), self.typography)
        page: list[Para] = [para("Your page so far", story_ink.HEADING), BLANK, *lines]
        self.query_one("#page-so-far", Paper).show(page)

    def _lengths(self) -> tuple[int, int, int]:
        return len(self.view.desk), len(self.view.decisions), len(self.view.questions)

    def _point(self) -> None:
        """Puts the one caret of the three lists where it stands now."""
        begin = 0
        for name, length in zip(_LISTS, self._lengths(), strict=True):
            choices = self.query_one(name, Choices)
            if begin <= self._at < begin + length:
                choices.point(self._at - begin)
            else:
                choices.unpoint()
            begin += length

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key acts in its own phase only, and only where there is something to do."""
        phase = _PHASES.get(action)
        if phase and phase != self.phase:
            return False
        if action == "do":
            most = len(self.view.decisions) + len(self.view.questions)
            return isinstance(parameters[0], int) and parameters[0] <= most
        if action == "read":
            return bool(self._told and self._told.papers)
        if action == "papers":
            return bool(self._papers())
        return self.view.undoes if action == "undo" else True

    def action_move(self, by: int) -> None:
        """Moves the caret through the three lists, or scrolls what followed."""
        if self.phase == "told" or not sum(self._lengths()):
            super().action_move(by)
            return
        self._at = max(0, min(self._at + by, sum(self._lengths()) - 1))
        self._point()
        self._show_caret()

    def _show_caret(self) -> None:
        pointed = (self.query_one(name, Choices) for name in _LISTS)
        choices = next((one for one in pointed if one.index >= 0 and one.display), None)
        if choices is None:
            return
        row = choices.virtual_region.y + choices.row_of(choices.index)
        top, height = self.scroll.scroll_offset.y, self.scroll.size.height
        if not top <= row < top + height - 1:
            self.scroll.scroll_to(y=max(0, row - height // 2), animate=False)

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        begin = 0
        for name, length in zip(_LISTS, self._lengths(), strict=True):
            if clicked.control is self.query_one(name):
                # The app's own task may wait for this page to close; the page's cannot.
                self.app.call_later(self._take, begin + clicked.index)
            begin += length

    async def action_take(self) -> None:
        """Does what the caret stands on."""
        await self._take(self._at)

    async def action_do(self, number: int) -> None:
        """Makes the decision or the ask of that number."""
        await self._take(len(self.view.desk) + number - 1)

    async def _take(self, place: int) -> None:
        desk, decisions, questions = self._lengths()
        if place < desk:
            await self._open_papers(place)
        elif place < desk + decisions:
            self._tell(self.shift.choose(self.view.decisions[place - desk].id))
        elif place < desk + decisions + questions:
            self._tell(self.shift.ask(self.view.questions[place - desk - decisions].id))

    def _tell(self, told: Consequence) -> None:
        self.game.save()
        self._told = told
        self._enter("told")

    async def action_next(self) -> None:
        """The next scene, or the end."""
        if self.shift.run.ended:
            await self.game.end_story(self.shift)
        else:
            self._enter("deciding")

    def action_undo(self) -> None:
        """Takes the last decision back."""
        self.shift.undo()
        self.game.save()
        self._enter("deciding")

    def _papers(self) -> tuple[Sheet, ...]:
        if self.phase == "told":
            return self._told.papers if self._told else ()
        return (*self.view.desk, *self.view.drawer)

    async def action_papers(self) -> None:
        """Opens everything that lies here, and what lay on earlier desks, in full."""
        await self._open_papers(0)

    async def _open_papers(self, index: int) -> None:
        here = len(self.view.desk) if self.phase == "deciding" else len(self._papers())
        await self.game.open_papers(self.shift.pack, self._papers(), here, index)

    async def action_read(self) -> None:
        """Opens the article at the first quote that was told."""
        assert self._told is not None
        passage = self._told.papers[0].passage
        await self.game.open_article(self.shift.pack, passage.article, passage.at, told=False)

    async def action_page(self) -> None:
        """Opens the front page."""
        await self.game.open_front_page()

    def saving_changed(self) -> None:
        """The steps have reached the disk, or have not."""
        self._tell_where()

    async def action_back(self) -> None:
        """Home; the story waits."""
        await self.game.go_home()


def _how_many(view: SceneView) -> str:
    if view.left is None:
        return "Or ask first:"
    if view.left == 0:
        return "Time is up. Whatever you ask now, the page closes without you:"
    many = "1 question fits" if view.left == 1 else f"{view.left} questions fit"
    return f"Or ask first; {many}:"
