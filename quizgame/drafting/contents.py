"""What a cue hands over: the words that the source stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.drafting import words
from quizgame.drafting.lists import listed
from quizgame.drafting.parts import low
from quizgame.drafting.phrases import phrase_after
from quizgame.drafting.sources import OWNERS, STATES
from quizgame.drafting.subjects import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.cue import Cue
    from quizgame.drafting.parts import Run
    from quizgame.drafting.tokens import Token

_TRAILING = frozenset(
    [",", ".", ";", ":", "and", "but", "or", "—", "–", "--", "-", "while", "when", "after"]
)
_LEADING = frozenset([",", ":", ";", ".", "—", "–", "--", "-"])
_TO_SOMEBODY = listed("verbs with an addressee")


def contents(tokens: Sequence[Token], found: Sequence[tuple[Cue, Run | None]]) -> list[list[Run]]:
    """For each cue with its source, in order, the runs of tokens that it hands over."""
    frames = [_frame(tokens, cue, source) for cue, source in found]
    given: list[list[Run]] = []
    for index, (cue, source) in enumerate(found):
        first, last = frames[index]
        begin = frames[index - 1][1] + 1 if index else 0
        end = frames[index + 1][0] - 1 if index + 1 < len(frames) else len(tokens) - 1
        before = _stripped(tokens, begin, first - 1)
        after = _stripped(tokens, _past_addressee(tokens, cue, last + 1, end), end)
        inverted = source is not None and source[0] > cue.last
        given.append(_chosen(tokens, cue, before, after, inverted=inverted))
    return given


def _frame(tokens: Sequence[Token], cue: Cue, source: Run | None) -> Run:
    """The cue, with its source, or the “it” of “it is unclear”, where that stands beside it."""
    if source and source[1] < cue.first and cue.first - source[1] <= 4:
        return (source[0], cue.last)
    if source and source[0] > cue.last and source[0] - cue.last <= 2:
        return (cue.first, source[1])
    return (cue.first - (low(tokens, cue.first - 1) in ("it", "there")), cue.last)


def _stripped(tokens: Sequence[Token], first: int, last: int) -> Run | None:
    while first <= last and tokens[first].low in _LEADING and not tokens[first].quoted:
        first += 1
    while first <= last and tokens[last].low in _TRAILING and not tokens[last].quoted:
        last -= 1
    return (
        (first, last)
        if first <= last and any(one.is_word for one in tokens[first : last + 1])
        else None
    )


def _past_addressee(tokens: Sequence[Token], cue: Cue, first: int, end: int) -> int:
    """Goes past “reporters” in “told reporters that”."""
    if cue.shape == "passive" or first > end or tokens[first].quoted:
        return first
    if tokens[first].low == "to":
        phrase = phrase_after(tokens, first + 1)
        opens = phrase and phrase[1] < end and tokens[phrase[1] + 1].low in ("that", ",", ":")
        return phrase[1] + 1 if phrase and opens else first
    if tokens[first].low in words.CLAUSE_OPENERS or tokens[first].low in ("about", "for"):
        return first
    if cue.word not in _TO_SOMEBODY:
        return first
    if tokens[first].low in words.PRONOUNS:
        return first + 1
    phrase = phrase_after(tokens, first)
    return phrase[1] + 1 if phrase and phrase[1] < end else first


def _chosen(
    tokens: Sequence[Token], cue: Cue, before: Run | None, after: Run | None, *, inverted: bool
) -> list[Run]:
    if cue.shape == "adverb":
        return _those(before, after)
    if cue.shape == "passive":
        return _those(_passed(tokens, cue), after)
    if cue.shape == "reduced":
        return _those(subject_before(tokens, cue.first))
    if cue.shape == "noun":
        return _those(_named(tokens, cue, after))
    if cue.shape == "phrase":
        return _those(before if before and _has_words(tokens, before) else after)
    if before and (inverted or _ends_in_speech(tokens, before, cue)):
        # “A,” she said, “B.” hands over both.
        quoted = after is not None and tokens[after[0]].quoted
        return _those(before, after if quoted else None)
    return _those(after)


def _those(*runs: Run | None) -> list[Run]:
    return [run for run in runs if run]


def _passed(tokens: Sequence[Token], cue: Cue) -> Run | None:
    """“The plan” in “the plan is expected to”; “it” in “it is said” says nothing."""
    subject = None if cue.word in STATES else subject_before(tokens, cue.first)
    return None if subject and tokens[subject[0]].low in ("it", "there") else subject


def _named(tokens: Sequence[Token], cue: Cue, after: Run | None) -> Run | None:
    """“The plan” in “opposition to the plan grew”; “claims that …” goes on to its end."""
    link = tokens[cue.last].low
    if after is None or link in OWNERS:
        return None
    opens = tokens[after[0]]
    if link == "to" and not (opens.is_capital or opens.low in words.DETERMINERS):
        return after
    return (phrase_after(tokens, after[0]) or after) if link in words.PREPOSITIONS else after


def _has_words(tokens: Sequence[Token], run: Run) -> bool:
    """Whether more than a “but” stands there."""
    return sum(token.is_word for token in tokens[run[0] : run[1] + 1]) > 1


def _ends_in_speech(tokens: Sequence[Token], before: Run, cue: Cue) -> bool:
    """Whether what stands before the cue is what was said, as in “It failed, she said today”."""
    if cue.group != "speech" or cue.shape != "finite":
        return False
    if tokens[before[1]].quoted:
        return True
    if low(tokens, before[1] + 1) != ",":
        return False
    following = low(tokens, cue.last + 1)
    rest = [token for token in tokens[cue.last + 1 :] if token.is_word]
    return not rest or (
        len(rest) <= before[1] - before[0] + 1
        and following not in words.CLAUSE_OPENERS
        and (
            following in words.PREPOSITIONS
            or following in words.DAYS
            or words.is_adverb(following)
            or tokens[cue.last + 1].is_capital
            or following in (".", ",", "the", "a", "an")
        )
    )
