"""Where in a TOML text its keys and values stand.

The text has been parsed before, so it is known to be valid: the scanner only finds the ends of
things. It keeps the places that are asked for and skips all else.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.pack import Span

_SPACE = re.compile(r"[ \t]*+")
_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\]++|\\.)*+"|'[^']*+'""")
_STRING = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]++|\\[\s\S]))*+"{3,5}'
    r"|'''(?:'{0,2}[^']++)*+'{3,5}"
    r'|"(?:[^"\\]++|\\.)*+"'
    r"|'[^']*+'"
)
# A date and a time may be parted by a space.
_SCALAR = re.compile(r"[0-9-]{10} [0-9][^\s,\]}#]*+|[^\s,\]}#]++")


class Place(NamedTuple):
    """Where a value stands, and its key if it has one. A table's value is its header."""

    value: Span
    key: Span


class Scanner:
    """Finds the places of the `wanted` paths, and of everything on the way to them.

    `places` fills up while `run` goes on: what was found holds even if it was interrupted.
    """

    def __init__(self, text: str, wanted: Collection[KeyPath]) -> None:
        self.places: dict[KeyPath, Place] = {}
        self._text = text
        self._wanted = {path[:end] for path in wanted for end in range(len(path) + 1)}
        self._lengths: dict[KeyPath, int] = {}

    def run(self) -> None:
        """Scans the whole text.

        Raises:
            RecursionError: brackets are nested more deeply than this finds its way through.
        """
        table: KeyPath = ()
        at = self._skip(_BLANK, 0)
        while at < len(self._text):
            if self._text[at] == "[":
                table, at = self._header(at)
            else:
                at = self._pair(at, table)
            at = self._skip(_BLANK, at)

    def _skip(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self._text, at)
        return match.end() if match else at

    def _found(self, path: KeyPath, value: Span, key: Span) -> None:
        if path in self._wanted:
            self.places.setdefault(path, Place(value, key))

    def _keys(self, at: int) -> tuple[list[tuple[str, Span]], int]:
        """The parts of a dotted key, and where it ends."""
        parts: list[tuple[str, Span]] = []
        while True:
            begin = self._skip(_SPACE, at)
            end = self._skip(_KEY_PART, begin)
            parts.append((_key_text(self._text[begin:end]), (begin, end)))
            at = self._skip(_SPACE, end)
            if self._text[at] != ".":
                return parts, at
            at += 1

    def _header(self, at: int) -> tuple[KeyPath, int]:
        array = self._text.startswith("[[", at)
        keys, end = self._keys(at + 1 + array)
        end += 1 + array
        path: KeyPath = ()
        for name, span in keys[:-1]:
            path = (*path, name)
            self._found(path, (at, end), span)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        name, span = keys[-1]
        path = (*path, name)
        self._found(path, (at, end), span)
        if array:
            index = self._lengths[path] = self._lengths.get(path, 0) + 1
            path = (*path, index - 1)
            self._found(path, (at, end), span)
        return path, end

    def _pair(self, at: int, table: KeyPath | None) -> int:
        """`key = value`; returns where it ends."""
        keys, at = self._keys(at)
        at = self._skip(_SPACE, at + 1)
        if table is None or table not in self._wanted:
            return self._value(at, None, (0, 0))
        path = table
        for name, span in keys[:-1]:
            path = (*path, name)
            self._found(path, span, span)
        name, span = keys[-1]
        return self._value(at, (*path, name), span)

    def _value(self, at: int, path: KeyPath | None, key: Span) -> int:
        """Scans a value; `path` is None where nothing in it is wanted. Returns where it ends."""
        if path is not None and path not in self._wanted:
            path = None
        first = self._text[at]
        if first == "[":
            end = self._array(at + 1, path)
        elif first == "{":
            end = self._inline_table(at + 1, path)
        else:
            end = self._skip(_STRING if first in "\"'" else _SCALAR, at)
        if path is not None:
            self._found(path, (at, end), key)
        return end

    def _array(self, at: int, path: KeyPath | None) -> int:
        index = 0
        while True:
            at = self._skip(_BLANK, at)
            if self._text[at] == "]":
                return at + 1
            if self._text[at] == ",":
                at += 1
                continue
            item = None if path is None else (*path, index)
            end = self._value(at, item, (at, at))
            at, index = end, index + 1

    def _inline_table(self, at: int, path: KeyPath | None) -> int:
        while True:
            at = self._skip(_BLANK, at)
            if self._text[at] == "}":
                return at + 1
            at = at + 1 if self._text[at] == "," else self._pair(at, path)


def _key_text(raw: str) -> str:
    if raw[0] not in "\"'":
        return raw
    return str(tomllib.loads(f"key = {raw}")["key"])


_TOKEN = re.compile(r"\\u.{4}|\\U.{8}|\\[ \t]*\r?\n[ \t\r\n]*|\\.|\r\n|.", re.DOTALL)


def offset_in_string(raw: str, index: int) -> int:
    """Where character `index` of a string's value stands in `raw`, the string as written."""
    quotes = 3 if raw[:3] in ('"""', "'''") else 1
    at = quotes
    if quotes == 3:
        at += raw.startswith("\n", at) or 2 * raw.startswith("\r\n", at)
    literal = raw[0] == "'"
    if literal and "\r" not in raw:
        return min(at + index, len(raw) - quotes)
    seen = 0
    while at < len(raw) - quotes:
        end = _token_end(raw, at, literal=literal)
        empty = not literal and raw[at] == "\\" and raw[at + 1 : end].isspace()
        seen += 0 if empty else 1
        if seen > index:
            break
        at = end
    return at


def _token_end(raw: str, at: int, *, literal: bool) -> int:
    if literal:
        return at + (2 if raw.startswith("\r\n", at) else 1)
    match = _TOKEN.match(raw, at)
    return match.end() if match else at + 1
