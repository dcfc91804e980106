"""Changes to a pack's file that leave everything else in it as its author wrote it.

A change is a replaced stretch of the text; comments, order and layout cannot get lost. Whether the
result means what it should is proved by reading it again.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Any

from quizgame.errors import QuizgameError
from quizgame.packs.nearest import alike
from quizgame.packs.scanner import offset_in_string
from quizgame.packs.toml_text import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.pack import Span


class NotWritten(QuizgameError):
    """A file could not be changed; it is as it was."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file's text and what takes its place.

    Attributes:
        path: which value is set by that, and to what: `value`.
        what: the change in a few words.
    """

    span: Span
    new: str
    path: KeyPath
    value: str
    what: str


def edited(text: str, edits: Sequence[Edit]) -> str | None:
    """The text with the edits; None if that would change anything but the edits' own values."""
    expected = deepcopy(tomllib.loads(text))
    new = text
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        begin, end = edit.span
        new = new[:begin] + edit.new + new[end:]
        _set(expected, edit.path, edit.value)
    try:
        return new if tomllib.loads(new) == expected else None
    except tomllib.TOMLDecodeError:
        return None


def _set(data: Any, path: KeyPath, value: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def rewritten(raw: str, old: str, new: str) -> str:
    """A text's TOML with another value; its marks and layout stay where the new value fits them.

    `raw` is the text as it stands in the file, marks included, and `old` its value.
    """
    same = alike(old, new)
    rest = min(len(old), len(new)) - same
    tail = min(alike(old[::-1], new[::-1]), rest)
    begin, end = offset_in_string(raw, same), offset_in_string(raw, len(old) - tail)
    fitting = raw[:begin] + new[same : len(new) - tail] + raw[end:]
    try:
        if tomllib.loads(f"x = {fitting}") == {"x": new}:
            return fitting
    except tomllib.TOMLDecodeError:
        pass
    return short(new)


def insertion(text: str, table: Span, key: str, value: str) -> tuple[Span, str]:
    """Where a new first line of a table goes, and the line; `table` is its header, or a `{ … }`."""
    begin, end = table
    pair = f"{key} = {short(value)}"
    if text[begin] == "{":
        rest = text[begin + 1 : end - 1]
        after = ("" if rest[0].isspace() else " ") if rest.strip() else " "
        return (begin + 1, begin + 1), f" {pair}{',' if rest.strip() else ''}{after}"
    line = text.rfind("\n", 0, begin) + 1
    indent = text[line:begin]
    stop = text.find("\n", end)
    if stop < 0:
        return (len(text), len(text)), f"\n{indent}{pair}"
    ending = "\r\n" if text[stop - 1] == "\r" else "\n"
    return (stop + 1, stop + 1), f"{indent}{pair}{ending}"


def replace_file(path: Path, old: bytes, new: str) -> None:
    """Puts a new text in place of a file's, whole or not at all.

    Raises:
        NotWritten: the file does not hold `old` any more, or cannot be replaced.
    """
    # A link stays a link: what it leads to is replaced.
    path = path.resolve()
    try:
        if path.read_bytes() != old:
            raise NotWritten(
                "A file was not changed",
                f"{path} was saved by somebody else just now.",
                "Do it again.",
            )
        _replace(path, new.encode())
    except OSError as error:
        raise NotWritten(
            "A file was not changed",
            f"{path}: {error.strerror}.",
            "Check that you may write to it and to its folder, and that the disk has room.",
        ) from error


def _replace(path: Path, new: bytes) -> None:
    fd, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o7777)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
