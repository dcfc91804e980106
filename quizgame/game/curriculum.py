"""In which order a pack's skills are met: in blocks of two or three, the easier ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game import levels
from quizgame.game.courses import held_back
from quizgame.game.items import SHOWN, first_quote
from quizgame.game.kinds.two_way import SIDES
from quizgame.game.skills import SKILLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizgame.packs.pack import Claim, Pack, Quote, Skill

_BLOCK = 3


@dataclass(frozen=True, slots=True)
class Curriculum:
    """What a pack can train.

    Attributes:
        blocks: its skills, two or three at a time; one alone where the pack has no other.
        claims: for each skill the claims and questions that train it, as `pack/claim`.
        held_back: claims and questions of tests and courses, which other rounds leave for them as
            long as there is something else.
    """

    blocks: tuple[tuple[Skill, ...], ...]
    claims: Mapping[Skill, frozenset[str]]
    held_back: frozenset[str]


def curriculum(pack: Pack) -> Curriculum:
    """Sorts a pack's skills by how hard their claims are.

    Of skills that are equally hard those come first that have most claims on their rarer side:
    where one answer always wins, there is little to tell apart.
    """
    claims: dict[Skill, set[str]] = {}
    hard: dict[Skill, list[int]] = {}
    confirmed: Counter[Skill] = Counter()
    for claim, quote in _shown(pack):
        if claim.skill:
            claims.setdefault(claim.skill, set()).add(f"{pack.id}/{claim.id}")
            if quote.status in SIDES:
                hard.setdefault(claim.skill, []).append(levels.of_quote(pack, claim, quote))
                confirmed[claim.skill] += quote.status == "confirmed"
    for question in pack.questions.values():
        if question.skill:
            claims.setdefault(question.skill, set()).add(f"{pack.id}/{question.id}")

    def order(skill: Skill) -> tuple[int, int]:
        mine = sorted(hard.get(skill, [levels.HIGHEST]))
        return mine[(len(mine) - 1) // 2], -min(confirmed[skill], len(mine) - confirmed[skill])

    return Curriculum(
        blocks=tuple(_blocks(sorted((s for s in SKILLS if s in claims), key=order))),
        claims={skill: frozenset(names) for skill, names in claims.items()},
        held_back=held_back(pack),
    )


def _shown(pack: Pack) -> Iterator[tuple[Claim, Quote]]:
    """Every claim with the first quote that can be shown."""
    for claim in pack.claims.values():
        quote = first_quote(claim)
        if quote.role in SHOWN:
            yield claim, quote


def _blocks(skills: Sequence[Skill]) -> Iterator[tuple[Skill, ...]]:
    """Blocks of three; the last two of four, or of two, where one skill would be left alone."""
    begin = 0
    while begin < len(skills):
        left = len(skills) - begin
        size = 2 if left in {2, 4} else _BLOCK
        yield tuple(skills[begin : begin + size])
        begin += size
