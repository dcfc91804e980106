"""The items that could come in a round, sorted by how much speaks against each."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import levels
from quizgame.game.history import kind, subject, times_seen
from quizgame.game.items import claim_of, is_sensitive, question_of, subjects
from quizgame.game.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from random import Random

    from quizgame.game.history import Answered
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack, Skill

VERDICTS = frozenset({"two-way", "five-way"})
"""The kinds that ask how a claim is printed; of these, half are confirmed."""

# What makes an item wait: what a test or a course will ask comes only if little else is left; to
# have been seen weighs more than to be a level too hard; and the lot decides among equals.
_HELD, _SEEN, _ABOVE, _BELOW, _SIDE, _LOT = 9.0, 4.0, 3.0, 0.5, 0.8, 1.0


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, and what is known of it whoever plays.

    Attributes:
        level: how hard it is, 1 to 5; five-way items are as hard as their passages.
        confirmed: whether its key is confirmed.
        subjects: the claims that it uses up in a round.
        contrast: the claim that makes a pair with its own.
    """

    item: Item
    skill: Skill | None
    level: int
    confirmed: bool
    sensitive: bool
    subjects: frozenset[str]
    contrast: str | None


class Catalogue:
    """Everything that can be asked from a pack, kind by kind, each when it is first needed."""

    def __init__(self, pack: Pack) -> None:
        """The catalogue of a pack."""
        self.pack = pack
        self._entries: dict[str, tuple[Entry, ...]] = {}

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The items of a kind; some kinds take 0.1 ms an item to find out whether it fits."""
        if name not in self._entries:
            its_kind = KINDS[name]
            items = its_kind.items(self.pack)
            self._entries[name] = tuple(
                _entry(self.pack, item, its_kind.skill(self.pack, item)) for item in items
            )
        return self._entries[name]


def _entry(pack: Pack, item: Item, skill: Skill | None) -> Entry:
    confirmed, contrast = False, None
    if item.ref in pack.questions:
        level = levels.of_question(question_of(pack, item))
    else:
        claim, quote = claim_of(pack, item)
        level = levels.of_quote(pack, claim, quote)
        confirmed, contrast = quote.status == "confirmed", claim.contrast
    return Entry(
        item, skill, level, confirmed, is_sensitive(pack, item), subjects(pack, item), contrast
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that could come; `hurdle` is the part of its cost that nothing makes up for."""

    entry: Entry
    hurdle: float
    cost: float


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms items come.

    Attributes:
        level: the player's level, 1 to 5.
        any_level: whether easier items are as welcome as those of the level itself.
        sensitive: whether items marked as sensitive may come.
        held_back: claims that wait for a test or a course, as `pack/claim`.
        only: what else an entry must fulfil.
    """

    level: int
    any_level: bool = False
    sensitive: bool = True
    held_back: frozenset[str] = frozenset()
    only: Callable[[Entry], bool] | None = None


class Pool:
    """The candidates of one kind. What was taken from one pool is gone from every pool."""

    def __init__(self, candidates: Iterable[Candidate], used: set[str]) -> None:
        """A pool of candidates in any order; `used` holds the claims that were taken."""
        self._used = used
        self._queues: dict[tuple[bool, Skill | None], list[Candidate]] = defaultdict(list)
        self._by_ref: dict[str, list[Candidate]] = defaultdict(list)
        self._by_contrast: dict[str, list[Candidate]] = defaultdict(list)
        for one in sorted(candidates, key=lambda candidate: -candidate.cost):
            self._queues[one.entry.confirmed, one.entry.skill].append(one)
            self._by_ref[one.entry.item.ref].append(one)
            if one.entry.contrast:
                self._by_contrast[one.entry.contrast].append(one)

    def best(
        self, more: Callable[[Skill | None], float | None], sides: Iterable[bool] = (True, False)
    ) -> Candidate | None:
        """The candidate with the lowest cost; None if none is left.

        Args:
            more: what is added to the cost of a skill's items; None where they may not come.
            sides: whether confirmed ones may come, and whether others may.
        """
        allowed = tuple(sides)
        found: tuple[float, Candidate] | None = None
        for (side, skill), queue in self._queues.items():
            added = more(skill) if side in allowed else None
            while queue and not self.free(queue[-1]):
                queue.pop()
            if added is not None and queue:
                cost = queue[-1].cost + added
                if found is None or cost < found[0]:
                    found = (cost, queue[-1])
        return found[1] if found else None

    def free(self, candidate: Candidate) -> bool:
        """Whether nothing that it is about was taken."""
        return self._used.isdisjoint(candidate.entry.subjects)

    def partners(self, candidate: Candidate) -> Iterator[Candidate]:
        """Free items that contrast with one, whichever of the two claims names the other.

        One that is too hard or known already does not come for the sake of the pair.
        """
        entry = candidate.entry
        named = self._by_ref[entry.contrast] if entry.contrast else []
        naming = self._by_contrast[entry.item.ref]
        for other in sorted([*named, *naming], key=lambda one: one.cost):
            if other.hurdle <= candidate.hurdle and self.free(other):
                yield other


class Deck:
    """The candidates for one round of one player, kind by kind."""

    def __init__(
        self, catalogue: Catalogue, past: Sequence[Answered], rng: Random, terms: Terms
    ) -> None:
        """A full deck; only the generator's `random()` is used."""
        self.used: set[str] = set()
        self._catalogue = catalogue
        self._seen = times_seen(past)
        self._sides = _sides(past)
        self._rng = rng
        self._terms = terms
        self._pools: dict[str, Pool] = {}

    def size(self, name: str) -> int:
        """How many items of a kind the pack has."""
        return len(self._catalogue.entries(name))

    def pool(self, name: str) -> Pool:
        """The candidates of a kind."""
        if name not in self._pools:
            entries = self._catalogue.entries(name)
            found = (self._candidate(entry) for entry in entries)
            self._pools[name] = Pool((one for one in found if one), self.used)
        return self._pools[name]

    def _candidate(self, entry: Entry) -> Candidate | None:
        """The entry with its cost; None if the terms leave it out."""
        lot, terms = self._rng.random(), self._terms
        if entry.sensitive and not terms.sensitive:
            return None
        if terms.only and not terms.only(entry):
            return None
        item = entry.item
        held = any(f"{item.pack}/{name}" in terms.held_back for name in entry.subjects)
        asked = terms.level if item.kind == "choice" else min(terms.level, 4)
        gap = entry.level - asked
        seen = self._seen[subject(str(item))]
        hurdle = _SEEN * seen + _ABOVE * max(gap, 0) + _HELD * held
        cost = hurdle + _LOT * lot + (0 if terms.any_level else _BELOW * max(-gap, 0))
        return Candidate(entry, hurdle, cost + self._of_side(entry))

    def _of_side(self, entry: Entry) -> float:
        """Within a skill too, each side comes as often as the other."""
        if entry.item.kind == "choice":
            return 0.0
        mine, other = ((entry.skill or "", side) for side in (entry.confirmed, not entry.confirmed))
        return _SIDE if self._sides[mine] > self._sides[other] else 0.0


def _sides(past: Iterable[Answered]) -> Counter[tuple[str, bool]]:
    """How often a skill was met in claims that are confirmed, and in others."""
    return Counter(
        (answer.skill, answer.status == "confirmed")
        for answer in past
        if kind(answer.item) in VERDICTS
    )
