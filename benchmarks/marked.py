"""Articles in which people have marked who says what, in the standoff format of brat.

Beside `NAME.txt` stands `NAME.ann` (or `NAME_….ann`, one for each marker; the first is read): lines
such as `T1<tab>Source 0 9<tab>The mayor` and `E1<tab>Cue:T2 Source:T1 Content:T3`. Offsets count
characters of the raw text. A text that is not there is looked for in `seeds/`, then in the folder
`text` beside the marks'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.measure import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Span = tuple[int, int]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Marked:
    """One statement as its marker saw it: its parts, each with any number of spans."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A marked article."""

    name: str
    text: str
    marked: list[Marked] = field(default_factory=list)


def articles(folder: Path) -> Iterator[Article]:
    """The marked articles of a folder, in the order of their names."""
    seen: set[Path] = set()
    for marks in sorted(folder.glob("*.ann")):
        text = _text(marks)
        if text is not None and text not in seen:
            seen.add(text)
            with text.open(encoding="utf-8", newline="") as file:
                yield Article(text.stem, file.read(), _marks(marks.read_text("utf-8")))


def _text(marks: Path) -> Path | None:
    stems = (marks.stem, marks.stem.rpartition("_")[0])
    folders = (marks.parent, ROOT / "seeds", marks.parent.parent / "text")
    candidates = (folder / f"{stem}.txt" for stem in stems if stem for folder in folders)
    return next((path for path in candidates if path.is_file()), None)


def _marks(lines: str) -> list[Marked]:
    entries = [line.partition("\t")[::2] for line in lines.split("\n") if "\t" in line]
    spans = {name: _spans(rest) for name, rest in entries if name.startswith("T")}
    found: list[Marked] = []
    for _, rest in (entry for entry in entries if entry[0].startswith("E")):
        parts: dict[str, tuple[Span, ...]] = {}
        for role, name in re.findall(r"(?:^|\s)([A-Za-z]+)\d*:(T\d+)", rest):
            parts[role.lower()] = (*parts.get(role.lower(), ()), *spans.get(name, ()))
        found.append(Marked(**{role: parts.get(role, ()) for role in ROLES}))
    return found


def _spans(rest: str) -> tuple[Span, ...]:
    listed = rest.partition("\t")[0].partition(" ")[2]
    return tuple((int(begin), int(end)) for begin, end in map(str.split, listed.split(";")))
