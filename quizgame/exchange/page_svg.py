"""A front page as a picture: SVG, set like a newspaper, with nothing in it that runs or loads."""

from __future__ import annotations

import unicodedata
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quizgame.exchange.page_text import date_line, title
from quizgame.text import STATUSES, UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizgame.game.front_page import FrontPage, PageLine

_WIDTH, _MARGIN, _GUTTER = 840, 56, 40
_COLUMN = (_WIDTH - 2 * _MARGIN - _GUTTER) // 2
_PAPER, _INK, _ACCENT, _MUTED = "#f6f2e7", "#1d1b18", "#8a2b1d", "#5c574d"
_SERIF = "Georgia, 'Times New Roman', 'DejaVu Serif', serif"
_MEANINGS = {
    "confirmed": "somebody who takes no side checked it, or it was done in public",
    "alleged": "it rests on somebody's word",
    "denied": "alleged, and a party rejects it in the same article",
    "analysis": "opinion: nothing that could be settled that day",
    "unknown": "the passage itself says that it is not known",
}


class Style(NamedTuple):
    """How a line is set: its size and leading in pixels, its colour, and what else SVG knows."""

    size: int
    leading: int
    fill: str = _INK
    extra: str = ""


_HEADLINE = Style(19, 25, extra='font-weight="bold"')
_LABEL = Style(11, 17, _ACCENT, 'letter-spacing="1.5"')
_STRUCK = Style(17, 23, _MUTED, 'text-decoration="line-through"')
_OPEN = Style(17, 23)
_SMALL = Style(12, 18, _MUTED)


class Placed(NamedTuple):
    """A line of text in a column; `drop` is how far its foot lies below the line before."""

    text: str
    style: Style
    drop: int


def svg(page: FrontPage, owner: str) -> str:
    """The page: masthead, the news in two columns, opinion and corrections below."""
    body: list[str] = []
    foot = _masthead(page, owner, body)
    if page.empty:
        foot = _column([Placed("Nothing is printed yet.", _OPEN, 34)], _MARGIN, foot, body)
    foot = _columns([_item(line) for line in page.news], foot, body)
    for heading, lines in (("Opinion", page.opinion), ("Corrections", page.corrections)):
        if lines:
            foot = _section(heading, foot + 46, body)
            foot = _columns([_item(line) for line in lines], foot, body)
    used = {line.status for line in (*page.news, *page.opinion, *page.corrections)}
    foot = _legend([status for status in STATUSES if status in used], foot + 30, body)
    return _document(title(owner), body, foot + 36)


def _document(name: str, body: Iterable[str], height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" role="img">\n'
        f"<title>{escape(name)}</title>\n"
        f'<rect width="{_WIDTH}" height="{height}" fill="{_PAPER}"/>\n'
        f'<g font-family="{_SERIF}">\n' + "\n".join(body) + "\n</g>\n</svg>\n"
    )


def _masthead(page: FrontPage, owner: str, body: list[str]) -> int:
    name = title(owner).upper()
    size = min(44, int((_WIDTH - 2 * _MARGIN) / max(measure(name, 1), 1)))
    middle = f'text-anchor="middle" font-weight="bold" fill="{_INK}"'
    body.append(f'<text x="{_WIDTH // 2}" y="84" font-size="{size}" {middle}>{escape(name)}</text>')
    body += [_rule(104, 3), _rule(110, 1)]
    line = f'y="131" font-size="14" fill="{_MUTED}"'
    body.append(f'<text x="{_MARGIN}" {line}>{date_line(page)}</text>')
    game = "Confirmed or Alleged?"
    body.append(f'<text x="{_WIDTH - _MARGIN}" {line} text-anchor="end">{game}</text>')
    body.append(_rule(144, 1))
    return 144


def _rule(y: int, thick: int, colour: str = _INK) -> str:
    ends = f'x1="{_MARGIN}" x2="{_WIDTH - _MARGIN}" y1="{y}" y2="{y}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{thick}"/>'


def _section(heading: str, y: int, body: list[str]) -> int:
    body.append(_rule(y - 20, 1, _ACCENT))
    body.append(_text(heading, _MARGIN, y + 4, Style(18, 24, _ACCENT, 'font-style="italic"')))
    return y + 4


def _legend(statuses: Sequence[str], y: int, body: list[str]) -> int:
    if not statuses:
        return y
    body.append(_rule(y, 1, _MUTED))
    placed = [
        Placed(part, _SMALL, _SMALL.leading)
        for status in statuses
        for part in broken(
            f"{status.capitalize()}: {_MEANINGS[status]}.", _SMALL, _WIDTH - 2 * _MARGIN
        )
    ]
    return _column(placed, _MARGIN, y + 4, body)


def _item(line: PageLine) -> list[Placed]:
    """A line of the page: the word for its status, then its text."""
    word = line.status.upper() + (" (STRUCK OUT)" if line.struck else "")
    style = _STRUCK if line.struck else _HEADLINE
    placed = [Placed(word.strip(), _LABEL, 30)] if word.strip() else []
    rows = broken(UNICODE.line(line.text), style, _COLUMN)
    first = style.leading - 2 if placed else 34
    return placed + [
        Placed(row, style, style.leading if n else first) for n, row in enumerate(rows)
    ]


def _columns(items: Sequence[list[Placed]], y: int, body: list[str]) -> int:
    """Items in two columns of about the same height, the first read down before the second."""
    heights = [sum(placed.drop for placed in item) for item in items]
    ends = [sum(heights[:n]) for n in range(len(items) + 1)]
    cut = next((n for n, (_, end) in enumerate(pairwise(ends), 1) if 2 * end >= ends[-1]), 0)
    feet = [
        _column([placed for item in part for placed in item], x, y, body)
        for part, x in ((items[:cut], _MARGIN), (items[cut:], _MARGIN + _COLUMN + _GUTTER))
    ]
    return max(feet)


def _column(lines: Iterable[Placed], x: int, y: int, body: list[str]) -> int:
    for placed in lines:
        y += placed.drop
        body.append(_text(placed.text, x, y, placed.style))
    return y


def _text(words: str, x: int, y: int, style: Style) -> str:
    look = f'font-size="{style.size}" fill="{style.fill}" {style.extra}'.rstrip()
    return f'<text x="{x}" y="{y}" {look}>{escape(words)}</text>'


def broken(words: str, style: Style, room: int) -> Iterator[str]:
    """Text in rows that fit into so many pixels; a word that is too wide is broken."""
    row, used = "", 0.0
    for word in words.split():
        needed = measure(f" {word}" if row else word, style.size)
        if row and used + needed > room:
            yield row
            row, used = "", 0.0
        if row:
            row, used = f"{row} {word}", used + needed
            continue
        for char in word:
            more = measure(char, style.size)
            if row and used + more > room:
                yield row
                row, used = "", 0.0
            row, used = row + char, used + more
    if row:
        yield row


def measure(words: str, size: float) -> float:
    """How wide a text is at the most, in pixels, in a bold serif; fonts differ."""
    return size * sum(map(_em, words))


def _em(char: str) -> float:
    """The width of a character in a wide bold serif (DejaVu's), in parts of its size."""
    if unicodedata.category(char)[0] == "M":
        return 0.0
    if unicodedata.east_asian_width(char) in "WF" or char in "mwMW@%&—…":
        return 1.1
    if char in " iljI.,:;'|!()[]-":
        return 0.46
    if char.isupper():
        return 0.88
    return 0.7
