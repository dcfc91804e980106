"""Statements that several articles carry, and articles that retell one report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import TYPE_CHECKING

from quizgame.drafting.likeness import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ALIKE = 0.3
_FEWEST_SHARED = 3
_MOST_PLACES = 60
_RETELLS = 0.1
_FEWEST_RETOLD = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A statement: the number of its article, and its number there."""

    article: int
    statement: int


@dataclass(frozen=True, slots=True)
class Version:
    """Two statements of two articles that carry the same thing, and how alike they are, 0 to 1."""

    first: Place
    second: Place
    alike: float


def versions(articles: Sequence[Sequence[str]]) -> list[Version]:
    """The statements, given as passages, that one article tells as another does.

    A statement is paired with at most one of each other article: the most alike.
    """
    words = [[content_words(passage) for passage in passages] for passages in articles]
    weights = _weights([one for listed in words for one in listed])
    found: list[Version] = []
    for first, second in combinations(range(len(articles)), 2):
        alike = sorted(_pairs(words, weights, first, second), key=lambda one: -one.alike)
        taken: set[Place] = set()
        for one in alike:
            if not {one.first, one.second} & taken:
                taken |= {one.first, one.second}
                found.append(one)
    return found


def _weights(passages: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much a word tells: the rarer it is, the more."""
    counted = Counter(word for passage in passages for word in passage)
    return {word: log(1 + len(passages) / count) for word, count in counted.items()}


def _pairs(
    words: Sequence[Sequence[frozenset[str]]], weights: dict[str, float], first: int, second: int
) -> Iterator[Version]:
    for (i, j), count in _shared(words[first], words[second]).items():
        if count < _FEWEST_SHARED:
            continue
        ours, theirs = words[first][i], words[second][j]
        alike = _weight(ours & theirs, weights) / _weight(ours | theirs, weights)
        if alike >= _ALIKE:
            yield Version(Place(first, i), Place(second, j), round(alike, 2))


def _shared(
    ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]
) -> Counter[tuple[int, int]]:
    """How many words two statements share; a word that dozens have tells nothing."""
    places: dict[str, list[int]] = {}
    for j, passage in enumerate(theirs):
        for word in passage:
            places.setdefault(word, []).append(j)
    return Counter(
        (i, j)
        for i, passage in enumerate(ours)
        for word in passage
        if len(places.get(word, ())) <= _MOST_PLACES
        for j in places.get(word, ())
    )


def _weight(words: frozenset[str], weights: dict[str, float]) -> float:
    return sum(map(weights.__getitem__, words))


def retold(articles: Sequence[Sequence[str]], found: Sequence[Version]) -> list[list[int]]:
    """Groups of articles that seem to retell one report, as their numbers."""
    shared = Counter((one.first.article, one.second.article) for one in found)
    groups: list[set[int]] = []
    for (first, second), count in shared.items():
        shorter = min(len(articles[first]), len(articles[second]))
        if count < _FEWEST_RETOLD or count < _RETELLS * shorter:
            continue
        joined = {first, second}.union(*(group for group in groups if group & {first, second}))
        groups = [group for group in groups if not group & joined] + [joined]
    return sorted(sorted(group) for group in groups)
