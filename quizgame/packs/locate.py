"""From places in the tables to lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs.diagnostics import Diagnostic, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizgame.packs.diagnostics import Problem
    from quizgame.packs.parts import Part


def located(problems: Iterable[Problem], parts: Sequence[Part]) -> Iterator[Diagnostic]:
    """The problems as they are shown."""
    for problem in problems:
        where = problem.where
        spot = where if isinstance(where, Spot) else Spot(parts[where.part].source.path)
        code = problem.code
        yield Diagnostic(code.code, code.severity, problem.message, spot, problem.hint or code.cure)
