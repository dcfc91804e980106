"""The small words that lower a claim: “may”, “allegedly”, “up to 3,000”."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from quizgame.drafting.lists import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.drafting.segmentation import Span

NUMBER = (
    r"[$€£]?\d[\d.,]*|(?:a |an )?(?:dozen|hundred|thousand|million|billion)s?|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half|one"
)
"""A number in figures or words, as a regular expression."""


@cache
def _pattern() -> re.Pattern[str]:
    listed = lines("hedges")
    # The longest first, so that “very likely” is one hedge.
    listed.sort(key=len, reverse=True)
    parts = [
        re.escape(line.removesuffix(" #")) + (rf"(?=\s(?:{NUMBER})\b)" if line[-1] == "#" else "")
        for line in listed
    ]
    joined = "|".join(part.replace(r"\ ", r"\s").replace("'", "['’]") for part in parts)
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


def hedges(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The hedges that stand in these spans, in order, each once."""
    found = {match.span() for span in spans for match in _pattern().finditer(text, *span)}
    # The month is written “May”, and the verb is not.
    return tuple(sorted(span for span in found if text[slice(*span)] != "May"))
