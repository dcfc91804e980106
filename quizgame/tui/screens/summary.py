"""After a round: one true sentence, the page so far, the misses, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from quizgame.game import skills
from quizgame.game.front_page import front_page
from quizgame.game.summary import summarise
from quizgame.play.reviewing import statement
from quizgame.tui import ink
from quizgame.tui.screens.looking_back import LookingBack
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices, Entry
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from quizgame.play.sitting import Sitting
    from quizgame.saves.records import Answer


class Summary(LookingBack):
    """What a round showed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        *LookingBack.LOOKING,
        Binding("n", "again", "new round", id="round.new", priority=True),
        Binding("f", "page", "front page", id="page.front", priority=True),
        Binding("escape", "back", "home", id="page.back", priority=True),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        wanted = (answer for answer in sitting.given if sitting.exam or not answer.right)
        self.listed: list[Answer] = list(wanted)

    def body(self) -> ComposeResult:
        """The sentence, what can be looked at again, the page."""
        yield Paper(id="sentence")
        yield Choices(self.typography.caret, id="misses")
        yield Paper(id="lines")

    def on_mount(self) -> None:
        """Draws it all; nothing changes afterwards."""
        self.head.show(self.typography.line(self.sitting.round.title), self.game.saved_word())
        sentence = self.typography.line(summarise(self.sitting.given))
        lines = [BLANK, para(sentence, "bold"), *self._more()]
        if self.listed:
            exam = "Every answer, with its explanation:"
            misses = "Misses come back as corrections. See one again:"
            listed = exam if self.sitting.exam else misses
            lines += [BLANK, para(listed, "$foreground-muted")]
        self.query_one("#sentence", Paper).show(lines)
        self._offer()
        right = [answer for answer in self.sitting.given if answer.right]
        made = ink.page(front_page(right), self.typography)
        page = [BLANK, para("Printed in this round", "bold $accent"), *made] if made else []
        self.query_one("#lines", Paper).show([*page, BLANK, para(self._advice())])

    def _more(self) -> list[Para]:
        """What there is to say beyond right and wrong."""
        from quizgame.tui import summary_words

        dealer = self.game.desk.dealer if self.game.desk else None
        if dealer is None:
            return summary_words.how_sure(self.sitting)
        compared = summary_words.compared(self.sitting, dealer)
        struck = summary_words.struck(self.sitting, dealer)
        reached = summary_words.course(self.sitting, dealer)
        return [
            *compared,
            *([para(struck)] if struck else []),
            *summary_words.how_sure(self.sitting, alone=not compared),
            *([BLANK, para(reached)] if reached else []),
        ]

    def _offer(self) -> None:
        choices = self.query_one(Choices)
        choices.display = bool(self.listed)
        if self.listed:
            numbered = enumerate(self.listed)
            choices.offer(self._entry(self.key_of(n), one) for n, one in numbered)

    def _entry(self, key: str, answer: Answer) -> Entry:
        asked = statement(self.sitting.pack, answer)
        if self.sitting.exam:
            said = "Yes" if answer.right else "Not this time"
            return Entry(key, said, self.typography.line(asked))
        words = skills.words(answer.skill)
        what = self.typography.line(answer.line or asked)
        return Entry(key, what, words.question if words else "")

    def _advice(self) -> str:
        if not all(answer.right for answer in self.sitting.given):
            fresh = "its fresh sentences can strike the corrections out"
            return f"Next: {self.key('again')} draws a new round; {fresh}."
        return f"Next: {self.key('again')} draws a new round, {self.key('back')} goes home."

    def saving_changed(self) -> None:
        """The answers have reached the disk, or have not."""
        self.head.show(self.typography.line(self.sitting.round.title), self.game.saved_word())

    async def action_look(self, index: int) -> None:
        """Shows the explanation of an answer; the caret goes on to the next."""
        await self.game.review(self.sitting.pack, self.listed[index])
        if self.sitting.exam:
            self.step(index)

    async def action_again(self) -> None:
        """Draws a new round."""
        await self.game.new_round()

    async def action_page(self) -> None:
        """Opens the front page."""
        await self.game.open_front_page()

    async def action_back(self) -> None:
        """Home."""
        await self.game.go_home()
