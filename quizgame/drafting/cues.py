"""The words of a sentence that hand something over to a source: “said”, “according to”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.noun_cues import phrases, with_links
from quizgame.drafting.parts import low
from quizgame.drafting.quote_cues import before_colons, beside_quotations
from quizgame.drafting.relatives import described_subject
from quizgame.drafting.verb_cues import verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.cue import Cue
    from quizgame.drafting.tokens import Token

_BREAKS = frozenset([",", ";", ":", "—", "–", "--", "-", "(", ")"])


def cues(tokens: Sequence[Token]) -> list[Cue]:
    """The cues of a sentence, in order.

    Words inside quotation marks hand nothing over, and what is itself a part of what another cue
    hands over is left to that one.
    """
    found: list[Cue] = []
    last: Cue | None = None
    everything = [
        *before_colons(tokens),
        *phrases(tokens),
        *verbs(tokens),
        *beside_quotations(tokens),
        *with_links(tokens),
    ]
    for cue in sorted(everything, key=lambda one: one.head):
        if last is not None and cue.head <= last.last:
            continue
        speaker = described_subject(tokens, cue.first) if _is_said(cue) else None
        if speaker:
            # What only describes the speaker hands nothing over.
            found = [one for one in found if one.head < speaker[0]]
            last = found[-1] if found else None
        if last is None or cue.shape == "phrase" or not _is_nested(tokens, last, cue):
            if _closes(tokens, cue):
                found = [one for one in found if _stands_apart(tokens, one, cue)]
            found.append(cue)
        if last is None or not (last.shape == "phrase" and last.first <= _OPENING):
            last = cue
    return found


def _is_said(cue: Cue) -> bool:
    return cue.shape == "finite" and cue.group == "speech"


def _is_nested(tokens: Sequence[Token], outer: Cue, inner: Cue) -> bool:
    """Whether the inner cue is a part of what the outer one hands over: “says that Ohio wants”."""
    before = low(tokens, inner.first - 1)
    if outer.shape == "phrase" and outer.first <= _OPENING:
        return not any(token.quoted for token in tokens[outer.last + 1 : inner.first])
    if before in ("and", "but", "or"):
        return False
    if before in ("who", "which", "that") and low(tokens, outer.last + 1) == "that":
        return True
    return not any(
        token.quoted or token.low in _BREAKS for token in tokens[outer.last + 1 : inner.first]
    )


def _closes(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the cue stands at the end, after what it hands over: “…, the mayor said”."""
    if cue.group != "speech" or cue.shape not in ("finite", "phrase"):
        return False
    rest = tokens[cue.last + 1 :]
    if cue.shape == "phrase":
        return cue.first > 1 and low(tokens, cue.first - 1) == ","
    if sum(token.is_word for token in rest) > _LONGEST_CLOSE or any(one.quoted for one in rest):
        return False
    if any(token.low in words.CLAUSE_OPENERS for token in rest[:1]):
        return False
    start = cue.first - 1
    while start > 0 and tokens[start].is_word and cue.first - start < _LONGEST_CLOSE:
        start -= 1
    return (
        tokens[start].low == "," and not tokens[start].quoted and start > cue.first - _LONGEST_CLOSE
    )


def _stands_apart(tokens: Sequence[Token], cue: Cue, closing: Cue) -> bool:
    """Whether the cue is no part of what the closing one hands over."""
    between = tokens[cue.last + 1 : closing.first]
    return any(token.quoted or token.low in (";", "—", "–", "--") for token in between)


_OPENING = 2
"""A phrase such as “According to” that begins so early speaks for the whole sentence."""
_LONGEST_CLOSE = 7
"""The most words of a speaker, or of “in an interview on Tuesday”, at the end of a sentence."""
