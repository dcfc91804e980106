"""A front page as plain text, to be kept or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.text import STATUSES, UNICODE
from quizgame.wrapping import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.game.front_page import FrontPage, PageLine

_WIDTH = 76


def text(page: FrontPage, owner: str) -> str:
    """The page in one column of 76 cells, ended by what its signs mean."""
    return "\n".join(_lines(page, owner)) + "\n"


def title(owner: str) -> str:
    """What a page is called."""
    return f"{UNICODE.line(owner)}'s front page" if owner else "Front page"


def date_line(page: FrontPage) -> str:
    """The page's day; empty before the first answer."""
    return f"{page.day:%d %B %Y}".lstrip("0") if page.day else ""


def _lines(page: FrontPage, owner: str) -> Iterator[str]:
    yield _centred(title(owner).upper())
    if day := date_line(page):
        yield _centred(day)
    yield UNICODE.rule * _WIDTH
    if page.empty:
        yield "Nothing is printed yet."
    yield from _printed(page.news)
    for heading, lines in (("Opinion", page.opinion), ("Corrections", page.corrections)):
        if lines:
            yield from ("", heading.upper())
            yield from _printed(lines)
    used = {line.status for line in (*page.news, *page.opinion, *page.corrections)}
    if meanings := [f"{UNICODE.sign(status)} {status}" for status in STATUSES if status in used]:
        yield from ("", UNICODE.rule * _WIDTH, "   ".join(meanings))


def _centred(line: str) -> str:
    return " " * ((_WIDTH - width(line)) // 2) + line


def _printed(lines: Sequence[PageLine]) -> Iterator[str]:
    for line in lines:
        sign = UNICODE.sign(line.status) or " "
        shown = UNICODE.line(line.text) + (" (struck out)" if line.struck else "")
        for number, (begin, end) in enumerate(wrap(shown, _WIDTH - 2)):
            yield f"{' ' if number else sign} {shown[begin:end]}".rstrip()
