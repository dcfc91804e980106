"""How well drafted statements agree with marked ones.

A sentence attributes if a cue stands in it. Spans of a role (from the first to the last of its
parts) agree if they overlap, one with one; they agree exactly if both ends do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.drafting.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.marked import Marked, Span
    from quizgame.drafting.attributions import Attribution


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found rightly, found at all, and marked."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.marked + other.marked)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is marked that was found."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.marked) if self.found + self.marked else 0.0


def scores(text: str, found: Sequence[Attribution], marked: Sequence[Marked]) -> dict[str, Score]:
    """The scores of one article: sentences, statements' sentences, sources (overlap, exact), …."""
    listed = sentences(text)
    ours = _touched(listed, (one.sentence for one in found))
    theirs = _touched(listed, (span for one in marked for span in one.cue))
    given = {"sentence": Score(len(ours & theirs), len(ours), len(theirs))}
    reached = _touched(listed, (span for one in found for span in (one.sentence, *one.content)))
    any_part = _touched(
        listed, (span for one in marked for span in (*one.source, *one.cue, *one.content))
    )
    given["any part"] = Score(len(reached & any_part), len(reached), len(any_part))
    for role in ("source", "cue", "content"):
        drafted = _hulls(getattr(one, role) for one in found)
        expected = _hulls(getattr(one, role) for one in marked)
        if not expected:
            # Nobody has marked this role here.
            continue
        exact = len(set(drafted) & set(expected))
        given[f"{role}, overlap"] = Score(_overlaps(drafted, expected), len(drafted), len(expected))
        given[f"{role}, exact"] = Score(exact, len(drafted), len(expected))
    return given


def _touched(listed: Sequence[Span], spans: Iterable[Span]) -> set[int]:
    """The numbers of the sentences in which any of the spans has a part."""
    given = list(spans)
    return {
        number
        for number, (begin, end) in enumerate(listed)
        if any(first < end and begin < last for first, last in given)
    }


def _hulls(spans: Iterable[Sequence[Span]]) -> list[Span]:
    return sorted({(min(one)[0], max(end for _, end in one)) for one in spans if one})


def _overlaps(ours: Sequence[Span], theirs: Sequence[Span]) -> int:
    left = list(theirs)
    count = 0
    for begin, end in ours:
        match = next((one for one in left if one[0] < end and begin < one[1]), None)
        if match:
            left.remove(match)
            count += 1
    return count
