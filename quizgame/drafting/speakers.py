"""Who speaks in an article, and how each is printed in front of a headline."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quizgame.drafting import signs, words
from quizgame.drafting.lists import listed
from quizgame.drafting.parts import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.attributions import Attribution

_TITLES = listed("titles")
_SIDE = re.compile(r"\s*(?:[,(]|\bwho\b|\s[-–—]\s)")
_LINK = re.compile(r"\s(?:of|from|in|at|for|with|on)\s")
_NEITHER = re.compile(r"^neither (.+) nor (.+)$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:the|a|an|but|and|even)\s+", re.IGNORECASE)
_PEOPLE = frozenset(["he", "she", "his", "her", "him"])
_ANYBODY = frozenset(["they", "their", "it", "its", "them"])
_NO_NAMES = (
    words.CONJUNCTIONS | words.PREPOSITIONS | words.DETERMINERS | words.PRONOUNS | words.ADVERBS
)
_NOBODY = listed("pronouns that name nobody")


def speakers(text: str, found: Sequence[Attribution]) -> list[str]:
    """For each statement, how its speaker is printed; empty where none can be told.

    A surname is completed, and “he” or “she” taken for the person who spoke last: a guess.
    """
    known: dict[str, str] = {}
    last_person = last = ""
    named: list[str] = []
    for one in found:
        printed = signs.joined(text, one.meant)
        low = printed.lower().strip()
        if low in _PEOPLE:
            name = last_person
        elif low in _ANYBODY:
            name = last
        elif not low or low in _NOBODY:
            name = ""
        else:
            name = _complete(text, _name(printed), known)
        if name:
            last = name
            if is_person(name) or any(map(_is_title, printed.split())):
                last_person = name
        named.append(name)
    complete = [_complete(text, name, known) for name in named]
    spelled = {name.casefold(): name for name in reversed(complete)}
    return [spelled[name.casefold()] for name in complete]


def ranked(names: Sequence[str]) -> list[str]:
    """Those who are named, each once, the most frequent first."""
    counted = Counter(name for name in names if name and not signs.VAGUE.search(name))
    return [name for name, _ in counted.most_common()]


def _name(printed: str) -> str:
    """The name in a source: without title, trade and asides."""
    parts = [part.strip(" ,()") for part in _SIDE.split(printed)]
    parts = [_untitled(part) for part in parts if part]
    best = next((part for part in parts if is_person(part)), parts[0] if parts else "")
    name = _NEITHER.sub(r"\1 and \2", _LEADING.sub("", best))
    return name[:1].upper() + name[1:]


def _untitled(phrase: str) -> str:
    """“Ada Example” in “the mayor Ada Example of Sampleville”; what has no name stays whole."""
    head = _LINK.split(phrase, maxsplit=1)[0]
    pieces = head.split()
    if {"and", "nor", "or"} & set(pieces):
        return phrase
    begin = len(pieces)
    while begin and pieces[begin - 1][0].isupper() and not _is_title(pieces[begin - 1]):
        begin -= 1
    name = " ".join(pieces[begin:])
    before = pieces[begin - 1] if 0 < begin < len(pieces) else ""
    titled = before and (_is_title(before) or is_role(before.lower()))
    return name if is_person(name) or (titled and name) else phrase


def _is_title(word: str) -> bool:
    return word.lower().strip(".").removesuffix("'s").removesuffix("’s") in _TITLES


def is_person(name: str) -> bool:
    """A guess: two or three capitalised words, none of them small."""
    pieces = name.split()
    return 2 <= len(pieces) <= 4 and all(
        piece[0].isupper() and not piece.isupper() for piece in pieces
    )


def _complete(text: str, name: str, known: dict[str, str]) -> str:
    """The full name of a surname that is printed with a first name elsewhere in the text."""
    surname = name.split()[-1].removesuffix("'s").removesuffix("’s") if name else ""
    if is_person(name):
        known.setdefault(surname, name)
    if " " in name or not name[:1].isupper() or name.isupper():
        return name
    if surname not in known:
        full = re.search(rf"\b([A-Z][a-z’'-]+ (?:[A-Z]\. )?){re.escape(surname)}\b", text)
        first = full.group(1).strip() if full else ""
        named = first and not _is_title(first) and first.split()[0].lower() not in _NO_NAMES
        known[surname] = f"{first} {surname}" if named else surname
    return known[surname]
