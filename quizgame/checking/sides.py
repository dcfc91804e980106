"""Keys that can be guessed, because over the whole pack one side wins."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.checking.sets import LEAST, MOST
from quizgame.game.kinds.two_way import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack

_FEWEST_CLAIMS, _FEWEST_OF_SKILL = 10, 4


def of_pack(pack: Pack) -> Iterator[Finding]:
    """Whoever answers "alleged" every time must win nothing."""
    sides = [SIDES[c.status] for c in pack.claims.values() if c.status in SIDES]
    confirmed = sides.count("confirmed")
    if len(sides) >= _FEWEST_CLAIMS and not LEAST <= confirmed / len(sides) <= MOST:
        message = f"{confirmed} of {len(sides)} two-way claims are confirmed"
        yield Finding(message, At("pack", pack.id))


def of_skills(pack: Pack) -> Iterator[Finding]:
    """Who has learned that a rule always comes out alleged has not learned the rule."""
    sides: dict[str, list[str]] = defaultdict(list)
    for claim in pack.claims.values():
        if claim.skill and claim.status in SIDES:
            sides[claim.skill].append(SIDES[claim.status])
    for skill, answers in sides.items():
        if len(answers) >= _FEWEST_OF_SKILL and len(set(answers)) == 1:
            message = f"all {len(answers)} two-way claims of the skill `{skill}` are {answers[0]}"
            yield Finding(message, At("pack", pack.id))
