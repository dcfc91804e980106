"""The words that attribute, read from the lists beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quizgame.drafting.lists import groups, lines, listed

_VOWELS = "aeiou"
_DOUBLED = listed("verbs that double their last letter")


@dataclass(frozen=True, slots=True)
class Form:
    """What a word form can be: of which verb, of which group, and as which part of it.

    `part` is `base`, `s`, `past`, `participle`, `either` (past or participle), or `ing`.
    """

    verb: str
    group: str
    part: str
    may_be_noun: bool


@cache
def verb_forms() -> dict[str, Form]:
    """The forms of all verbs in `cue_verbs`; the first paragraph that has a form decides."""
    found: dict[str, Form] = {}
    for group, listed_verbs in groups("cue_verbs").items():
        for entry in " ".join(listed_verbs).split():
            verb = entry.rstrip("*")
            for word, part in _inflected(verb):
                found.setdefault(word, Form(verb.partition("/")[0], group, part, verb != entry))
    return found


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Nouns that hold what somebody says or thinks, in both numbers, each with its links."""
    found: dict[str, frozenset[str]] = {}
    for line in lines("cue_nouns"):
        noun, *tied = line.split()
        found[noun] = found[_third(noun)] = frozenset(tied)
    return found


@cache
def links() -> dict[str, frozenset[str]]:
    """The small words that belong to a verb: “called for”."""
    return {verb: frozenset(small) for verb, *small in map(str.split, lines("cue_links"))}


@cache
def adjectives() -> dict[str, frozenset[str]]:
    """Adjectives that tell what somebody feels or knows about a thing, each with its links."""
    return {word: frozenset(tied) for word, *tied in map(str.split, lines("cue_adjectives"))}


def _inflected(entry: str) -> list[tuple[str, str]]:
    base, *irregular = entry.split("/")
    past, participle = irregular if irregular else (_past(base),) * 2
    forms = [(base, "base"), (_third(base), "s"), (_ing(base), "ing")]
    if past == participle:
        return [*forms, (past, "either")]
    return [*forms, (past, "past"), (participle, "participle")]


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def _stem(base: str) -> str:
    return base + base[-1] if base in _DOUBLED else base
