"""Which items make a round: what waits, what is due and what is new, balanced, pairs together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizgame.game import levels
from quizgame.game.agenda import SIZE, Agenda
from quizgame.game.chance import shuffled
from quizgame.game.corrections import missed_last
from quizgame.game.deck import VERDICTS, Candidate, Catalogue, Deck, Pool, Terms
from quizgame.game.history import kind, subject
from quizgame.game.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from quizgame.game.history import Answered
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack, Skill

_EXTRAS_FROM = 10
"""After so many answers a round mixes in kinds that do not ask for a verdict."""

_ONE_IN = 3
"""At most one item in so many is of such a kind."""

_CROWDED, _TOO_EARLY, _WANTED = 0.7, 3.0, -2.0
"""What is added to an item's cost for each other one of its skill, for a skill whose block has not
begun, and for one that is wanted."""

_STRETCHED = 8.0
"""An item of a wanted skill may cost so much more than the cheapest: two levels, or seen twice."""

_DAILY_LEVEL = 4
"""The daily round has two-way items of every level."""

NOTHING = Agenda()


def draw(
    pack: Pack,
    past: Sequence[Answered],
    rng: Random,
    agenda: Agenda = NOTHING,
    *,
    size: int = SIZE,
    sensitive: bool = True,
    catalogue: Catalogue | None = None,
) -> tuple[Item, ...]:
    """Draws a round at the player's level.

    Corrections come first, then what is due, then the block that is new, then anything that the
    player has met; while a block is new, it has at least half of the round. A claim comes at most
    once, half of the verdict items are confirmed (to the nearest item), and contrast pairs stand
    side by side. The same arguments give the same round.

    Args:
        pack: where the items come from.
        past: the player's answers in this pack, the oldest first.
        rng: only its `random()` is used.
        agenda: what should be practised.
        size: how many items, fewer if the pack has no more.
        sensitive: whether items marked as sensitive may come.
        catalogue: that of the pack, if it is at hand.
    """
    terms = Terms(levels.of_player(past), sensitive=sensitive, held_back=agenda.held_back)
    table = _Table(catalogue or Catalogue(pack), past, rng, terms, agenda.later)
    table.lay(wanted(agenda, size), size, extras=size // _ONE_IN)
    return table.round()


def draw_corrections(
    pack: Pack,
    past: Sequence[Answered],
    rng: Random,
    agenda: Agenda,
    *,
    size: int = SIZE,
    sensitive: bool = True,
    catalogue: Catalogue | None = None,
) -> tuple[Item, ...]:
    """Draws a round that can strike out corrections: two fresh claims for each, up to `size`.

    The arguments are those of `draw`. The round is shorter, or empty, where the pack has no more.
    """
    stale = missed_last(past)
    terms = Terms(
        levels.of_player(past),
        sensitive=sensitive,
        held_back=agenda.held_back,
        only=lambda e: e.skill in agenda.corrections and subject(str(e.item)) not in stale,
    )
    size = min(size, 2 * agenda.waiting)
    table = _Table(catalogue or Catalogue(pack), past, rng, terms)
    table.lay(list(agenda.corrections.elements()) * 2, size, extras=size // _ONE_IN)
    return table.round()


def draw_daily(
    pack: Pack,
    rng: Random,
    agenda: Agenda = NOTHING,
    *,
    size: int = SIZE,
    catalogue: Catalogue | None = None,
) -> tuple[Item, ...]:
    """Draws a round that depends on nothing but its arguments: no player, no level.

    Items marked as sensitive never come, so that nobody's settings make a difference.
    """
    terms = Terms(_DAILY_LEVEL, any_level=True, sensitive=False, held_back=agenda.held_back)
    table = _Table(catalogue or Catalogue(pack), (), rng, terms)
    table.lay([], size, extras=size // _ONE_IN, always=True)
    return table.round()


def wanted(agenda: Agenda, size: int) -> list[Skill]:
    """The skills that a round should have, one for each item, as far as there are any."""
    review = size // 2 if agenda.new else size
    skills = list(agenda.corrections.elements())[: max(2, review // 2)]
    skills += [skill for skill in agenda.due if skill not in agenda.later | set(skills)]
    skills = skills[:review]
    new = [agenda.new[n % len(agenda.new)] for n in range(size - len(skills)) if agenda.new]
    return skills + new


class _Table:
    """A round that is being laid out."""

    def __init__(
        self,
        catalogue: Catalogue,
        past: Sequence[Answered],
        rng: Random,
        terms: Terms,
        later: frozenset[Skill] = frozenset(),
    ) -> None:
        """An empty table, and the deck that items are taken from."""
        self._rng = rng
        self._deck = Deck(catalogue, past, rng, terms)
        self._asked = Counter(kind(answer.item) for answer in past)
        self._verdict = "five-way" if terms.level >= levels.FIVE_WAY else "two-way"
        self._later = later
        self._wanted: Counter[Skill | None] = Counter()
        self._taken: Counter[Skill | None] = Counter()
        self._units: list[list[Candidate]] = []

    def round(self) -> tuple[Item, ...]:
        """What was laid, in a random order of its units."""
        return tuple(one.entry.item for unit in shuffled(self._units, self._rng) for one in unit)

    def lay(self, skills: Sequence[Skill], size: int, extras: int, *, always: bool = False) -> None:
        """Lays out `size` items for skills in the order of their importance.

        Args:
            skills: a skill may be wanted several times.
            size: how many items.
            extras: how many of them, at most, are of kinds that ask for no verdict.
            always: whether there are extras for a player without experience too.
        """
        self._wanted = Counter(skills)
        if always or self._asked.total() >= _EXTRAS_FROM:
            for name in self._rarest():
                if self._count() < extras:
                    self._fill([name], self._count() + 1)
        self._lay_verdicts(skills, size - self._count())
        # Questions fill up first: more of the side that is left would make one answer pay.
        self._fill(["choice", self._verdict], size)

    def _rarest(self) -> list[str]:
        """The kinds without a verdict, those first of whose items the fewest were asked."""
        many = {name: self._deck.size(name) for name in KINDS if name not in VERDICTS}
        names = [name for name in shuffled(many, self._rng) if many[name]]
        return sorted(names, key=lambda name: self._asked[name] / many[name])

    def _count(self) -> int:
        return sum(map(len, self._units))

    def _fill(self, kinds: Sequence[str], size: int) -> None:
        for name in kinds:
            while self._count() < size and (one := self._deck.pool(name).best(self._added)):
                self._units.append([self._take(one)])

    def _added(self, skill: Skill | None) -> float:
        """What speaks for or against a skill at this moment."""
        if self._wanted[skill] > 0:
            return _WANTED
        return _CROWDED * self._taken[skill] + _TOO_EARLY * (skill in self._later)

    def _take(self, one: Candidate) -> Candidate:
        self._deck.used |= one.entry.subjects
        self._taken[one.entry.skill] += 1
        self._wanted[one.entry.skill] -= 1
        return one

    def _lay_verdicts(self, skills: Sequence[Skill], size: int) -> None:
        """Half of them confirmed; where the half is odd, the lot decides."""
        quota = {True: (max(0, size) + (self._rng.random() < 0.5)) // 2}
        quota[False] = max(0, size) - quota[True]
        pool = self._deck.pool(self._verdict)
        for skill in skills:
            one = pool.best(_only(skill), _open(quota)) if self._wanted[skill] > 0 else None
            easiest = pool.best(lambda _: 0.0, _open(quota))
            if one and easiest and one.cost <= easiest.cost + _STRETCHED:
                self._unit(pool, one, quota)
        while any(quota.values()) and (one := pool.best(self._added, _open(quota))):
            self._unit(pool, one, quota)

    def _unit(self, pool: Pool, one: Candidate, quota: dict[bool, int]) -> None:
        """Takes an item, and with it one that contrasts with it if there is room."""
        unit = [self._take(one)]
        quota[one.entry.confirmed] -= 1
        for other in pool.partners(one):
            if quota[other.entry.confirmed]:
                unit.append(self._take(other))
                quota[other.entry.confirmed] -= 1
                break
        self._units.append(unit)


def _open(quota: dict[bool, int]) -> Iterator[bool]:
    return (side for side, room in quota.items() if room > 0)


def _only(wanted: Skill) -> Callable[[Skill | None], float | None]:
    return lambda skill: 0.0 if skill == wanted else None
