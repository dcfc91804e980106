"""Ids for what its author gave none, made from its text."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 48
_OTHER = re.compile(r"[^a-z0-9]+")
_GUESSED = 2_000


def slug(text: str, default: str) -> str:
    """The text as an id, or `default` where it has no letter that an id may contain."""
    text = text[: 4 * _LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = _OTHER.sub("-", text.lower()).strip("-")
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    return words or default


def unused(name: str, taken: dict[str, int]) -> str:
    """The name, with a number behind it if it is taken; it is taken from now on.

    `taken` remembers for each name the number to go on with, so that thousands of equal texts cost
    no more than different ones.
    """
    number = taken.setdefault(name, 1)
    if number == 1:
        taken[name] = 2
        return name
    while (new := f"{name}-{number}") in taken:
        number += 1
    taken[name] = number + 1
    taken[new] = 2
    return new


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question with the most similar of the known names, or nothing."""
    # Comparing is slow where there are thousands of names or very long ones.
    candidates = [one for one, _ in zip(known, range(_GUESSED), strict=False)]
    close = get_close_matches(name[:100], candidates, 1, 0.6)
    return f"Did you mean `{close[0]}`?" if close else ""


class Guesser:
    """`did_you_mean` for a whole pack, which gives up guessing where nearly every name is wrong."""

    def __init__(self, limit: int = 200) -> None:
        self._left = limit

    def __call__(self, name: str, known: Iterable[str]) -> str:
        """A question with the most similar of the known names, or nothing."""
        self._left -= 1
        return did_you_mean(name, known) if self._left >= 0 else ""
