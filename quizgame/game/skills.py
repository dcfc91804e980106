"""The twelve skills: a question that a player learns to ask, and the rule that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.packs.pack import Skill


@dataclass(frozen=True, slots=True)
class SkillWords:
    """A skill in words."""

    question: str
    rule: str


SKILLS: dict[Skill, SkillWords] = {
    "record": SkillWords("Was it done in public?", "A public act needs no witness."),
    "word": SkillWords("Whose word is it?", "High office is still a word."),
    "scope": SkillWords("What exactly was checked?", "A check confirms only what it covered."),
    "silence": SkillWords("Denied, or just not confirmed?", '"Has not confirmed" is not a denial.'),
    "headline": SkillWords("Does the body say it too?", "A flat headline confirms nothing."),
    "chain": SkillWords("How many sources is that really?", "Retellings of one report count once."),
    "shrink": SkillWords(
        "Where did the source go?", '"Information from Seoul" can shrink to "reports".'
    ),
    "belief": SkillWords(
        "Do they know, or believe?",
        "A service that believes is a word; an outsider on meaning is analysis.",
    ),
    "hedge": SkillWords(
        "What does the small word do?", "It lowers a claim; it does not decide it."
    ),
    "number": SkillWords("A number of what?", 'Keep "up to" and "about"; ask what was counted.'),
    "date": SkillWords("On which day?", "A later figure can be an update."),
    "quote": SkillWords(
        "Did anybody say exactly that?", "Quotation marks must agree across versions."
    ),
}


def words(skill: str | None) -> SkillWords | None:
    """The words of a skill; None for a claim without one, or a skill from a newer version."""
    return next((w for name, w in SKILLS.items() if name == skill), None)
