"""An exercise: an item with its answers and explanation, as other formats can hold it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgame.packs.pack import Wording

WORDINGS: Mapping[str, Wording] = {
    "original": "original",
    "translated": "translated",
    "wording as in the source": "reworded",
    "reworded": "reworded",
}
"""What is called how, in a pack and on a page."""


class Loss(NamedTuple):
    """Something that a format cannot hold: where it stands, and what became of it."""

    place: str
    what: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage and where it comes from.

    Attributes:
        dated: the article's date in words; empty if none is known.
        means: the passage in plain words; empty if none are needed.
    """

    text: str
    outlet: str
    dated: str = ""
    wording: Wording = "original"
    means: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to pick.

    Attributes:
        id: what saves know it by, where that is not its text; else empty.
        feedback: what whoever picks it is told; empty for nothing.
    """

    text: str
    feedback: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One thing to answer.

    Attributes:
        id: an id of the pack's own form, unique among the exercises that are exported together.
        options: in the order in which the game asks them.
        key: which of them is right.
        why: why the answer is right; a paragraph a line, empty for nothing.
        tags: `skill:…`, `topic:…`, `level:…`, `sensitive`, then the author's own.
        ordered: whether the options have an order that is not to be shuffled.
    """

    id: str
    ask: str
    options: tuple[Option, ...]
    evidence: tuple[Evidence, ...] = ()
    why: str = ""
    tags: tuple[str, ...] = ()
    key: int = 0
    ordered: bool = False

    @property
    def right(self) -> Option:
        """The right option."""
        return self.options[self.key]

    @property
    def wrong(self) -> tuple[Option, ...]:
        """The other ones, in order."""
        return (*self.options[: self.key], *self.options[self.key + 1 :])


@dataclass(frozen=True, slots=True)
class Book:
    """Exercises that go out together.

    Attributes:
        note: what players should know before they begin.
    """

    id: str
    title: str
    exercises: tuple[Exercise, ...]
    language: str = "en"
    note: str = ""
