"""Exercises as HTML, and back.

A stem is `<blockquote>` with `<cite>` and `<time>` for each passage, then the question in `<p>`.
What others have written in HTML is read as text: its tags are dropped, its paragraphs stay.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from quizgame.exchange.exercises import WORDINGS, Evidence
from quizgame.game.asking import WORDING

if TYPE_CHECKING:
    from collections.abc import Iterable

MEANS = "means: "
_BLOCKS = frozenset({"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol"})
_SILENT = frozenset({"script", "style", "head", "title"})
_SPACE = re.compile(r"[ \t\r\n\f]*[\r\n][ \t\r\n\f]*")


class Stem(NamedTuple):
    """What stands above the options."""

    ask: str
    evidence: tuple[Evidence, ...]


def escaped(text: str) -> str:
    """Text as HTML, on one line."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def paragraphs(text: str) -> str:
    """Each line a paragraph."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))


def stem(ask: str, evidence: Iterable[Evidence]) -> str:
    """The passages, each with its source, and the question."""
    return "".join(map(passage, evidence)) + paragraphs(ask)


def passage(shown: Evidence) -> str:
    """A passage with its source."""
    source = f"<cite>{escaped(shown.outlet)}</cite>"
    if shown.dated:
        source += f", <time>{escaped(shown.dated)}</time>"
    if words := WORDING[shown.wording]:
        source += f" <small>{escaped(words)}</small>"
    means = f"<p>{MEANS}{escaped(shown.means)}</p>" if shown.means else ""
    return f"<blockquote><p>{escaped(shown.text)}</p>{means}<footer>{source}</footer></blockquote>"


def read_stem(source: str) -> Stem:
    """The question and its passages; passages that name no source stay in the question."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.stem()


def read_text(source: str) -> str:
    """HTML as text, a paragraph a line."""
    return read_stem(source.replace("<blockquote", "<div").replace("</blockquote", "</div")).ask


class _Reader(HTMLParser):
    """Collects the text of a stem and of each of its passages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [""]
        self._outside: list[str] = []
        self._evidence: list[Evidence] = []
        self._parts: dict[str, str] = {}
        self._part = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag == "br":
            self._lines[-1] += "\n"
        elif tag == "blockquote" and not self._parts:
            self._outside, self._lines, self._parts = self._lines, [""], {"cite": ""}
        elif self._parts and tag in {"cite", "time", "small", "footer"}:
            self._part = tag
        elif tag in _BLOCKS:
            self._lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag == "blockquote" and self._parts:
            self._close_passage()
        elif self._part and tag in {"cite", "time", "small"}:
            self._part = "footer"
        elif tag == "footer":
            self._part = ""
        elif tag in _BLOCKS:
            self._lines.append("")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        text = _SPACE.sub(" ", data)
        if self._part:
            self._parts[self._part] = self._parts.get(self._part, "") + text
        else:
            self._lines[-1] += text

    def _close_passage(self) -> None:
        text, parts = _joined(self._lines), self._parts
        self._lines, self._parts, self._part = self._outside, {}, ""
        if text and parts["cite"].strip():
            self._evidence.append(_evidence(text, parts))
        else:
            # Without a paper it proves nothing: it is a part of the question.
            self._lines += [text, *(part for part in parts.values() if part.strip(" ,")), ""]

    def stem(self) -> Stem:
        """What was read."""
        if self._parts:
            self._close_passage()
        return Stem(_joined(self._lines), tuple(self._evidence))


def _evidence(text: str, parts: dict[str, str]) -> Evidence:
    body, _, means = text.partition(f"\n{MEANS}")
    wording = WORDINGS.get(parts.get("small", "").strip(), "original")
    return Evidence(body, parts["cite"].strip(), parts.get("time", "").strip(), wording, means)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line.strip() for line in lines if line.strip())
