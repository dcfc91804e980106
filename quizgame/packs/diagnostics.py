"""Findings: first where in the tables, then, for a person, where in which file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from quizgame.packs.codes import Code, Severity
    from quizgame.packs.pack import Span

Step = str | int
KeyPath = tuple[Step, ...]
"""The way to a value in a file: table names and keys, and positions in arrays."""

LINE = "\0line\0"
"""In a problem's hint, stands for the line of its first other place."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the tables of a pack.

    Attributes:
        part: which of the pack's files, counted from 0.
        path: the way to the value. Steps that lead nowhere are left out when it is looked up.
        of: the value, its key, or the header of its table.
        inside: characters of a text value, where only they are meant.
        label: what is said under the place.
    """

    part: int
    path: KeyPath = ()
    of: Literal["value", "key", "header"] = "value"
    inside: Span | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file, ready to be shown.

    Attributes:
        line: like `column` counted from 1; columns count characters.
        end_column: the first column that is not meant any more, in line `end_line`.
        source: the author's line, or the part of a very long one around the place.
        first: the column at which `source` begins.
    """

    path: Path
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    source: str = ""
    first: int = 1
    label: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding whose line is not looked up yet; `others` are the other halves of the fact."""

    code: Code
    message: str
    where: Where | Spot
    hint: str = ""
    others: tuple[Where | Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding as a person reads it: one line, the place, and the cure."""

    code: str
    severity: Severity
    message: str
    spot: Spot
    hint: str
    others: tuple[Spot, ...] = ()
