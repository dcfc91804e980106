"""How much of the usual time a student gets, as people write it."""

from __future__ import annotations

import re
from math import inf

from quizgame.errors import UsageError

MOST = 10.0
"""The most that is given short of no limit at all."""

_NO_LIMIT = {"no limit", "unlimited", "without limit", "inf", "infinite", "∞"}
_TIMES = re.compile(r"(?:[x×*]\s*)?(\d{1,4}(?:[.,]\d{1,4})?)(?:\s*[x×])?", re.IGNORECASE | re.ASCII)
_PERCENT = re.compile(r"(\+?)\s*(\d{1,4})\s*%", re.ASCII)
_CURE = "Write 1.5, x2, +50 % or `no limit`; nothing means the usual time."


def allowance(text: str) -> float:
    """How much of the usual time is meant, from 1 to `MOST`; `inf` for no limit, 1 for nothing.

    "1.5", "x 1.5", "+50 %" and "50 %" are the same.

    Raises:
        UsageError: it is none, or can be read in two ways.
    """
    said = " ".join(text.casefold().split())
    if not said:
        return 1.0
    if said in _NO_LIMIT:
        return inf
    if found := _TIMES.fullmatch(said):
        much = float(found[1].replace(",", "."))
    elif found := _PERCENT.fullmatch(said):
        percent = int(found[2])
        # "125 %" could be a quarter more, or more than twice as much.
        much = 1 + percent / 100 if found[1] or percent <= 100 else 0.0
    else:
        much = 0.0
    if not 1 <= much <= MOST:
        raise UsageError(
            "This is no extra time",
            f'"{text[:40]}" does not say from 1 to {MOST:g} times the usual time.',
            _CURE,
        )
    return much


def looks_like_one(text: str) -> bool:
    """Whether a text can hardly be anything but an allowance; a bare whole number can."""
    if not text.strip() or text.strip().isdecimal():
        return False
    try:
        allowance(text)
    except UsageError:
        return False
    return True
