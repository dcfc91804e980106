"""The small words of English by which a sentence can be taken apart without a grammar."""

from __future__ import annotations

from quizgame.drafting.lists import listed

BE = listed("be")
AUXILIARIES = BE | listed("have") | listed("do") | listed("modals")
SUBJECTS = listed("subjects")
PRONOUNS = SUBJECTS | listed("pronouns")
POSSESSIVES = listed("possessives")
DETERMINERS = POSSESSIVES | listed("determiners")
PREPOSITIONS = listed("prepositions")
CONJUNCTIONS = listed("conjunctions")
CLAUSE_OPENERS = listed("clause openers")
DAYS = listed("days and months")
ADVERBS = listed("adverbs")
SMALL = (
    AUXILIARIES
    | PRONOUNS
    | DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | ADVERBS
    | listed("words that tell little")
)
"""Words that do not tell what a passage is about."""

_NO_ADVERBS = listed("no adverbs")


def is_adverb(low: str) -> bool:
    """Whether the word only colours a verb, such as “repeatedly”."""
    return low in ADVERBS or (low.endswith("ly") and low not in _NO_ADVERBS)
