"""When a skill is mastered, and which of the conditions hold already."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgame.game.history import kind
from quizgame.game.items import claim_of, is_sensitive
from quizgame.game.kinds import KINDS
from quizgame.game.scenarios.judging import KIND as DECISION
from quizgame.game.skills import SKILLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgame.game.history import Answered
    from quizgame.packs.pack import Pack, Skill

WINDOW, RIGHT = 6, 5
"""So many of a skill's last answers are looked at, and so many of them must be right."""

OTHER_KINDS, ARTICLES, DAYS = 2, 2, 2
"""Of the right ones: not two-way, from different articles, on different days."""

HOLDS, LATELY = 2 / 3, 30
"""Being sure counts while so many of the player's last confident answers, in whatever skill, were
right: whoever is sure of everything says nothing by it."""

Name = Literal["right", "kinds", "articles", "days", "sure"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of mastery.

    Attributes:
        name: `right` (right answers among the last six), and, counted among these right ones,
            `kinds` (not two-way), `articles` and `days` (different ones), `sure` (given as "fairly
            sure" or "sure"; 0 while such words of the player's hold too seldom, see `HOLDS`).
        have: how many there are.
        need: how many there must be. Where the player's pack or settings cannot give what is
            usually needed, it is what they can give, at the least 0: the rest is waived.
    """

    name: Name
    have: int
    need: int
    waived: bool = False

    @property
    def met(self) -> bool:
        """Whether it holds."""
        return self.have >= self.need


@dataclass(frozen=True, slots=True)
class Mastery:
    """How near a skill is to being mastered.

    Attributes:
        answers: how many of its answers are looked at, at most `WINDOW`.
        conditions: all five, always in the order of `Name`.
    """

    skill: Skill
    answers: int
    conditions: tuple[Condition, ...]

    @property
    def mastered(self) -> bool:
        """Whether every condition holds now; a skill can be lost again."""
        return all(condition.met for condition in self.conditions)

    @property
    def missing(self) -> tuple[Condition, ...]:
        """The conditions that do not hold yet."""
        return tuple(condition for condition in self.conditions if not condition.met)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a pack has for one skill: items that are not two-way, and articles it is met in."""

    other_kinds: int = 0
    articles: int = 0


def offers(pack: Pack, *, sensitive: bool = True) -> dict[Skill, Offer]:
    """What a pack has for each skill that it trains; walks through all of its items.

    Args:
        pack: the pack in use.
        sensitive: whether items marked as sensitive may come.
    """
    others: dict[Skill, int] = defaultdict(int)
    articles: dict[Skill, set[str]] = defaultdict(set)
    for name, its_kind in KINDS.items():
        for item in its_kind.items(pack):
            skill = its_kind.skill(pack, item)
            if skill is None or (is_sensitive(pack, item) and not sensitive):
                continue
            others[skill] += name != "two-way"
            if item.ref in pack.claims:
                articles[skill].add(claim_of(pack, item)[1].article)
    return {skill: Offer(others[skill], len(articles[skill])) for skill in others}


def mastery(
    past: Iterable[Answered], offered: Mapping[Skill, Offer], *, asked_how_sure: bool = True
) -> dict[Skill, Mastery]:
    """How near each of the twelve skills is to being mastered, in their fixed order.

    Args:
        past: the player's answers, the oldest first; those of every pack count.
        offered: what the pack in use has, from `offers`. A skill that it does not train is held to
            the usual conditions.
        asked_how_sure: whether the player's settings let them say how sure they are.
    """
    given: dict[str, list[Answered]] = defaultdict(list)
    confident: deque[bool] = deque(maxlen=LATELY)
    for answer in past:
        given[answer.skill].append(answer)
        if _confident(answer):
            confident.append(answer.right)
    holds = sum(confident) >= HOLDS * len(confident)
    full = Offer(OTHER_KINDS, ARTICLES)
    return {
        skill: _mastery(
            skill,
            given[skill][-WINDOW:],
            offered.get(skill, full),
            asked=asked_how_sure,
            holds=holds,
        )
        for skill in SKILLS
    }


def _confident(answer: Answered) -> bool:
    return answer.confidence in {"fairly", "sure"}


def _mastery(
    skill: Skill, last: Sequence[Answered], offer: Offer, *, asked: bool, holds: bool
) -> Mastery:
    right = [answer for answer in last if answer.right]
    certain = sum(map(_confident, right)) if holds else 0
    # Nobody is asked how sure they are of a decision in a scenario.
    sayable = RIGHT - sum(kind(answer.item) == DECISION for answer in right)
    conditions = (
        Condition("right", len(right), RIGHT),
        _limited(
            "kinds", sum(kind(a.item) != "two-way" for a in right), OTHER_KINDS, offer.other_kinds
        ),
        _limited("articles", len({a.article for a in right} - {""}), ARTICLES, offer.articles),
        Condition("days", len({a.at.date() for a in right}), DAYS),
        _limited("sure", certain, RIGHT, sayable if asked else 0),
    )
    return Mastery(skill, len(last), conditions)


def _limited(name: Name, have: int, usual: int, possible: int) -> Condition:
    return Condition(name, have, min(usual, possible), waived=possible < usual)
