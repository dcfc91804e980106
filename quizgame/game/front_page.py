"""The page that a player's verdicts have made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from quizgame.game.corrections import corrections

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from quizgame.game.history import Answered


class Printed(Protocol):
    """A line that was printed without being right or wrong: a decision in a scenario."""

    @property
    def line(self) -> str:
        """The line."""

    @property
    def at(self) -> datetime:
        """When, with the player's own offset from UTC."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the page; `struck` if it is a correction that has been made good."""

    text: str
    status: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class FrontPage:
    """One day's page; corrections stay on it until they are struck out.

    Attributes:
        day: the player's own local day; None before the first answer.
    """

    day: date | None
    news: tuple[PageLine, ...]
    opinion: tuple[PageLine, ...]
    corrections: tuple[PageLine, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is printed yet."""
        return not (self.news or self.opinion or self.corrections)


def front_page(past: Sequence[Answered], printed: Sequence[Printed] = ()) -> FrontPage:
    """The page of the last day on which the player answered, or printed something else."""
    if not past and not printed:
        return FrontPage(None, (), (), ())
    return _page(max(last[-1].at.date() for last in (past, printed) if last), past, printed)


def _page(day: date, past: Sequence[Answered], printed: Sequence[Printed]) -> FrontPage:
    last = {answer.line: answer for answer in past if answer.line and answer.at.date() == day}
    stories = dict.fromkeys(one.line for one in printed if one.at.date() == day)
    lines = [PageLine(a.line, a.status) for a in last.values() if a.right]
    lines += [PageLine(text, "") for text in stories if text not in last]
    return FrontPage(
        day=day,
        news=tuple(line for line in lines if line.status != "analysis"),
        opinion=tuple(line for line in lines if line.status == "analysis"),
        corrections=_corrections(past, day),
    )


def days(past: Sequence[Answered], printed: Sequence[Printed] = ()) -> list[date]:
    """The player's own days that have a page, the oldest first."""
    return sorted({one.at.date() for group in (past, printed) for one in group})


def page_of(day: date, past: Sequence[Answered], printed: Sequence[Printed] = ()) -> FrontPage:
    """The page as it was at the end of a day."""
    return _page(day, [answer for answer in past if answer.at.date() <= day], printed)


def _corrections(past: Sequence[Answered], day: date) -> tuple[PageLine, ...]:
    lines = {
        c.missed.line: PageLine(c.missed.line, c.missed.status, c.struck is not None)
        for c in corrections(past)
        if c.missed.line and (c.struck is None or c.struck.date() == day)
    }
    return tuple(lines.values())
