"""How an explanation falls into lines: what its first view says, and what it keeps for later.

A front draws the parts in its own way; the checker counts their rows, so that no pack holds an
explanation that does not fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from quizgame.text import UNICODE
from quizgame.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.game.asking import Mark, Passage
    from quizgame.game.explanation import Explanation, Other

ROWS, COLUMNS = 12, 76
"""What the first view of an explanation must fit."""

Role = Literal[
    "verdict", "statement", "passage", "names", "rule", "why", "printed", "note", "heading", "blank"
]
INDENT: dict[Role, int] = {"passage": 2, "names": 2, "note": 2}


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph and what it is there for; `strong` characters at its start stand out."""

    role: Role
    text: str = ""
    marks: tuple[Mark, ...] = ()
    strong: int = 0


BLANK = Part("blank")


def first_view(explanation: Explanation, columns: int = COLUMNS, rows: int = ROWS) -> list[Part]:
    """The verdict, the marked passage, the rule and the reason.

    As far as `rows` allow, blank lines stand between them, and the statement comes once more below
    the verdict; the text itself is never cut.
    """
    verdict = [Part("verdict", explanation.verdict)]
    passages = [part for shown in explanation.passages for part in _passage(shown)]
    groups = [verdict, passages + _names(explanation), _reasons(explanation)]
    groups = [group for group in groups if group]
    gaps = len(groups) - 1
    spare = rows - height([part for group in groups for part in group], columns)
    statement = Part("statement", explanation.statement)
    if height([statement], columns) + gaps <= spare:
        verdict.append(statement)
    return _spaced(groups, min(gaps, max(0, spare)))


def _spaced(groups: list[list[Part]], blanks: int) -> list[Part]:
    """The groups one after the other, the first so many of them set apart by a blank line."""
    view = list(groups[0])
    for number, group in enumerate(groups[1:]):
        view += [BLANK, *group] if number < blanks else group
    return view


def more(explanation: Explanation) -> list[Part]:
    """What is opened on demand: the chosen option, what would lift the claim, other articles."""
    groups: list[list[Part]] = []
    if explanation.because:
        groups.append([Part("heading", "Your answer"), Part("why", explanation.because)])
    if explanation.lifts:
        groups.append([Part("heading", "What would lift it"), Part("why", explanation.lifts)])
    if explanation.others:
        groups.append([Part("heading", _others_heading(explanation))])
    groups += [_other(other) for other in explanation.others]
    if explanation.independence:
        groups.append([Part("why", explanation.independence)])
    if not groups:
        return [Part("why", "No other article of this pack carries it.")]
    return _spaced(groups, len(groups) - 1)


def _others_heading(explanation: Explanation) -> str:
    return "Other passages" if explanation.status is None else "How others put it"


def _other(other: Other) -> list[Part]:
    place = _place(other.passage)
    stance = "rejects it" if other.rejects else other.status
    heading = f"{place}: {stance}" if stance else place
    note = [Part("note", f"({other.passage.note})")] if other.passage.note else []
    return [
        Part("names", heading, strong=len(place)),
        Part("passage", other.passage.text, other.passage.marks),
        *note,
    ]


def height(parts: Sequence[Part], columns: int = COLUMNS) -> int:
    """How many rows the parts take, each wrapped to `columns`."""
    return sum(
        1
        for part in parts
        # Cleaned as it is shown: there a line may end at a no-break space too.
        for _ in wrap(UNICODE.clean(part.text), columns - INDENT.get(part.role, 0))
    )


def rows_of(*passages: str, columns: int = COLUMNS) -> int:
    """How many rows texts take that are set behind a bar or a sign of two columns."""
    return sum(_rows(text, columns - INDENT["passage"]) for text in passages)


@lru_cache(maxsize=1024)
def _rows(text: str, columns: int) -> int:
    # Every draw asks for the same passages.
    return sum(1 for _ in wrap(UNICODE.clean(text), columns))


def _passage(passage: Passage) -> Iterable[Part]:
    yield Part("passage", passage.text, passage.marks)
    place = _place(passage)
    yield Part("note", f"{place} ({passage.note})" if passage.note else place)


def _place(passage: Passage) -> str:
    return f"{passage.outlet}, {passage.dated}"


def _names(explanation: Explanation) -> list[Part]:
    """Source, cue and hedges in words, so that nothing depends on a style alone."""
    named = {
        "who": explanation.who,
        "how": explanation.how,
        "small words": ", ".join(explanation.small),
    }
    line = "   ".join(f"{label}: {words}" for label, words in named.items() if words)
    return [Part("names", line)] if line else []


def _reasons(explanation: Explanation) -> list[Part]:
    parts: list[Part] = []
    if skill := explanation.skill:
        parts.append(Part("rule", f"{skill.question} {skill.rule}", strong=len(skill.question)))
    if explanation.why:
        parts.append(Part("why", explanation.why))
    if explanation.printed:
        parts.append(Part("printed", f"Printed: {explanation.printed}", strong=len("Printed:")))
    return parts
