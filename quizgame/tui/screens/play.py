"""A round: the item, the answer, the explanation, in one place and without a pause."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.binding import Binding

from quizgame.game import layout
from quizgame.game.front_page import front_page
from quizgame.game.marking import Selection, written
from quizgame.tui import ink
from quizgame.tui.screens.marking import MarkingPage
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.head import GAP
from quizgame.tui.widgets.key_line import KeyLine
from quizgame.tui.widgets.marker import Marker
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.asking import Asked, Choice
    from quizgame.game.explanation import Explanation
    from quizgame.game.layout import Part
    from quizgame.play.sitting import Sitting
    from quizgame.saves.records import Confidence

Phase = Literal["asking", "sure", "explained", "over"]

_SURE: tuple[tuple[Confidence, str], ...] = (
    ("guess", "a guess"),
    ("fairly", "fairly sure"),
    ("sure", "sure"),
)
_PHASES: dict[str, frozenset[Phase]] = {
    "pick": frozenset({"asking"}),
    "skip": frozenset({"asking", "sure"}),
    "sure": frozenset({"sure"}),
    "next": frozenset({"explained"}),
    "more": frozenset({"explained"}),
    "read": frozenset({"explained"}),
    "mistake": frozenset({"explained"}),
    "take": frozenset({"asking", "sure"}),
}


def _pick(key: str, slot: str, *, id: str) -> Binding:
    words = f"answer {slot}" if slot.isdigit() else f"print it as {slot}"
    return Binding(key, f"pick('{slot}')", words, id=id, show=False, priority=True)


class Play(MarkingPage):
    """One round from its first item to its last explanation."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        _pick("c", "confirmed", id="answer.confirmed"),
        _pick("a", "alleged", id="answer.alleged"),
        *(_pick(str(n), str(n), id=f"answer.{n}") for n in range(1, 6)),
        Binding("z", "sure('guess')", "a guess", id="sure.guess", show=False, priority=True),
        Binding("x", "sure('fairly')", "fairly sure", id="sure.fairly", show=False, priority=True),
        Binding("v", "sure('sure')", "sure", id="sure.sure", show=False, priority=True),
        Binding("enter", "take", "answer", id="answer.take", priority=True),
        *MarkingPage.MARKING,
        Binding("enter,space", "next", "next", id="round.next", priority=True),
        Binding("o", "more", "other papers", id="explanation.more", priority=True),
        Binding("r", "read", "read it there", id="explanation.read", priority=True),
        Binding(
            "exclamation_mark", "mistake", "a mistake?", id="explanation.mistake", priority=True
        ),
        Binding("s", "skip", "skip", id="round.skip", priority=True),
        Binding("escape", "back", "home", id="page.back", priority=True),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.phase: Phase = "asking"
        self._asked: Asked | None = None
        self._explained: Explanation | None = None
        self._chosen = ""
        self._seconds = 0.0
        self._since = 0.0
        self._opened = False

    def body(self) -> ComposeResult:
        """The item or its explanation above, what can be picked below."""
        yield Marker(id="item")
        yield Choices(self.typography.caret, id="choices")

    def beside(self) -> ComposeResult:
        """The page that is being printed, where there is room for it."""
        yield Paper(id="page-so-far")

    async def on_mount(self) -> None:
        """Asks the first item that waits; the pack may have lost them all."""
        if not self._asks():
            # A page that is being opened cannot wait for its own end.
            self.app.call_later(self.game.finish, self.sitting)

    def _go_on(self) -> None:
        """The next item at once: in a test nothing stands between two of them."""
        if not self._asks():
            self.phase = "over"
            self.refresh_bindings()
            self.app.call_later(self.game.finish, self.sitting)

    async def _ask(self) -> None:
        if not self._asks():
            await self.game.finish(self.sitting)

    def _asks(self) -> bool:
        self._asked = self.sitting.next()
        if self._asked:
            self._since = monotonic()
            self.mark = Selection(self._asked.words)
            self._enter("asking")
        return self._asked is not None

    def _enter(self, phase: Phase) -> None:
        """Draws a phase in place."""
        self.phase = phase
        self._opened = False
        with self.app.batch_update():
            self._tell_where()
            self.draw_item()
            self._draw_choices()
            self._draw_page()
            if phase == "sure":
                # A long passage above would push the question below the last row.
                self.call_after_refresh(self.query_one(Choices).scroll_visible, animate=False)
            else:
                self.scroll.scroll_home(animate=False, immediate=True)
            self.query_one(KeyLine).refresh()
        self.refresh_bindings()

    def _tell_where(self) -> None:
        where = f"{self.sitting.number} of {self.sitting.total}"
        if self.sitting.exam:
            where = f"explained at the end{GAP}{where}"
        saved = self.game.saved_word() if self.phase == "explained" else ""
        title = self.typography.line(self.sitting.round.title)
        self.head.show(title, f"{saved}{GAP}{where}" if saved else where)

    @property
    def marks(self) -> bool:
        """Whether words of the passage are being marked now."""
        return self.phase == "asking" and self._asked is not None and self._asked.shape == "mark"

    def draw_item(self) -> None:
        """Draws the item, or its explanation, in place."""
        item = self.query_one("#item", Marker)
        if self.phase == "explained" and self._explained:
            item.show([BLANK, *self._explanation(self._explained)])
        elif self._asked and self.marks:
            marking = ink.marking(self._asked, self.mark, self.typography)
            paragraphs = [BLANK, *marking, self.marking_hint()]
            item.show_words(paragraphs, 1 + ink.MARKED, self.mark.words)
        elif self._asked:
            item.show([BLANK, *ink.question(self._asked, self.typography), *self._how_sure()])

    def _how_sure(self) -> list[Para]:
        if self.phase != "sure" or not self._asked:
            return []
        chosen = self.typography.line(self._asked.answer_text(self._chosen))
        shown = f'"{chosen}"' if self._asked.shape == "mark" else chosen
        return [para(f"Your answer: {shown}. How sure are you?"), BLANK]

    def _explanation(self, explained: Explanation) -> list[Para]:
        width = max(1, self.query_one("#item").size.width)
        room = self.scroll.size.height - 1
        parts = layout.first_view(explained, width, max(layout.ROWS, room))
        if self._opened:
            parts = _with_more(parts, layout.more(explained), width, room)
        return ink.parts(parts, self.typography)

    def _draw_choices(self) -> None:
        choices = self.query_one(Choices)
        choices.display = self.phase != "explained" and not self.marks
        if self.phase == "asking" and self._asked:
            choices.offer(self._entry(choice) for choice in self._asked.choices)
        elif self.phase == "sure":
            entries = (Entry(self.key(f"sure('{c}')"), words) for c, words in _SURE)
            choices.offer(entries, index=1)

    def _entry(self, choice: Choice) -> Entry:
        sign = self.typography.sign(choice.id)
        text = self.typography.line(choice.text)
        key = self.key(f"pick('{choice.slot}')", choice.slot)
        return Entry(key, f"{sign} {text}" if sign else text, choice.note)

    def _draw_page(self) -> None:
        page = self.query_one("#page-so-far", Paper)
        lines = [para("It is printed when the test is at its end.", "$foreground-muted")]
        if not self.sitting.exam:
            lines = ink.page(front_page(self.sitting.given), self.typography)
        page.show([para("Your page so far", "bold $accent"), BLANK, *lines])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key acts in its own phase only; picks only where the item offers them."""
        phases = _PHASES.get(action)
        if phases and self.phase not in phases:
            return False
        if action == "pick":
            choices = self._asked.choices if self._asked else ()
            return any(choice.slot == parameters[0] for choice in choices)
        if action == "read" and self._explained:
            return bool(self._explained.passages)
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        """Moves the caret, or scrolls the explanation."""
        choices = self.query_one(Choices)
        if self.phase == "explained" or self.marks:
            super().action_move(by)
        else:
            choices.point(choices.index + by)
            choices.scroll_visible(animate=False)

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        self._take(clicked.index)

    def action_take(self) -> None:
        """Takes what the caret stands on."""
        self._take(self.query_one(Choices).index)

    def _take(self, index: int) -> None:
        if self.phase == "sure":
            self.action_sure(_SURE[index][0])
        elif self._asked and self.marks:
            self._respond(written(self._asked.passages[0].text, self.mark.span))
        elif self._asked:
            self.action_pick(self._asked.choices[index].slot)

    def action_pick(self, slot: str) -> None:
        """Answers; where confidence is on, asks for it before the key is told."""
        assert self._asked is not None
        self._respond(next(c.id for c in self._asked.choices if c.slot == slot))

    def _respond(self, chosen: str) -> None:
        self._chosen = chosen
        self._seconds = monotonic() - self._since
        if self.sitting.asks_confidence:
            self._enter("sure")
        else:
            self._answer("")

    def action_sure(self, confidence: Confidence) -> None:
        """Tells how sure the player was, and so gets the explanation."""
        self._answer(confidence)

    def _answer(self, confidence: Confidence) -> None:
        explained = self.sitting.answer(self._chosen, confidence, self._seconds)
        self.game.save()
        if self.sitting.exam:
            self._go_on()
        else:
            self._explained = explained
            self._enter("explained")

    def saving_changed(self) -> None:
        """The answers have reached the disk, or have not."""
        if self.phase == "explained":
            self._tell_where()

    async def action_next(self) -> None:
        """The next item, or the summary."""
        await self._ask()

    async def action_skip(self) -> None:
        """Passes an item over, without a word."""
        await self._ask()

    def action_more(self) -> None:
        """Opens and closes what does not fit the first view."""
        assert self._explained is not None
        self._opened = not self._opened
        self.draw_item()
        self.scroll.scroll_home(animate=False, immediate=True)

    async def action_read(self) -> None:
        """Opens the article at the passage."""
        assert self._explained is not None
        passage = self._explained.passages[0]
        await self.game.open_article(self.sitting.pack, passage.article, passage.at)

    async def action_mistake(self) -> None:
        """Shows the rule that decided, and takes a note for the teacher."""
        assert self._explained is not None
        assert self._asked is not None
        await self.game.report(self._asked.item, self._explained)

    async def action_back(self) -> None:
        """Home; the round waits."""
        await self.game.go_home()


def _with_more(first: list[Part], more: list[Part], width: int, room: int) -> list[Part]:
    """What was opened, below the first view; in its place where a window has no room for both."""
    both = [*first, layout.BLANK, *more]
    return both if layout.height(both, width) <= room else [first[0], layout.BLANK, *more]
