"""Signs that a machine has reworded a text, to pass it off as a new one.

Such tools swap words without reading them and glue what they cannot take apart. Each sign alone may
be a slip; many of them in a short text are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.drafting.lists import any_of

if TYPE_CHECKING:
    from quizgame.drafting.segmentation import Span

_GLUED = re.compile(r"\b[a-z]{2,}[A-Z][a-z]+(?=\s)")
_BRACES = re.compile(r"\{[^{}\n]{0,40}\}")
_NO_STOP = re.compile(
    r"(?<=[a-z] )(?:And|But|In|The|Meanwhile|However|This|That|It|From|While|As)(?= [a-z])"
)
_SWAPPED = re.compile(rf"\b(?:{any_of('reworded by a machine')})(?!\w)")
_WORD = re.compile(r"\w+")
_MANY = 8.0
_FEWEST = 4
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Spun:
    """The signs that were found; `rate` counts them for each 1,000 words."""

    rate: float
    signs: tuple[Span, ...]

    @property
    def suspicious(self) -> bool:
        """Whether there are too many of them for a text that people wrote."""
        return self.rate >= _MANY and len(self.signs) >= _FEWEST

    def examples(self, text: str) -> list[str]:
        """A few of the signs, as printed, each once."""
        found = dict.fromkeys(" ".join(text[slice(*span)].split()) for span in self.signs)
        return list(found)[:_SHOWN]


def spun(text: str) -> Spun:
    """The signs of rewording in a text."""
    places = sorted(
        match.span()
        for pattern in (_GLUED, _BRACES, _NO_STOP, _SWAPPED)
        for match in pattern.finditer(text)
    )
    words = sum(1 for _ in _WORD.finditer(text))
    return Spun(1000 * len(places) / max(words, 1), tuple(places))
