"""Where the sentences of a news text begin and end.

News text is not prose alone: headlines and captions end without a stop, abbreviations and initials
end in one, and a quotation may hold a question mark in the middle of its sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.drafting.lists import listed
from quizgame.drafting.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

CLOSING = "\"'”’»)]}*"
OPENING = "\"'“‘«([{*"

_LONGEST = 2_000
"""More characters than the longest sentence has; what takes longer is no prose."""

_END = re.compile(rf"(?:[.!?]+|…)[{re.escape(CLOSING)}]*(?=\s)")
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[\w.’'&-]*\w)?$")
_STARTS = re.compile(rf"[{re.escape(OPENING)}—–-]*\s?[^\W_a-z]|\.\.\.|…")
_SPEAKER_FOLLOWS = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|the|a|an|his|her|one|another) ){1,4}"
    r"(?:said|says|asked|asks|wrote|writes|added|adds|told|replied|tweeted|exclaimed|shouted|"
    r"chanted|continued|responded|wondered|quipped|declared|demanded|answered|yelled|joked)\b"
)

TITLES = listed("titles before a name")
"""What a name follows: the stop after it ends no sentence."""
_ABBREVIATIONS = listed("abbreviations")
_BEFORE_CAPITAL = listed("abbreviations that may end a sentence")
"""Abbreviations after which a capital may begin a new sentence or go on with the name."""
_SENTENCE_OPENERS = listed("first words of a sentence")


def sentences(text: str) -> list[Span]:
    """The sentences, in order, without the white space around them.

    The end of a paragraph always ends one, as it does in headlines, captions and bylines.
    """
    return [span for whole in paragraphs(text) for span in in_paragraph(text, whole)]


def in_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph."""
    begin, end = paragraph
    start = begin
    for mark in _END.finditer(text, begin, end):
        if _is_end(text, mark, end):
            yield from _pieces(text, start, mark.end())
            start = mark.end()
    yield from _pieces(text, start, end)


def _pieces(text: str, begin: int, end: int) -> Iterator[Span]:
    """The sentence; one that is longer than any sentence is cut where there is a space."""
    while end - begin > _LONGEST:
        cut = text.rfind(" ", begin, begin + _LONGEST) + 1 or begin + _LONGEST
        yield from _trimmed(text, begin, cut)
        begin = cut
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, begin: int, end: int) -> Iterator[Span]:
    piece = text[begin:end].strip("\r\n\ufeff\u200b \t\v\f\x1c\x1d\x1e\x85\u00a0")
    if any(char.isalnum() for char in piece):
        first = text.index(piece, begin, end)
        yield (first, first + len(piece))


def _is_end(text: str, mark: re.Match[str], end: int) -> bool:
    following = text[mark.end() : min(end, mark.end() + 80)].lstrip()
    if not following:
        return True
    if not _STARTS.match(following):
        return False
    sign = mark.group()
    closed = sign[-1] in CLOSING
    if "." not in sign or ".." in sign:
        # “Why now?” Ms Example asked: the question is a part of her sentence.
        return not (closed and _SPEAKER_FOLLOWS.match(following))
    return closed or len(sign) > 1 or not _abbreviates(text, mark.start(), following)


def _abbreviates(text: str, stop: int, following: str) -> bool:
    found = _WORD_BEFORE.search(text, max(0, stop - 40), stop)
    if not found:
        return False
    word = found.group()
    low = word.lower()
    following_word = re.match(r"[\w’']+", following.lstrip(OPENING))
    after = following_word.group() if following_word else ""
    if low in TITLES or low in _ABBREVIATIONS:
        return low != "no" or after[:1].isdigit()
    if low in _BEFORE_CAPITAL or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return after.lower() not in _SENTENCE_OPENERS
    # An initial: “J. Example”, but not “plan B. The …”.
    return (
        len(word) == 1 and word.isupper() and word != "I" and after.lower() not in _SENTENCE_OPENERS
    )
