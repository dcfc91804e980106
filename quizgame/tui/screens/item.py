"""A page on which an item is asked, answered and explained, in one place."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.binding import Binding

from quizgame.game import layout
from quizgame.game.marking import written
from quizgame.tui import ink
from quizgame.tui.screens.marking import MarkingPage
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.key_line import KeyLine
from quizgame.tui.widgets.marker import Marker
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.game.asking import Asked, Choice
    from quizgame.game.explanation import Explanation
    from quizgame.game.layout import Part
    from quizgame.saves.records import Confidence

Phase = Literal["asking", "sure", "explained", "still"]
"""An item waits for an answer, then for how sure; it is explained; it is only shown."""

SURE: tuple[tuple[Confidence, str], ...] = (
    ("guess", "a guess"),
    ("fairly", "fairly sure"),
    ("sure", "sure"),
)


def _pick(key: str, slot: str, *, id: str) -> Binding:
    words = f"answer {slot}" if slot.isdigit() else f"print it as {slot}"
    return Binding(key, f"pick('{slot}')", words, id=id, show=False, priority=True)


class ItemPage(MarkingPage):
    """The item or its explanation above, what can be picked below.

    Attributes:
        PHASES: in which phases an action is one; actions that are not named always are.
        phase: what the item waits for.
    """

    PHASES: ClassVar[Mapping[str, frozenset[Phase]]] = {
        "pick": frozenset({"asking"}),
        "sure": frozenset({"sure"}),
        "take": frozenset({"asking", "sure"}),
        "more": frozenset({"explained"}),
    }

    ANSWERING: ClassVar[list[BindingType]] = [
        _pick("c", "confirmed", id="answer.confirmed"),
        _pick("a", "alleged", id="answer.alleged"),
        *(_pick(str(n), str(n), id=f"answer.{n}") for n in range(1, 6)),
        Binding("z", "sure('guess')", "a guess", id="sure.guess", show=False, priority=True),
        Binding("x", "sure('fairly')", "fairly sure", id="sure.fairly", show=False, priority=True),
        Binding("v", "sure('sure')", "sure", id="sure.sure", show=False, priority=True),
        Binding("enter", "take", "answer", id="answer.take", priority=True),
        *MarkingPage.MARKING,
    ]
    MORE: ClassVar[Binding] = Binding(
        "o", "more", "other papers", id="explanation.more", priority=True
    )

    def __init__(self) -> None:
        super().__init__()
        self.phase: Phase = "still"
        self._asked: Asked | None = None
        self._explained: Explanation | None = None
        self._chosen = ""
        self._opened = False

    def body(self) -> ComposeResult:
        """The item or its explanation above, what can be picked below."""
        yield Marker(id="item")
        yield Choices(self.typography.caret, id="choices")

    def beside(self) -> ComposeResult:
        """The page that is being printed, where there is room for it."""
        yield Paper(id="page-so-far")

    @abstractmethod
    def respond(self, chosen: str) -> None:
        """Takes an answer: the id of a choice, or a mark as it is written."""

    @abstractmethod
    def action_sure(self, confidence: Confidence) -> None:
        """Takes how sure the player is."""

    @abstractmethod
    def tell_where(self) -> None:
        """Draws the first line."""

    @abstractmethod
    def draw_page(self) -> None:
        """Draws the second column."""

    def enter(self, phase: Phase) -> None:
        """Draws a phase in place."""
        self.phase = phase
        self._opened = False
        with self.app.batch_update():
            self.tell_where()
            self.draw_item()
            self.draw_choices()
            self.draw_page()
            if phase == "sure":
                # A long passage above would push the question below the last row.
                self.call_after_refresh(self.query_one(Choices).scroll_visible, animate=False)
            elif self.is_another():
                self.scroll.scroll_home(animate=False, immediate=True)
            self.query_one(KeyLine).refresh()
        self.refresh_bindings()

    def is_another(self) -> bool:
        """Whether what is drawn is something else than before, which is read from its top."""
        return True

    @property
    def marks(self) -> bool:
        """Whether words of the passage are being marked now."""
        return self.phase == "asking" and self._asked is not None and self._asked.shape == "mark"

    def draw_item(self) -> None:
        """Draws the item, or its explanation, in place."""
        item = self.query_one("#item", Marker)
        if self.phase == "explained" and self._explained:
            item.show([BLANK, *self._explanation(self._explained), *self.below()])
        elif self._asked and self.marks:
            marking = ink.marking(self._asked, self.mark, self.typography)
            paragraphs = [BLANK, *marking, *self.below()]
            item.show_words(paragraphs, 1 + ink.MARKED, self.mark.words)
        elif self._asked:
            item.show([BLANK, *self.question(self._asked), *self.below()])

    def question(self, asked: Asked) -> list[Para]:
        """The evidence, and what is asked."""
        return ink.question(asked, self.typography)

    def below(self) -> list[Para]:
        """What stands below the item: how a mark is made, or what was answered."""
        if self.marks:
            return [self.marking_hint()]
        if self.phase == "sure":
            return [para(f"Your answer: {self.answer()}. How sure are you?"), BLANK]
        return []

    def answer(self) -> str:
        """What was answered, as people read it."""
        assert self._asked is not None
        chosen = self.typography.line(self._asked.answer_text(self._chosen))
        return f'"{chosen}"' if self._asked.shape == "mark" else chosen

    def _explanation(self, explained: Explanation) -> list[Para]:
        width = max(1, self.query_one("#item").size.width)
        room = self.scroll.size.height - 1
        parts = layout.first_view(explained, width, max(layout.ROWS, room))
        if self._opened:
            parts = _with_more(parts, layout.more(explained), width, room)
        return ink.parts(parts, self.typography)

    def draw_choices(self) -> None:
        """Draws what can be picked."""
        choices = self.query_one(Choices)
        choices.display = self.phase != "explained" and not self.marks
        if self.phase == "asking" and self._asked:
            choices.offer(self.entry(choice) for choice in self._asked.choices)
        elif self.phase == "sure":
            entries = (Entry(self.key(f"sure('{c}')"), words) for c, words in SURE)
            choices.offer(entries, index=1)

    def entry(self, choice: Choice) -> Entry:
        """A choice as it is listed."""
        sign = self.typography.sign(choice.id)
        text = self.typography.line(choice.text)
        key = self.key(f"pick('{choice.slot}')", choice.slot)
        return Entry(key, f"{sign} {text}" if sign else text, choice.note)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key acts in its own phase only; picks only where the item offers them."""
        phases = self.PHASES.get(action)
        if phases and self.phase not in phases:
            return False
        if action == "pick":
            choices = self._asked.choices if self._asked else ()
            return any(choice.slot == parameters[0] for choice in choices)
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        """Moves the caret, or scrolls what has none."""
        choices = self.query_one(Choices)
        if self.phase not in self.PHASES["take"] or self.marks:
            super().action_move(by)
        else:
            choices.point(choices.index + by)
            choices.scroll_visible(animate=False)

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        if self.check_action("take", ()):
            self.take_entry(clicked.index)

    def action_take(self) -> None:
        """Takes what the caret stands on."""
        self.take_entry(self.query_one(Choices).index)

    def take_entry(self, index: int) -> None:
        """Takes the choice of this number, or the mark."""
        if self.phase == "sure":
            self.action_sure(SURE[index][0])
        elif self._asked and self.marks:
            self.respond(written(self._asked.passages[0].text, self.mark.span))
        elif self._asked and index < len(self._asked.choices):
            self.action_pick(self._asked.choices[index].slot)

    def action_pick(self, slot: str) -> None:
        """Answers with the choice behind a key."""
        assert self._asked is not None
        self.respond(next(c.id for c in self._asked.choices if c.slot == slot))

    def action_more(self) -> None:
        """Opens and closes what does not fit the first view."""
        assert self._explained is not None
        self._opened = not self._opened
        self.draw_item()
        self.scroll.scroll_home(animate=False, immediate=True)


def _with_more(first: list[Part], more: list[Part], width: int, room: int) -> list[Part]:
    """What was opened, below the first view; in its place where a window has no room for both."""
    both = [*first, layout.BLANK, *more]
    return both if layout.height(both, width) <= room else [first[0], layout.BLANK, *more]
