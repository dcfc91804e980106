"""Who a cue hands its content to: the noun phrase before or after it, as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.lists import listed
from quizgame.drafting.parts import is_plain_noun, is_verb_or_auxiliary, low
from quizgame.drafting.phrases import phrase_after
from quizgame.drafting.relatives import described_subject
from quizgame.drafting.subjects import main_subject, phrase_begin, subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.cue import Cue
    from quizgame.drafting.parts import Run
    from quizgame.drafting.tokens import Token

STATES = listed("states")
"""Verbs whose passive tells what its subject feels or says: “she is worried that”."""
_SAYING = listed("verbs that may stand before their subject")
_IMPERSONAL = frozenset(["appear", "seem"])
"""What these say of a thing, they say for nobody in particular."""
OWNERS = frozenset(["from", "by", "among"])
"""What stands between a noun and its source: “criticism from”."""
_FURTHEST_OWNER = 4
_FURTHEST_AGENT = 12
_LONGEST_OPENING = 12


def source(
    tokens: Sequence[Token], cue: Cue, earlier: Sequence[tuple[Cue, Run | None]]
) -> Run | None:
    """The source of a cue; `earlier` are the cues before it in the sentence, with theirs."""
    if cue.shape == "noun" or (cue.shape == "phrase" and cue.first == cue.last):
        return _owner(tokens, cue)
    if cue.shape == "phrase":
        # “According to the police, the man …”: the comma ends the source.
        return phrase_after(tokens, cue.last + 1, apposed=cue.first > 1)
    if cue.shape == "adjective" or (cue.shape == "passive" and cue.word in STATES):
        found = subject_before(tokens, cue.first)
        return None if found and low(tokens, found[0]) in ("it", "there") else found
    if cue.shape in ("passive", "reduced"):
        return _agent(tokens, cue)
    if cue.shape == "colon":
        return (0, cue.first - 1)
    if cue.shape == "adverb" or cue.word in _IMPERSONAL:
        return None
    return _own_subject(tokens, cue, earlier) or _shared_subject(tokens, cue, earlier)


def antecedent(tokens: Sequence[Token], source: Run) -> Run:
    """“Brook” for the “who” of “Brook, who said”; else the source itself."""
    first, last = source
    if first != last or low(tokens, first) not in ("who", "which", "that"):
        return source
    before = first - (low(tokens, first - 1) == ",")
    return subject_before(tokens, before) or source


def _own_subject(
    tokens: Sequence[Token], cue: Cue, earlier: Sequence[tuple[Cue, Run | None]]
) -> Run | None:
    if cue.shape == "finite":
        return (
            _inverted(tokens, cue)
            or described_subject(tokens, cue.first)
            or subject_before(tokens, cue.first)
        )
    comma = cue.first - 1
    if (
        cue.shape == "ing"
        and not earlier
        and low(tokens, comma) == ","
        and comma <= _LONGEST_OPENING
    ):
        # “Ms Example, noting the cost, said …”
        found = subject_before(tokens, comma)
        return found if found and found[0] <= 1 else None
    return None


def _shared_subject(
    tokens: Sequence[Token], cue: Cue, earlier: Sequence[tuple[Cue, Run | None]]
) -> Run | None:
    """The source of a cue before it (“said … and added”), or else the subject of the sentence."""
    for one, its in reversed(earlier):
        if its and one.shape not in ("passive", "reduced"):
            return its
    return main_subject(tokens, cue.first)


def _owner(tokens: Sequence[Token], cue: Cue) -> Run | None:
    """“Her” in “her promise to”, “critics” in “criticism from critics”."""
    if low(tokens, cue.last) in OWNERS:
        return phrase_after(tokens, cue.last + 1)
    for place in range(cue.head - 1, max(0, cue.head - _FURTHEST_OWNER), -1):
        form = tokens[place].low
        if form == "'s" or (form == "'" and low(tokens, place - 1).endswith("s")):
            return (phrase_begin(tokens, place), place)
        if form in words.POSSESSIVES:
            return (place, place)
        if form in words.DETERMINERS or form in words.PREPOSITIONS or not tokens[place].is_word:
            return None
    return None


def _agent(tokens: Sequence[Token], cue: Cue) -> Run | None:
    """“The council” in “was accused by the council”."""
    for place in range(cue.last + 1, min(len(tokens), cue.last + _FURTHEST_AGENT)):
        token = tokens[place]
        if token.low == "by" and not token.quoted:
            by_doing = low(tokens, place + 1).endswith("ing")
            return None if by_doing else phrase_after(tokens, place + 1)
        if token.low in (",", ".", ";", "that"):
            return None
    return None


def _inverted(tokens: Sequence[Token], cue: Cue) -> Run | None:
    """The speaker in “…,” said the speaker."""
    place = cue.last + 1
    if cue.word not in _SAYING or place >= len(tokens) or tokens[place].quoted:
        return None
    if any(token.low in words.AUXILIARIES for token in tokens[cue.first : cue.last]):
        return None
    if not _may_follow(tokens, cue.first - 1, tokens[place]):
        return None
    found = phrase_after(tokens, place)
    # “Ms Example, 70, said the plan is …” has its subject before it.
    return None if found and _has_verb_at(tokens, found[1] + 1) else found


def _may_follow(tokens: Sequence[Token], before: int, speaker: Token) -> bool:
    """Whether the speaker may stand behind a verb that stands behind the token `before`."""
    if before < 0:
        return speaker.is_capital
    quoted = tokens[before].quoted
    if not quoted and (tokens[before].is_word or tokens[before].low == ")"):
        return False
    if speaker.low in ("that", "this", "these", "those"):
        return False
    if speaker.low in words.SUBJECTS:
        return quoted
    return speaker.is_capital or speaker.low in words.DETERMINERS or is_plain_noun(speaker)


def _has_verb_at(tokens: Sequence[Token], place: int) -> bool:
    while place < len(tokens) and words.is_adverb(tokens[place].low):
        place += 1
    return place < len(tokens) and is_verb_or_auxiliary(tokens, place)
