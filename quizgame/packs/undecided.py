"""Claims whose status was suggested in a comment, and that nobody has decided yet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.packs import codes
from quizgame.packs.diagnostics import Where
from quizgame.packs.locate import tables
from quizgame.packs.spots import spot

if TYPE_CHECKING:
    from quizgame.packs.diagnostics import Problem
    from quizgame.packs.pack import Span
    from quizgame.packs.parts import Part

_COMMENTED = re.compile(r"^[ \t]*#[ \t]*(status[ \t]*=[^\n\r]*)", re.MULTILINE)


def undecided(problems: list[Problem], part: Part) -> list[Problem]:
    """The problems; where a missing status stands in a comment, that is said instead."""
    if not any(map(_lacks_status, problems)):
        return problems
    comments = _comments(part)
    return [_told(problem, part, comments) for problem in problems]


def _lacks_status(problem: Problem) -> bool:
    where = problem.where
    return (
        problem.code is codes.MISSING_KEY
        and problem.message.startswith("`status`")
        and isinstance(where, Where)
        and where.path[:1] == ("claim",)
        and not problem.others
    )


def _comments(part: Part) -> dict[int, Span]:
    """By the claim's position, where its status stands in a comment."""
    text = part.source.text
    pieces = tables(text)["claim"]
    if len(pieces) != len(part.data["claim"]):
        return {}
    found = ((n, _COMMENTED.search(text, *piece)) for n, piece in enumerate(pieces))
    return {number: match.span(1) for number, match in found if match}


def _told(problem: Problem, part: Part, comments: dict[int, Span]) -> Problem:
    if not _lacks_status(problem) or not isinstance(problem.where, Where):
        return problem
    span = comments.get(int(problem.where.path[1]))
    if span is None:
        return problem
    return replace(
        problem,
        code=codes.UNDECIDED,
        message="nobody has decided the status of this claim yet",
        where=spot(part.source.path, part.source.text, span, "a suggestion, no decision"),
        hint="Read the passage, write the status that it supports, and remove the `#`.",
    )
