"""What status a statement may have, and why: a suggestion, which the author decides.

The order is that of the decision rules: is it known, can it be settled, was it checked or done in
public, does somebody reject it?
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgame.drafting import signs
from quizgame.drafting.denials import Denials, is_denial
from quizgame.drafting.skills import skill
from quizgame.drafting.speakers import is_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.attributions import Attribution
    from quizgame.packs.pack import Role, Skill, Status

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A status that may fit, and what goes with it.

    Attributes:
        because: why, in a sentence or two.
        skill: the skill that the statement may train.
        role: what its passage does to the claim.
        rejected_by: the number of the denial among the article's statements, for a status that
            rests on one.
    """

    status: Status
    because: str
    role: Role = "asserts"
    rejected_by: int | None = None
    skill: Skill = "word"


_DENIAL = Suggestion(
    "denied", "This passage rejects it: denied, if the article carries the claim too.", "rejects"
)
_WITHHELD = Suggestion("alleged", "Not confirmed is not denied: it stays somebody's word.")
_CHECK = Suggestion(
    "confirmed", "A checker is named. Does it take no side, and cover exactly this?", "checks"
)
_ACT = Suggestion("confirmed", "A public act needs no witness. What was said is another claim.")
_ADMISSION = Suggestion("confirmed", "An admission confirms what hurts the speaker; a boast not.")


def suggestions(text: str, found: Sequence[Attribution], names: Sequence[str]) -> list[Suggestion]:
    """One suggestion for each statement of an article; `names` are their speakers."""
    denials = Denials(text, found)
    made: list[Suggestion] = []
    for number, (one, name) in enumerate(zip(found, names, strict=True)):
        suggested = _by_itself(text, one) or _by_denials(text, found, number, denials)
        suggested = suggested or Suggestion("alleged", _whose_word(text, one, name))
        made.append(replace(suggested, skill=skill(text, one, suggested.status)))
    return made


def _by_itself(text: str, one: Attribution) -> Suggestion | None:
    """By the first decision rules, which ask of the statement alone; in their order."""
    if unknown := signs.UNKNOWN.search(signs.said(text, one)):
        return Suggestion("unknown", f"The passage says that it is not known: “{unknown.group()}”.")
    if is_denial(text, one):
        return _DENIAL
    if signs.withholds(text, one):
        return _WITHHELD
    if one.word in signs.PUBLIC_ACTS and not signs.is_clause(text, one):
        # What was done can be settled, whatever it is about.
        return _ACT
    if doubt := _cannot_be_settled(text, one):
        return Suggestion("analysis", doubt)
    return _checked(text, one)


def _by_denials(
    text: str, found: Sequence[Attribution], number: int, denials: Denials
) -> Suggestion | None:
    """By the last rule: does somebody reject it?"""
    denial = denials.rejecting(number)
    if denial is None:
        return None
    sentence = _short(text[slice(*found[denial].sentence)])
    return Suggestion("denied", f"The article denies it: “{sentence}”", rejected_by=denial)


def _cannot_be_settled(text: str, one: Attribution) -> str:
    """Why nothing could settle the statement today; empty if something could."""
    said = signs.core(text, one)
    if signs.asks(said, one):
        return "A question claims nothing that could be settled."
    firm = signs.FIRM.search(said)
    if one.group == "wish" and not firm:
        return "A wish or a plan without an amount, a day or a place: nothing settles it today."
    if one.word in signs.FORESEES and not firm:
        return "It lies in the future: nothing settles it today."
    if (future := signs.FUTURE.search(said)) and not firm:
        return f"It lies in the future (“{future.group()}”): nothing settles it today."
    if judgement := signs.JUDGEMENT.search(said):
        return f"“{judgement.group()}” judges: no camera, document or count settles that."
    return ""


def _checked(text: str, one: Attribution) -> Suggestion | None:
    """What a check or an admission confirms."""
    if one.word in signs.CHECKS and signs.CHECKER.search(signs.source(text, one)):
        return _CHECK
    if one.word in signs.ADMISSIONS and one.source:
        return _ADMISSION
    return None


def _whose_word(text: str, one: Attribution, name: str) -> str:
    source = signs.joined(text, one.meant)
    if not source:
        return f"Nobody is named who stands behind it (“{_short(signs.cue(text, one))}”)."
    if signs.VAGUE.search(source):
        return f"It rests on “{_short(source)}”: who is that?"
    return f"It rests on the word of {name if is_person(name) else _short(source)}."


def _short(words: str) -> str:
    flat = " ".join(words.split()).rstrip(",")
    flat = f"the {flat[4:]}" if flat.startswith("The ") else flat
    if len(flat) <= _LONGEST_SHOWN:
        return flat
    return flat[:_LONGEST_SHOWN].rpartition(" ")[0] + " …"
