"""What a player should practise today: corrections, what is due, what is new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgame.game import scheduling
from quizgame.game.corrections import open_corrections
from quizgame.game.history import subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from quizgame.game.corrections import Correction
    from quizgame.game.curriculum import Curriculum
    from quizgame.game.history import Answered
    from quizgame.packs.pack import Skill

SIZE = 6
"""How many items a round has."""

INTRODUCED = 3
"""After so many answers a skill is no longer new."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a player should practise from one pack.

    Attributes:
        corrections: how many open corrections the pack has other claims for, by skill, the skill
            that has waited longest first.
        due: the skills whose day has come, the most urgent first.
        new: the block of two or three skills that is being introduced; empty if none is left.
        later: the skills whose block has not begun.
        held_back: claims that wait for a test or a course, as `pack/claim`.
    """

    corrections: Counter[Skill] = field(default_factory=Counter)
    due: tuple[Skill, ...] = ()
    new: tuple[Skill, ...] = ()
    later: frozenset[Skill] = frozenset()
    held_back: frozenset[str] = frozenset()

    @property
    def waiting(self) -> int:
        """How many corrections wait."""
        return sum(self.corrections.values())


def agenda(trained: Curriculum, past: Sequence[Answered], today: date) -> Agenda:
    """What a player should practise on their own day `today`.

    Args:
        trained: what the pack in use trains.
        past: all answers of the player, the oldest first, whatever the pack.
        today: the player's own day.
    """
    answers = Counter(answer.skill for answer in past)
    seen = {subject(answer.item) for answer in past}
    unfinished = [block for block in trained.blocks if not _introduced(block, trained, answers)]
    waiting = _strikeable(trained, open_corrections(past))
    ripe = [one.skill for one in scheduling.due(past, today)]
    return Agenda(
        corrections=Counter(waiting),
        due=tuple(skill for name in ripe for skill in trained.claims if skill == name),
        new=unfinished[0] if unfinished else (),
        later=frozenset(
            skill for block in unfinished[1:] for skill in block if answers[skill] < INTRODUCED
        ),
        held_back=trained.held_back - seen,
    )


def _introduced(block: Iterable[Skill], trained: Curriculum, answers: Mapping[str, int]) -> bool:
    """Whether each skill of a block has been met, as far as the pack has claims for it."""
    return all(answers[skill] >= min(INTRODUCED, len(trained.claims[skill])) for skill in block)


def _strikeable(trained: Curriculum, waiting: Iterable[Correction]) -> list[Skill]:
    """The skill of each correction that another claim of the pack could strike out."""
    skills: list[Skill] = []
    for correction in waiting:
        missed = correction.missed
        for skill, claims in trained.claims.items():
            if skill == missed.skill and claims - {subject(missed.item)}:
                skills.append(skill)
    return skills
