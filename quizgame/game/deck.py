"""The items that could come in a round, sorted by how much speaks against each."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import levels
from quizgame.game.grading import skill_of
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
class Candidate:
    """An item that could come; `hurdle` is the part of its cost that nothing makes up for."""

    item: Item
    skill: Skill | None
    confirmed: bool
    hurdle: float
    cost: float
    subjects: frozenset[str]
    contrast: str | None


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms items come.

    Attributes:
        level: the player's level, 1 to 5.
        any_level: whether easier items are as welcome as those of the level itself.
        sensitive: whether items marked as sensitive may come.
        held_back: claims that wait for a test or a course, as `pack/claim`.
        only: what else an item must fulfil.
    """

    level: int
    any_level: bool = False
    sensitive: bool = True
    held_back: frozenset[str] = frozenset()
    only: Callable[[Item, Skill | None], bool] | None = None


class Pool:
    """The candidates of one kind. What was taken from one pool is gone from every pool."""

    def __init__(self, candidates: Iterable[Candidate], used: set[str]) -> None:
        """A pool of candidates in any order; `used` holds the claims that were taken."""
        self._used = used
        self._queues: dict[tuple[bool, Skill | None], list[Candidate]] = defaultdict(list)
        self._by_ref: dict[str, list[Candidate]] = defaultdict(list)
        self._by_contrast: dict[str, list[Candidate]] = defaultdict(list)
        for one in sorted(candidates, key=lambda candidate: -candidate.cost):
            self._queues[one.confirmed, one.skill].append(one)
            self._by_ref[one.item.ref].append(one)
            if one.contrast:
                self._by_contrast[one.contrast].append(one)

    def __bool__(self) -> bool:
        """Whether it ever had candidates."""
        return bool(self._queues)

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
        return self._used.isdisjoint(candidate.subjects)

    def partners(self, candidate: Candidate) -> Iterator[Candidate]:
        """Free items that contrast with one, whichever of the two claims names the other.

        One that is too hard or known already does not come for the sake of the pair.
        """
        named = self._by_ref[candidate.contrast] if candidate.contrast else []
        naming = self._by_contrast[candidate.item.ref]
        for other in sorted([*named, *naming], key=lambda one: one.cost):
            if other.hurdle <= candidate.hurdle and self.free(other):
                yield other


def pools(
    pack: Pack, past: Sequence[Answered], rng: Random, terms: Terms, used: set[str]
) -> dict[str, Pool]:
    """A pool of candidates for every kind; only the generator's `random()` is used."""
    seen = times_seen(past)
    sides = _sides(past)
    return {
        name: Pool(_candidates(pack, its_kind.items(pack), seen, sides, rng, terms), used)
        for name, its_kind in KINDS.items()
    }


def _candidates(
    pack: Pack,
    items: Iterable[Item],
    seen: Counter[str],
    sides: Counter[tuple[str, bool]],
    rng: Random,
    terms: Terms,
) -> Iterator[Candidate]:
    for item in items:
        lot = rng.random()
        skill = skill_of(pack, item)
        if is_sensitive(pack, item) and not terms.sensitive:
            continue
        if terms.only and not terms.only(item, skill):
            continue
        used = subjects(pack, item)
        held = any(f"{pack.id}/{name}" in terms.held_back for name in used)
        gap = _gap(pack, item, terms.level)
        hurdle = _SEEN * seen[subject(str(item))] + _ABOVE * max(gap, 0) + _HELD * held
        cost = hurdle + _LOT * lot + (0 if terms.any_level else _BELOW * max(-gap, 0))
        confirmed, contrast = False, None
        if item.ref in pack.claims:
            claim, quote = claim_of(pack, item)
            confirmed, contrast = quote.status == "confirmed", claim.contrast
            # Within a skill too, each side comes as often as the other.
            rarer = sides[skill or "", confirmed] <= sides[skill or "", not confirmed]
            cost += 0 if rarer else _SIDE
        yield Candidate(item, skill, confirmed, hurdle, cost, used, contrast)


def _sides(past: Iterable[Answered]) -> Counter[tuple[str, bool]]:
    """How often a skill was met in claims that are confirmed, and in others."""
    return Counter(
        (answer.skill, answer.status == "confirmed")
        for answer in past
        if kind(answer.item) in VERDICTS
    )


def _gap(pack: Pack, item: Item, level: int) -> int:
    """How far an item lies above a level; five-way items are as hard as their passages."""
    if item.ref in pack.questions:
        return levels.of_question(question_of(pack, item)) - level
    return levels.of_quote(pack, *claim_of(pack, item)) - min(level, 4)
