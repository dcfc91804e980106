"""What the rules know of a player's earlier answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


class Answered(Protocol):
    """An answer that was given, wherever it was kept."""

    @property
    def item(self) -> str:
        """The text form of its item, `pack/claim?kind@quote`."""

    @property
    def chosen(self) -> str:
        """The id of the option that was chosen."""

    @property
    def right(self) -> bool:
        """Whether the choice counted as right at that time."""

    @property
    def status(self) -> str:
        """The key at that time; empty for a multiple-choice question."""

    @property
    def skill(self) -> str:
        """The skill it counted for; empty for none."""

    @property
    def article(self) -> str:
        """The id of the article whose passage was shown; empty for none."""

    @property
    def confidence(self) -> str:
        """`guess`, `fairly`, `sure`, or empty where it was not asked."""

    @property
    def round(self) -> str:
        """The id of its round."""

    @property
    def line(self) -> str:
        """The line that the right answer prints; empty for none."""

    @property
    def options(self) -> int:
        """Among how many a guess would have fallen; 0 where that was not kept."""

    @property
    def at(self) -> datetime:
        """When, with the player's own offset from UTC."""


def subject(item: str) -> str:
    """The `pack/claim` part of an item's text form: what it was about, however it was asked."""
    return item.partition("?")[0]


def kind(item: str) -> str:
    """The kind of question in an item's text form; empty if none is written."""
    return item.partition("?")[2].partition("@")[0]


def times_seen(past: Iterable[Answered]) -> Counter[str]:
    """How often each claim or question was answered."""
    return Counter(subject(answer.item) for answer in past)
