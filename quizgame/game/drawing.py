"""Which items make a round: fresh ones first, at the player's level, balanced, pairs together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import levels
from quizgame.game.chance import shuffled
from quizgame.game.corrections import open_corrections
from quizgame.game.grading import skill_of
from quizgame.game.history import subject, times_seen
from quizgame.game.items import claim_of, is_sensitive, question_of, subjects
from quizgame.game.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from quizgame.game.history import Answered
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack

SIZE = 6
"""How many items a round has."""

_EXTRAS_FROM = 10
"""After so many answers a round mixes in the kinds that do not ask for a verdict."""

# What makes an item wait, in units of one open level: having been seen weighs most, a rule that
# waits to be corrected comes forward, and the lot decides among equals.
_SEEN, _ABOVE, _BELOW, _CORRECTS, _LOT = 4.0, 3.0, 0.5, -2.0, 1.0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An item that could come; `hurdle` is the part of its cost that nothing makes up for."""

    item: Item
    confirmed: bool
    hurdle: float
    cost: float
    subjects: frozenset[str]
    contrast: str | None


def draw(
    pack: Pack,
    past: Sequence[Answered],
    rng: Random,
    *,
    size: int = SIZE,
    sensitive: bool = True,
) -> tuple[Item, ...]:
    """Draws a round.

    A claim comes at most once, half of the verdict items are confirmed (to the nearest item), and
    contrast pairs stand side by side. The same arguments give the same round.

    Args:
        pack: where the items come from.
        past: the player's answers, the oldest first.
        rng: only its `random()` is used.
        size: how many items, fewer if the pack has no more.
        sensitive: whether items marked as sensitive may come.
    """
    level = levels.of_player(past)
    verdicts = "five-way" if level >= levels.FIVE_WAY else "two-way"
    pools = _pools(pack, past, rng, level, sensitive=sensitive)
    extras = [kind for kind in KINDS if kind not in {"two-way", "five-way"} and pools[kind]]
    if len(past) < _EXTRAS_FROM:
        extras = []
    used: set[str] = set()
    units = [[c] for kind in extras[:size] for c in _take(pools[kind], 1, used)]
    units += _verdict_units(pools[verdicts], size - len(units), used, rng)
    # Questions fill up first: more of the side that is left would make one answer pay.
    for kind in ("choice", verdicts):
        missing = size - sum(map(len, units))
        units += [[c] for c in _take(pools[kind], missing, used)]
    return tuple(c.item for unit in shuffled(units, rng) for c in unit)


def _pools(
    pack: Pack, past: Sequence[Answered], rng: Random, level: int, *, sensitive: bool
) -> dict[str, list[_Candidate]]:
    """The candidates of every kind, the one that should come first at the front."""
    seen = times_seen(past)
    due = {correction.missed.skill for correction in open_corrections(past)}
    pools: dict[str, list[_Candidate]] = {}
    for name, kind in KINDS.items():
        pool = []
        for item in kind.items(pack):
            gap = _gap(pack, item, level)
            lot = rng.random()
            if is_sensitive(pack, item) and not sensitive:
                continue
            hurdle = _SEEN * seen[subject(str(item))] + _ABOVE * max(gap, 0)
            cost = hurdle - _BELOW * min(gap, 0) + _LOT * lot
            cost += _CORRECTS if skill_of(pack, item) in due else 0
            pool.append(_candidate(pack, item, hurdle, cost))
        pools[name] = sorted(pool, key=lambda candidate: candidate.cost)
    return pools


def _gap(pack: Pack, item: Item, level: int) -> int:
    """How far an item lies above a player's level."""
    if item.kind == "choice":
        return levels.of_question(question_of(pack, item)) - level
    return levels.of_quote(pack, *claim_of(pack, item)) - min(level, 4)


def _candidate(pack: Pack, item: Item, hurdle: float, cost: float) -> _Candidate:
    if item.kind == "choice":
        return _Candidate(item, False, hurdle, cost, subjects(pack, item), None)
    claim, quote = claim_of(pack, item)
    confirmed = quote.status == "confirmed"
    return _Candidate(item, confirmed, hurdle, cost, subjects(pack, item), claim.contrast)


def _verdict_units(
    pool: list[_Candidate], size: int, used: set[str], rng: Random
) -> list[list[_Candidate]]:
    """Items and contrast pairs, half of them confirmed; where the half is odd, the lot decides."""
    quota = {True: (size + (rng.random() < 0.5)) // 2}
    quota[False] = size - quota[True]
    units: list[list[_Candidate]] = []
    for candidate in pool:
        if not any(quota.values()):
            break
        unit: list[_Candidate] = []
        if quota[candidate.confirmed] and used.isdisjoint(candidate.subjects):
            for member in (candidate, *_partners(candidate, pool)):
                if quota[member.confirmed] and used.isdisjoint(member.subjects):
                    quota[member.confirmed] -= 1
                    used |= member.subjects
                    unit.append(member)
                if len(unit) == 2:
                    break
            units.append(unit)
    return units


def _partners(candidate: _Candidate, pool: list[_Candidate]) -> Iterator[_Candidate]:
    """The items that contrast with one, whichever of the two claims names the other.

    One that is too hard or known already does not come for the sake of the pair.
    """
    ref = candidate.item.ref
    for other in pool:
        if other.hurdle <= candidate.hurdle and (
            ref == other.contrast or other.item.ref == candidate.contrast
        ):
            yield other


def _take(pool: list[_Candidate], size: int, used: set[str]) -> list[_Candidate]:
    taken: list[_Candidate] = []
    for candidate in pool:
        if len(taken) >= size:
            break
        if used.isdisjoint(candidate.subjects):
            used |= candidate.subjects
            taken.append(candidate)
    return taken
