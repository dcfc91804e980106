"""How somebody does on the topics that the packs name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game.history import subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizgame.game.history import Answered
    from quizgame.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic, as the packs' authors call it; empty for answers that have none."""

    name: str
    answers: int
    right: int

    @property
    def share(self) -> float:
        """The share right, from 0 to 1; a topic is never empty."""
        return self.right / self.answers


def of_pack(pack: Pack) -> dict[str, str]:
    """The topic of every claim and question of a pack that has one, by `pack/claim`."""
    claims = {claim.id: claim.topic or "" for claim in pack.claims.values()}
    found = claims | {
        question.id: next((claims[c] for c in question.claims if claims.get(c)), "")
        for question in pack.questions.values()
    }
    return {f"{pack.id}/{ref}": topic for ref, topic in found.items() if topic}


def topics(past: Iterable[Answered], names: Mapping[str, str]) -> list[Topic]:
    """The topics that were met, the most often met first; those without a name come last.

    Args:
        past: the answers.
        names: the topic of each `pack/claim`, as `of_pack` gives it.
    """
    rights: dict[str, list[bool]] = defaultdict(list)
    for answer in past:
        rights[names.get(subject(answer.item), "")].append(answer.right)
    found = [Topic(name, len(given), sum(given)) for name, given in rights.items()]
    return sorted(found, key=lambda topic: (not topic.name, -topic.answers, topic.name))
