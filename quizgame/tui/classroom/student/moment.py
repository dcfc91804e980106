"""A moment of a lesson as it lies on a student's page: drawn when it comes, and not disturbed."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from math import isfinite
from time import monotonic
from typing import TYPE_CHECKING

from quizgame.classroom import phrases
from quizgame.classroom.state import Phase
from quizgame.game.marking import Selection, span_of
from quizgame.tui.classroom.student import words
from quizgame.tui.screens.item import ItemPage
from quizgame.tui.widgets.choices import Choices
from quizgame.tui.widgets.head import GAP
from quizgame.tui.widgets.marker import Marker
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizgame.classroom.attendance import Attendance, Fate
    from quizgame.classroom.wire.outgoing import Common, Given
    from quizgame.game.asking import Asked
    from quizgame.tui.screens.item import Phase as Step

_SHOWS_ITEM = frozenset({Phase.READ, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS, Phase.OWN})

Moment = tuple[Phase, int, int, bool]
"""What a page is drawn anew for: phase, question, vote, and whether it is explained."""


class MomentPage(ItemPage):
    """What there is to be seen from the lobby to the last board.

    A moment that is still the same keeps caret, mark, place and what is being asked, whatever else
    is told meanwhile.

    Attributes:
        settle: how many seconds a question that has come up takes no answer.
    """

    settle = 0.0

    def __init__(self, attendance: Attendance) -> None:
        super().__init__()
        self.attendance = attendance
        self._moment: Moment | None = None
        self._shown = (0, 0)
        self._armed = 0.0
        self._common: Common | None = None
        self._until: float | None = None
        self._passed = 0
        self._drawn: tuple[object, ...] = ()

    @abstractmethod
    def come_to_end(self) -> None:
        """Nothing more is asked."""

    def foot(self) -> ComposeResult:
        """Why nothing can be answered now: a pause, a lost connection."""
        yield Paper(id="foot", classes="hidden")

    def on_mount(self) -> None:
        """Draws what is known, and lets the clock run."""
        self.set_interval(1.0, self.tell_where)
        # What can be picked comes into sight by scrolling, and by a page that grows or shrinks.
        for seen in ("scroll_y", "virtual_size"):
            self.watch(self.scroll, seen, self._draw_banner, init=False)
        self.told()

    def on_resize(self) -> None:
        """Sets what depends on the width anew."""
        super().on_resize()
        self.call_after_refresh(self.draw_item)

    def told(self) -> None:
        """Draws what is new. A moment that is still the same keeps its caret, mark and phase."""
        common = self.attendance.common
        if common is None:
            self.enter("still")
            return
        if common is not self._common:
            # Drawn again, the same moment has no more time left than before.
            self._common = common
            self._until = _end(common)
        moment = (common.phase, common.number, common.vote, self._explains())
        if self.attendance.gone:
            self._moment, self._asked, self._until = None, None, None
            self.enter("still")
        elif moment != self._moment:
            self._moment = moment
            self._come_to(common)
        elif self.phase == "sure" and self.attendance.mine[1] == "late":
            self.enter("asking")
        else:
            self.draw_again()

    def saving_changed(self) -> None:
        """The answers have reached the disk of this machine, or have not."""
        self.tell_where()

    def draw_again(self) -> None:
        """Draws what may have changed of the same moment, in place."""
        self._draw_banner()
        self.tell_where()
        self.draw_item()
        self.draw_page()
        self.refresh_bindings()

    def _explains(self) -> bool:
        """Whether there is an explanation to be read now."""
        common, number = self.attendance.common, self.attendance.explained_number
        note = self.attendance.notes.get(number)
        if common is None or note is None or note.explained is None:
            return False
        own = common.phase is Phase.OWN and number != self._passed
        return own or common.phase is Phase.REVEALED

    def _come_to(self, common: Common) -> None:
        """Draws a moment that has just come."""
        self._armed = monotonic() + self.settle
        self._explained = None
        self._asked = common.asked if common.phase in _SHOWS_ITEM else None
        if self._explains():
            self._explain()
            self.enter("explained")
        elif self._asked and common.phase in {Phase.OPEN, Phase.OWN}:
            self._shown = (common.number, common.vote)
            given = self.attendance.mine[0]
            self.mark = _mark(self._asked, given or self.attendance.first)
            self._chosen = given.choice if given else ""
            self.enter("asking")
        else:
            self.enter("still")
            if common.phase is Phase.OWN or common.phase is Phase.ENDED:
                self.come_to_end()

    def _explain(self) -> None:
        note = self.attendance.notes[self.attendance.explained_number]
        explained = note.explained
        if explained and note.given is None:
            explained = replace(explained, verdict=phrases.verdict_for_nobody(explained.verdict))
        self._asked, self._explained = note.asked, explained

    def enter(self, phase: Step) -> None:
        """Draws a phase in place, and why nothing can be answered in it."""
        self._draw_banner()
        super().enter(phase)
        self._drawn = self._item()
        # Where the choices lie is known once they are laid out.
        self.call_after_refresh(self._draw_banner)

    def is_another(self) -> bool:
        """Whoever is still reading keeps the place when answers are opened, or closed."""
        return self._item() != self._drawn

    def _item(self) -> tuple[object, ...]:
        """What lies on the page: the question, or else the moment."""
        common = self.attendance.common
        if common and self._asked and self.phase != "explained":
            return (common.number, common.phase is Phase.DISCUSS)
        return (self._moment, self.phase)

    def _draw_banner(self) -> None:
        text = words.banner(self.attendance)
        if not text and self.phase == "asking" and self._choices_are_below:
            text = words.below(self.key("turn(1)", "pagedown"))
        foot = self.query_one("#foot", Paper)
        foot.set_class(not text, "hidden")
        if text:
            foot.show([para(text, "bold")])

    @property
    def _choices_are_below(self) -> bool:
        """Whether what can be picked ends below the window: a long question on a small screen."""
        seen = self.scroll.scroll_offset.y + self.scroll.size.height
        return self.query_one(Choices).virtual_region.bottom > seen

    def tell_where(self) -> None:
        """The lesson, the question of how many, and the time that is left."""
        common = self.attendance.common
        if common is None:
            self.head.show("A lesson with the whole class")
            return
        left = phrases.left(self._until - monotonic()) if self._until is not None else ""
        shown = [self.game.saved_word(), left, words.where(common, self._number(common))]
        self.head.show(self.typography.line(common.title), GAP.join(w for w in shown if w))

    def _number(self, common: Common) -> int:
        """The number of the question; at their own pace in the student's own order."""
        view = self.attendance.view
        if view is None or common.phase is not Phase.OWN:
            return common.number
        if self.phase == "explained":
            return view.own.answered
        return view.own.answered + 1 if common.asked else 0

    def draw_item(self) -> None:
        """Draws the item or its explanation, or what there is to say where there is neither."""
        if self._asked and not self.attendance.gone:
            super().draw_item()
            return
        said = self._said()
        self.query_one("#item", Marker).show([BLANK, *said])

    def question(self, asked: Asked) -> list[Para]:
        """The question; while a class talks, what about stands above it."""
        if not asked.passages and not asked.statement:
            return [para(phrases.ON_THE_WALL), BLANK]
        common = self.attendance.common
        if common and common.scene:
            return [*self._talk(), *words.scene(common.scene, self.typography, self._width)]
        return [*self._talk(), *super().question(asked)]

    @property
    def _width(self) -> int:
        # Before it is laid out: the window without the margins of a page.
        return self.query_one("#item").size.width or max(20, min(84, self.size.width - 4))

    def _talk(self) -> list[Para]:
        common = self.attendance.common
        if common is None or common.phase is not Phase.DISCUSS:
            return []
        return words.talk(told=common.number in self.attendance.notes)

    def _said(self) -> list[Para]:
        """What stands on the page where no item does."""
        attendance, type = self.attendance, self.typography
        common = attendance.common
        if attendance.gone:
            return words.gone(attendance)
        if common is None:
            return words.lobby(attendance, type) if attendance.name else []
        if common.phase is Phase.LOBBY:
            return words.lobby(attendance, type)
        if common.phase is Phase.BOARD:
            return words.board(common, type)
        if common.phase is Phase.DISCUSS:
            return self._talk()
        if common.consequence:
            return words.decided(common.consequence, type, self._width)
        return [para(words.WAIT)]

    def below(self) -> list[Para]:
        """What was answered and what became of it; how a mark is made; what it has earned."""
        view = self.attendance.view
        if view is None:
            return []
        if self.phase == "explained":
            return words.points(view.own)
        hint = [self.marking_hint()] if self.marks else []
        return [*self._answered(), *hint]

    def _answered(self) -> list[Para]:
        """The student's own answer in the vote that is open, or in the last one."""
        given, fate = self.attendance.mine
        if self.phase == "sure":
            return [para(f"{self._answer_of(given, fate)} How sure are you?"), BLANK]
        lines: list[Para] = []
        if given:
            lines.append(para(self._answer_of(given, fate), "bold"))
        elif fate == "late":
            lines.append(para(phrases.FATES["late"], "bold"))
        elif first := self.attendance.first:
            said = self._asked.answer_text(first.choice) if self._asked else ""
            lines.append(para(phrases.second_vote(self.typography.line(said)), "bold"))
        if given and self.phase == "asking":
            lines.append(para(phrases.STILL_OPEN, words.MUTED))
        elif self.is_in(Phase.LOCKED) and not given:
            lines.append(para(phrases.NOT_ANSWERED))
        return [*lines, BLANK] if lines else []

    def _answer_of(self, given: Given | None, fate: Fate) -> str:
        if given:
            self._chosen = given.choice
        return phrases.answered(self.answer(), given.confidence if given else "", fate)

    def is_in(self, phase: Phase) -> bool:
        """Whether the lesson is in a phase."""
        common = self.attendance.common
        return common is not None and common.phase is phase

    def draw_choices(self) -> None:
        """Draws what can be picked; what cannot be picked yet, or no longer, has no keys."""
        super().draw_choices()
        choices = self.query_one(Choices)
        offered = self._asked.choices if self._asked else ()
        if self.phase == "still":
            shown = self.is_in(Phase.READ) or self.is_in(Phase.LOCKED)
            choices.display = shown and bool(offered)
            choices.offer(replace(self.entry(choice), key=" ") for choice in offered)
            choices.unpoint()
        elif self.phase == "asking" and self._chosen:
            choices.point(next((n for n, c in enumerate(offered) if c.id == self._chosen), 0))

    def draw_page(self) -> None:
        """The class's page so far, where there is room beside the item."""
        common = self.attendance.common
        # On the board it fills the page.
        is_beside = common is not None and common.phase is not Phase.BOARD
        beside = words.page(common, self.typography) if common and is_beside else []
        self.query_one("#page-so-far", Paper).show(beside)


def _end(common: Common) -> float | None:
    """When the time is over that is left, on the clock of `monotonic`; None without a limit."""
    if common.left is None or common.paused or not isfinite(common.left):
        return None
    return monotonic() + common.left


def _mark(asked: Asked, given: Given | None) -> Selection:
    """The mark to begin with: the one that was given, or the first word."""
    mark = Selection(asked.words)
    span = span_of(asked.passages[0].text, given.choice) if given and asked.words else None
    covered = [
        n for n, (begin, end) in enumerate(asked.words) if span and span[0] <= begin < span[1]
    ]
    return Selection(asked.words, covered[-1], covered[0]) if covered else mark
