"""TOML text to tables, with syntax errors in words for people who do not know TOML."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem
from quizgame.packs.spots import spot

if TYPE_CHECKING:
    from quizgame.packs.files import Source


def parse(source: Source) -> dict[str, Any] | Problem:
    """The tables of a file, or its first syntax error: the parser stops there."""
    try:
        return tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        return Problem(codes.SYNTAX, str(error), spot(source.path, source.text, (0, 1)))
