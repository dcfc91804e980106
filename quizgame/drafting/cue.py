"""What a cue is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal[
    "finite",
    "ing",
    "infinitive",
    "passive",
    "reduced",
    "noun",
    "adjective",
    "phrase",
    "adverb",
    "colon",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: tokens `first` to `last` (both included), `head` the word that makes it one.

    `word` is its base form, `group` the kind of thing it tells: speech, thought, wish, act.
    """

    first: int
    last: int
    head: int
    word: str
    group: str
    shape: Shape
