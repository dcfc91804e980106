"""What pages share that list answers, each of which can be looked at again."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

_KEYS = "123456789"


class LookingBack(Page[None]):
    """A page with one `Choices`, whose entries are `listed`.

    Attributes:
        listed: what can be looked at again, in the order of the entries.
    """

    LOOKING: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"look({n})", f"answer {key}", id=f"miss.{key}", show=False, priority=True)
            for n, key in enumerate(_KEYS)
        ),
        Binding("enter", "take", "see it again", id="summary.take", priority=True),
    ]

    listed: Sequence[object] = ()

    @staticmethod
    def key_of(number: int) -> str:
        """The key of an entry, counted from 0; a space where there are more entries than keys."""
        return _KEYS[number : number + 1] or " "

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is listed can be looked at."""
        if action == "look":
            return isinstance(parameters[0], int) and parameters[0] < len(self.listed)
        return bool(self.listed) if action == "take" else True

    def action_move(self, by: int) -> None:
        """Moves the caret; where nothing is listed, scrolls."""
        if not self.listed:
            super().action_move(by)
            return
        choices = self.query_one(Choices)
        choices.point(choices.index + by)
        self.follow(choices)

    @on(Choices.Clicked)
    def _click(self, clicked: Choices.Clicked) -> None:
        # The app's own task may wait for this page to close; the page's cannot.
        self.app.call_later(self.action_look, clicked.index)

    async def action_take(self) -> None:
        """Looks at what the caret stands on."""
        await self.action_look(self.query_one(Choices).index)

    @abstractmethod
    async def action_look(self, index: int) -> None:
        """Shows what was listed at a place, from 0 on."""

    def step(self, index: int) -> None:
        """The caret goes on to the entry behind the one that was looked at."""
        choices = self.query_one(Choices)
        choices.point(index + 1)
        self.follow(choices)
