"""The first wording of a claim: what a statement says, without who says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.drafting import signs, words
from quizgame.drafting.lexicon import verb_forms

if TYPE_CHECKING:
    from quizgame.drafting.attributions import Attribution

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_MARK = re.compile(r"[\"“”„«»]|''")
_LAST = (".", "!", "?", "…")
_FEWEST_WORDS = 4
_FURTHEST_VERB = 10


def claim_text(text: str, one: Attribution) -> str:
    """The content as a sentence, where it can stand alone; else the clause with its speaker."""
    said = _flat(signs.content(text, one))
    if not _stands_alone(said, one):
        said = _flat(_clause(text, one))
    said = _unquoted(said.removeprefix("that ")).strip(" ,;:")
    said = said[:1].upper() + said[1:]
    return said if said.rstrip("\"'”’»").endswith(_LAST) else f"{said}."


def _clause(text: str, one: Attribution) -> str:
    """From the source to the end of what it stands for, if that is one stretch of the sentence."""
    begin, end = one.sentence
    source = signs.source(text, one).lower()
    if one.source and one.content and source not in words.PRONOUNS - words.SUBJECTS | {"who"}:
        first, last = one.source[0][0], one.content[-1][1]
        if begin <= first < one.cue[0][0] < last <= end:
            return text[first:last]
    return text[begin:end]


def _flat(passage: str) -> str:
    return " ".join(passage.split())


def _stands_alone(said: str, one: Attribution) -> bool:
    """Whether the content is a clause: “the canteen closes”, and not “to close it”."""
    found = [match.group().lower().replace("’", "'") for match in _WORD.finditer(said)]
    if one.shape in ("passive", "reduced", "noun", "adjective") or one.group in ("wish", "act"):
        return False
    if len(found) < _FEWEST_WORDS:
        return False
    if found[0] == "that" or one.content[0][0] < one.cue[0][0]:
        return True
    if found[0] in words.PREPOSITIONS:
        return False
    for word in found[1:_FURTHEST_VERB]:
        if word in words.CLAUSE_OPENERS:
            return False
        if _is_verb(word):
            return True
    return False


def _is_verb(word: str) -> bool:
    if word in words.AUXILIARIES or word.endswith(("n't", "'ll", "'re", "'ve")):
        return True
    form = verb_forms().get(word)
    return form is not None and form.part != "ing" and not form.may_be_noun


def _unquoted(said: str) -> str:
    """Without the quotation marks around the whole; those around a part stay."""
    marks = _MARK.findall(said)
    if marks and said.startswith(marks[0]) and len(marks) <= 2:
        ends = len(marks) == 1 or said.rstrip(" ,.").endswith(marks[-1])
        return _MARK.sub("", said) if ends else said
    return said
