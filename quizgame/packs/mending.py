"""What can be mended in a pack without deciding anything: ids, marks and spaces, a byte-order mark.

The result is loaded before anything is written, and it is written only if it differs from the pack
as it was in nothing but what was mended.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgame.packs.editing import edited, replace_file
from quizgame.packs.given_ids import missing_ids
from quizgame.packs.load import load
from quizgame.packs.typography import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from quizgame.packs.editing import Edit
    from quizgame.packs.load import Loaded


@dataclass(slots=True)
class Change:
    """One thing that was mended; `at` is its offset in the file's new text."""

    path: Path
    at: int
    what: str


@dataclass(slots=True)
class Mended:
    """A pack with everything mended that can be; nothing is written yet.

    Attributes:
        before: the pack as it is on disk.
        after: the pack with the new texts.
        texts: the new texts of the files that change.
        refused: files that could not be changed without changing more than was meant.
    """

    before: Loaded
    after: Loaded
    texts: dict[Path, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    refused: list[Path] = field(default_factory=list)

    def line(self, change: Change) -> int:
        """The line of a change in the new text of its file, counted from 1."""
        return self.texts[change.path].count("\n", 0, change.at) + 1

    def write(self) -> None:
        """Writes the files, each whole or not at all.

        Raises:
            NotWritten: a file could not be replaced, or was changed meanwhile.
        """
        for part in self.before.parts:
            path = part.source.path
            if path in self.texts:
                replace_file(path, part.source.raw, self.texts[path])


def mend(path: Path) -> Mended:
    """What `check --fix` does to the pack at a path."""
    before = load(path)
    done = Mended(before, before)
    for part in before.parts:
        if part.source.marked:
            done.texts[part.source.path] = part.source.text
            done.changes.append(Change(part.source.path, 0, "byte-order mark removed"))
    # Ids are made of a pack without errors, which inexact quotes are.
    for find in (differences, missing_ids):
        _apply(done, find)
    if _errors(done.after) - _errors(before):
        return Mended(before, before, refused=list(done.texts))
    return done


def _errors(loaded: Loaded) -> Counter[str]:
    return Counter(one.code for one in loaded.diagnostics if one.severity == "error")


def _apply(done: Mended, find: Callable[[Loaded], Iterator[tuple[int, Edit]]]) -> None:
    edits: dict[int, list[Edit]] = defaultdict(list)
    for number, edit in find(done.after):
        edits[number].append(edit)
    for part in done.after.parts:
        source = part.source
        new = edited(source.text, edits[part.number]) if edits[part.number] else None
        if new is not None:
            done.texts[source.path] = new
            _moved(done.changes, source.path, edits[part.number])
        elif edits[part.number]:
            done.refused.append(source.path)
    if done.texts:
        done.after = load(done.before.path, done.texts)


def _moved(changes: list[Change], path: Path, edits: list[Edit]) -> None:
    """Adds the edits to the changes, whose places move with what is put before them."""
    shift = 0
    earlier = [change for change in changes if change.path == path]
    starts = [change.at for change in earlier]
    for edit in sorted(edits, key=lambda one: one.span):
        begin, end = edit.span
        grown = len(edit.new) - (end - begin)
        for change, start in zip(earlier, starts, strict=True):
            change.at += grown if start >= end else 0
        inside = len(edit.new) - len(edit.new.lstrip())
        changes.append(Change(path, begin + shift + inside, edit.what))
        shift += grown
