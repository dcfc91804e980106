"""What a rule of the checker finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quizgame.packs.codes import Code
    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.origins import Kind
    from quizgame.packs.pack import Pack, Span


@dataclass(frozen=True, slots=True)
class At:
    """A value of a pack.

    Attributes:
        id: of the claim, question, set, scenario or article, or of the pack itself.
        path: from its table to the value; steps that the author left out are ignored.
        inside: characters of the value, where only they are meant.
    """

    kind: Kind
    id: str
    path: KeyPath = ()
    inside: Span | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that a rule objects to; without a hint, the rule's own cure is shown."""

    message: str
    at: At
    hint: str = ""
    others: tuple[At, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is called, and the pure function that finds what breaks it."""

    code: Code
    find: Callable[[Pack], Iterator[Finding]]
