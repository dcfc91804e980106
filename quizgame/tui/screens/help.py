"""Help: how the game goes, what the words mean, and which key does what."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from quizgame.game.statuses import WORDS
from quizgame.tui.screens.page import Page
from quizgame.tui.widgets.key_line import key_name
from quizgame.tui.widgets.paper import BLANK, Paper, Para, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_HOW = (
    "A passage lies before you, with its paper and its date, and a sentence drawn from it. The "
    "question is never whether it is true, but who stood behind it on that day, and how. Each "
    "verdict prints a line on your front page; a miss comes back as a correction."
)
_MARKS = "In an explanation the source is underlined, the words that give it away are bold, and "
_MARKS += "small words that lower the claim are italic; the line below names them."


class Help(Page[None]):
    """One page of help; the keys are those of the page it was opened from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Page.SCROLLING,
        Page.BACK,
        Binding(
            "question_mark,f1,enter", "back", "back", id="help.back", show=False, priority=True
        ),
    ]

    def __init__(self, keys: Sequence[Binding]) -> None:
        super().__init__()
        self.keys = keys

    def body(self) -> ComposeResult:
        """The words."""
        yield Paper()

    def on_mount(self) -> None:
        """Draws it."""
        self.head.show("Help")
        keys = [para("Keys here", "bold $accent"), *_keys(self.keys)]
        self.query_one(Paper).show([*self.words(), *keys, *self.more()])

    def words(self) -> list[Para]:
        """How the game goes, and what the words mean."""
        statuses = [self._status(status, *_words(status)) for status in WORDS]
        return [BLANK, para(_HOW), BLANK, *statuses, BLANK, para(_MARKS), BLANK]

    def more(self) -> list[Para]:
        """What else there is."""
        return [
            BLANK,
            para("Ctrl+P opens every command, and light, dark and high-contrast themes."),
            para("Keys can be changed in a file; `quizgame where` names it."),
        ]

    def _status(self, status: str, name: str, means: str) -> Para:
        sign = self.typography.sign(status)
        lead = Content.styled(f"{sign:<4}{name:<11}", "bold")
        return Para(Content(means), lead, Content(" " * lead.cell_length))


def _words(status: str) -> tuple[str, str]:
    words = next(words for name, words in WORDS.items() if name == status)
    return words.name, words.means


def _keys(bindings: Sequence[Binding]) -> list[Para]:
    """A line an action, with every key that does it."""
    actions: dict[str, list[Binding]] = {}
    for binding in bindings:
        actions.setdefault(binding.action, []).append(binding)
    return [_line(same) for same in actions.values()]


def _line(same: Sequence[Binding]) -> Para:
    names = ", ".join(key_name(binding.key) for binding in same)
    lead = Content.styled(f"{names:<20}", "bold $accent")
    return Para(Content(same[0].description), lead, Content(" " * lead.cell_length))
