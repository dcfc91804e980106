"""After a lesson: one true sentence, everything that was asked, and the student's own page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.classroom import phrases
from quizgame.classroom.state import Phase
from quizgame.game import confidence
from quizgame.game.front_page import front_page
from quizgame.game.summary import summarise
from quizgame.tui import ending_ink, ink
from quizgame.tui.classroom.student import words
from quizgame.tui.screens.looking_back import LookingBack
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.classroom.attendance import Attendance, Note


class LessonSummary(LookingBack):
    """What the lesson showed to this student alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        *LookingBack.LOOKING,
        Binding("f", "page", "front page", id="page.front", priority=True),
    ]

    def __init__(self, attendance: Attendance) -> None:
        super().__init__()
        self.attendance = attendance
        self.listed: list[Note] = []

    def body(self) -> ComposeResult:
        """The sentence, what can be looked at again, the page."""
        yield Paper(id="sentence")
        yield Choices(self.typography.caret, id="asked")
        yield Paper(id="lines")

    def on_mount(self) -> None:
        """Draws what the lesson has told until now."""
        self.told()

    def told(self) -> None:
        """Draws it all."""
        notes = self.attendance.notes
        self.listed = [notes[number] for number in sorted(notes) if notes[number].explained]
        common = self.attendance.common
        title = self.typography.line(common.title) if common else ""
        self.head.show(title, self.game.saved_word())
        self.query_one("#sentence", Paper).show([BLANK, *self._sentence()])
        choices = self.query_one(Choices)
        choices.display = bool(self.listed)
        if self.listed:
            entries = (self._entry(n, note) for n, note in enumerate(self.listed))
            choices.offer(entries, choices.index)
        self.query_one("#lines", Paper).show([*self._page(), *self._ending()])
        self.refresh_bindings()

    def saving_changed(self) -> None:
        """The answers have reached the disk of this machine, or have not."""
        self.told()

    def _sentence(self) -> list[Para]:
        answers = self.attendance.answers
        common = self.attendance.common
        is_over = common is not None and common.phase is Phase.ENDED
        lines = [para(phrases.OVER if is_over else phrases.ALL_ANSWERED), BLANK]
        if answers or not (common and common.ending):
            lines.append(para(self.typography.line(summarise(answers)), "bold"))
        if sure := confidence.in_words(answers):
            lines.append(para(sure))
        if self.attendance.view and answers:
            lines.append(para(words.total(self.attendance.view.own), words.MUTED))
        if self.listed:
            lines += [BLANK, para("Everything that was asked, with its explanation:", words.MUTED)]
        return lines

    def _entry(self, number: int, note: Note) -> Entry:
        said = phrases.NOT_ANSWERED if note.given is None else _said(note)
        asked = note.asked.statement if note.asked else ""
        told = note.explained.statement if note.explained else ""
        return Entry(self.key_of(number), said, self.typography.line(asked or told))

    def _page(self) -> list[Para]:
        right = [answer for answer in self.attendance.answers if answer.right]
        made = ink.page(front_page(right), self.typography)
        return [BLANK, para("You printed", words.HEADING), *made] if made else []

    def _ending(self) -> list[Para]:
        common = self.attendance.common
        if common is None or common.ending is None:
            return []
        width = self.scroll.size.width or max(20, min(84, self.size.width - 4))
        return [BLANK, *ending_ink.ending(common.ending, common.epilogue, self.typography, width)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The front page needs an answer."""
        if action == "page":
            return bool(self.attendance.answers)
        return super().check_action(action, parameters)

    async def action_look(self, index: int) -> None:
        """Shows an explanation; the caret goes on to the next."""
        from quizgame.tui.screens.review import Review

        note = self.listed[index]
        explained = note.explained
        if explained is None:
            return
        if note.given is None:
            explained = replace(explained, verdict=phrases.verdict_for_nobody(explained.verdict))
        await self.app.push_screen(Review(None, explained))
        self.step(index)

    async def action_page(self) -> None:
        """Opens the page that the student has printed in this lesson."""
        await self.game.open_front_page()


def _said(note: Note) -> str:
    right = note.explained is not None and note.explained.right
    return "Yes" if right else "Not this time"
