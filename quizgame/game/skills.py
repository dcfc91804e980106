"""The twelve skills: a question that a player learns to ask, and the rule that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.packs.pack import Skill


@dataclass(frozen=True, slots=True)
class SkillWords:
    """A skill in words: the question, the rule, and what it is about, for a list of skills."""

    question: str
    rule: str
    topic: str


SKILLS: dict[Skill, SkillWords] = {
    "record": SkillWords("Was it done in public?", "A public act needs no witness.", "public acts"),
    "word": SkillWords("Whose word is it?", "High office is still a word.", "whose word it is"),
    "scope": SkillWords(
        "What exactly was checked?", "A check confirms only what it covered.", "what was checked"
    ),
    "silence": SkillWords(
        "Denied, or just not confirmed?",
        '"Has not confirmed" is not a denial.',
        "silence and denial",
    ),
    "headline": SkillWords(
        "Does the body say it too?", "A flat headline confirms nothing.", "flat headlines"
    ),
    "chain": SkillWords(
        "How many sources is that really?", "Retellings of one report count once.", "retellings"
    ),
    "shrink": SkillWords(
        "Where did the source go?",
        '"Information from Seoul" can shrink to "reports".',
        "lost sources",
    ),
    "belief": SkillWords(
        "Do they know, or believe?",
        "A service that believes is a word; an outsider on meaning is analysis.",
        "knowing and believing",
    ),
    "hedge": SkillWords(
        "What does the small word do?", "It lowers a claim; it does not decide it.", "small words"
    ),
    "number": SkillWords(
        "A number of what?", 'Keep "up to" and "about"; ask what was counted.', "numbers"
    ),
    "date": SkillWords("On which day?", "A later figure can be an update.", "days"),
    "quote": SkillWords(
        "Did anybody say exactly that?",
        "Quotation marks must agree across versions.",
        "exact words",
    ),
}


def words(skill: str | None) -> SkillWords | None:
    """The words of a skill; None for a claim without one, or a skill from a newer version."""
    return next((w for name, w in SKILLS.items() if name == skill), None)
