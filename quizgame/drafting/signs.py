"""Words by which a passage shows what kind of statement it carries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.drafting.lists import any_of, listed

if TYPE_CHECKING:
    from quizgame.drafting.attributions import Attribution, Spans


def _pattern(*headings: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(any_of, headings))})\b", re.IGNORECASE)


UNKNOWN = _pattern("unknown")
FUTURE = _pattern("future")
FIRM = re.compile(rf"\d|\b(?:{any_of('firm')})\b", re.IGNORECASE)
"""An amount or a day: what can be counted or waited for."""
JUDGEMENT = re.compile(
    rf"\b(?:{any_of('judgement')}|"
    r"(?:is|are|was|were|be|been|as|a|an|the|very|too|so|more|most|remains?|seems?|looks?)"
    r"[\s\"“']+(?:\w+\s+){0,2}"
    rf"(?:{any_of('what somebody may judge a thing to be')}))\b",
    re.IGNORECASE,
)
"""“Is a disaster”, “too expensive”, “should”: what no camera, document or count settles."""
_CLAUSE = re.compile(r"(?:that|whether|how|why|what|he|she|they|it|we|i|there)\b", re.IGNORECASE)
CHECKER = _pattern("checkers")
VAGUE = re.compile(
    rf"^(?:(?:{any_of('before vague speakers')}) )*(?:{any_of('vague speakers')})(?: of them)?$",
    re.IGNORECASE,
)
_PUBLICLY = _pattern("said in public")
CHECKS = listed("checks")
PUBLIC_ACTS = listed("public acts")
_ASKS = listed("asking")
_MARKS = tuple("\"“„«'‘")
_QUESTION = re.compile(r"(?:about )?(?:whether|if|how|why|what|when|where|who)\b", re.IGNORECASE)
_ADDS = re.compile(r",\s(?:which|who)\b")
FORESEES = listed("foreseeing")
ADMISSIONS = listed("admissions")
_WITHHOLDS = re.compile(
    r"\b(?:not|n['’]t|neither|nor|never|declin\w+|refus\w+|without)\b", re.IGNORECASE
)
_WITHHELD = listed("what is withheld")
_REFUSES = listed("refusing")
_TO_SPEAK = re.compile(
    r"\bto (?:comment|say|answer|confirm|discuss|respond|speak|disclose)\b", re.IGNORECASE
)


def joined(text: str, spans: Spans) -> str:
    """The words of several spans, in order."""
    return " ".join(text[slice(*span)] for span in spans)


def source(text: str, one: Attribution) -> str:
    """Who stands behind the statement, as printed."""
    return joined(text, one.source)


def cue(text: str, one: Attribution) -> str:
    """The words of the cue."""
    return joined(text, one.cue)


def content(text: str, one: Attribution) -> str:
    """What the statement says."""
    return joined(text, one.content)


def core(text: str, one: Attribution) -> str:
    """What the statement says, up to a “, which” that only adds to it."""
    return _ADDS.split(content(text, one), maxsplit=1)[0]


def is_clause(text: str, one: Attribution) -> bool:
    """Whether the content is a statement of its own, and no thing that was done."""
    before = bool(one.content) and one.content[0][0] < one.cue[0][0] and one.shape == "finite"
    return before or _CLAUSE.match(content(text, one)) is not None


def asks(said: str, one: Attribution) -> bool:
    """Whether a content only asks something."""
    if one.word in _ASKS and _QUESTION.match(said):
        return True
    whole = one.word in _ASKS or said[:1] in _MARKS
    return bool(said) and whole and said.rstrip("\"'”’ ").endswith("?")


def said(text: str, one: Attribution) -> str:
    """The cue and what it hands over, in the order in which they are printed."""
    return joined(text, tuple(sorted((*one.cue, *one.content))))


def is_public(text: str, one: Attribution) -> bool:
    """Whether it was said in public: on a day, to somebody, or in something that is published."""
    if one.group != "speech" or not one.source or one.shape != "finite" or withholds(text, one):
        return False
    return _PUBLICLY.search(text, *one.sentence) is not None


def withholds(text: str, one: Attribution) -> bool:
    """Whether somebody only does not confirm, or does not speak: “declined to comment”."""
    if one.word in _REFUSES:
        return _TO_SPEAK.match(content(text, one)) is not None
    if one.word not in _WITHHELD:
        return False
    return bool(_WITHHOLDS.search(f"{source(text, one)} {cue(text, one)}"))
