"""What is quoted of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.drafting.attributions import Attribution
    from quizgame.drafting.segmentation import Span

_LONGEST = 600
"""The most characters that the checker lets a quote have without a warning."""


def passage(one: Attribution) -> Span:
    """The sentence, with what of its quotation stands around it in the same paragraph."""
    first, last = one.paragraph
    near = [one.sentence, *(span for span in one.content if first <= span[0] and span[1] <= last)]
    wide = (min(near)[0], max(end for _, end in near))
    return wide if wide[1] - wide[0] <= _LONGEST else one.sentence
