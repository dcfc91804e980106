"""A front page as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.exchange.page_text import date_line, title
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.game.front_page import FrontPage, PageLine

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&!@]|(?<=www)\.|:(?=//)")


def markdown(page: FrontPage, owner: str) -> str:
    """The page with a list for the news, and one each for opinion and corrections."""
    return "\n".join(_lines(page, owner)) + "\n"


def escape(foreign: str) -> str:
    """Foreign text on one line, without any markup or link of its own."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", UNICODE.line(foreign))


def _lines(page: FrontPage, owner: str) -> Iterator[str]:
    yield f"# {escape(title(owner))}"
    if day := date_line(page):
        yield from ("", f"*{day}*")
    yield ""
    if page.empty:
        yield "Nothing is printed yet."
    yield from _list(page.news)
    for heading, lines in (("Opinion", page.opinion), ("Corrections", page.corrections)):
        if lines:
            yield from ("", f"## {heading}", "")
            yield from _list(lines)


def _list(lines: Sequence[PageLine]) -> Iterator[str]:
    for line in lines:
        # The word in front also keeps a text from beginning a list or a heading of its own.
        word = line.status.capitalize() or "Printed"
        shown = escape(line.text).strip()
        yield f"- **{word}:** {f'~~{shown}~~ (struck out)' if line.struck else shown}"
