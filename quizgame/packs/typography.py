"""Passages that differ from print in marks, spaces and dashes only, and how they are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.packs import articles, quotes
from quizgame.packs.diagnostics import Where
from quizgame.packs.editing import Edit, rewritten
from quizgame.packs.locate import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.load import Loaded
    from quizgame.packs.models import QuoteTable
    from quizgame.packs.parts import Part

    Passage = tuple[KeyPath, str, str | None]
    """Where its text stands, the text, and the article that is named."""

_MARKS, _DASH = "\"“”„‟«»'‘’‚‛‹›", "-‐‑‒–—−"
_MOST = 1_000
"""Passages that are not in their article as they stand; a long article takes a while each time."""
_SIGNS = {"quotation marks": _MARKS, "dashes": _DASH + "…."}
_LOOSE = (
    (re.compile(r"\s+"), r"\s+"),
    (re.compile(f"[{_MARKS}]"), f"[{_MARKS}]"),
    (re.compile(f"[{_DASH}]"), f"[{_DASH}]"),
    (re.compile(r"…|\.\.\."), r"(?:…|\.\.\.)"),
)
_TOKEN = re.compile("|".join(f"({found.pattern})" for found, _ in _LOOSE))


def differences(loaded: Loaded) -> Iterator[tuple[int, Edit]]:
    """For each passage that is printed with other signs: the part it stands in, and its edit."""
    folder = loaded.path if loaded.path.is_dir() else loaded.path.parent
    tables = [table for part in loaded.parts for _, table in part.article]
    texts = {one.id: articles.find(one, folder, Where(0))[0].article.text for one in tables}
    left = _MOST
    for part in loaded.parts:
        wanted: dict[KeyPath, tuple[str, str]] = {}
        for path, text, article in _passages(part):
            printed = as_printed(text, _text(article, texts)) if left > 0 else text
            left -= printed != text
            if printed is not None and printed != text:
                wanted[path] = (text, printed)
        found = places(part, wanted)
        for path, (text, printed) in wanted.items():
            if path in found:
                span = found[path].value
                new = rewritten(part.source.text[slice(*span)], text, printed)
                if "\r\n" in part.source.text:
                    new = re.sub(r"(?<!\r)\n", "\r\n", new)
                what = f"{_changed(text, printed)} as printed"
                yield part.number, Edit(span, new, path, printed, what)


def _text(article: str | None, texts: dict[str, str | None]) -> str:
    if article is None and len(texts) == 1:
        return next(iter(texts.values())) or ""
    return texts.get(article or "") or ""


def _passages(part: Part) -> Iterator[Passage]:
    for index, claim in part.claim:
        yield from _of(claim.quote, ("claim", index, "quote"))
    for index, question in part.question:
        yield from _of(question.quote, ("question", index, "quote"))
    for index, left in part.left_out:
        yield ("left_out", index, "text"), left.text, left.article


def _of(quote: str | tuple[QuoteTable, ...], path: KeyPath) -> Iterator[Passage]:
    if isinstance(quote, str):
        yield path, quote, None
        return
    for number, table in enumerate(quote):
        yield (*path, number, "text"), table.text, table.article


def as_printed(text: str, article: str) -> str | None:
    """The passage as the article prints it; None if it is not there, or not only once."""
    inner = text.strip()
    if not inner or inner in article:
        return text if inner else None
    span = quotes.find(inner, article) or _only(inner, article)
    if span is None:
        return None
    before = len(text) - len(text.lstrip())
    return text[:before] + article[slice(*span)] + text[before + len(inner) :]


def _only(inner: str, article: str) -> tuple[int, int] | None:
    """The one place where the passage stands with other signs."""
    pattern, end = "", 0
    for match in _TOKEN.finditer(inner):
        pattern += re.escape(inner[end : match.start()])
        pattern += _LOOSE[(match.lastindex or 1) - 1][1]
        end = match.end()
    found = re.finditer(pattern + re.escape(inner[end:]), article)
    first, second = next(found, None), next(found, None)
    return first.span() if first and second is None else None


def _changed(text: str, printed: str) -> str:
    """What differs, in words."""
    kinds = [
        name
        for name, signs in _SIGNS.items()
        if [char for char in text if char in signs] != [char for char in printed if char in signs]
    ]
    spaces = re.findall(r"\s+", text) != re.findall(r"\s+", printed)
    *others, last = [*kinds, *(["spaces"] if spaces else [])]
    return f"{', '.join(others)} and {last}" if others else last
