"""TOML text to tables, with syntax errors in words for people who do not know TOML."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem, Spot
from quizgame.packs.spots import spot
from quizgame.packs.statement import statement
from quizgame.packs.stumbles import STUMBLES, Failure

if TYPE_CHECKING:
    from quizgame.packs.files import Source

_AT = re.compile(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{3000,}+")
# The parser takes time with the square of a key's parts.
_LONG_LINE = 10_000
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){2000}""")


def parse(source: Source) -> dict[str, Any] | Problem:
    """The tables of a file, or its first syntax error: the parser stops there."""
    if max(map(len, source.text.split("\n"))) > _LONG_LINE and (
        match := _LONG_KEY.search(source.text)
    ):
        place = spot(source.path, source.text, match.span())
        return Problem(codes.TOO_DEEP, "a key has thousands of parts", place, "Shorten the key.")
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return _syntax_error(source, str(error))
    except RecursionError:
        message = "brackets are nested too deeply"
        return Problem(codes.TOO_DEEP, message, _deepest(source))
    # The only one left: the interpreter's limit on the digits of a number.
    except ValueError:
        match = _LONG_NUMBER.search(source.text)
        where = match.span() if match else (0, 0)
        place = spot(source.path, source.text, where)
        return Problem(codes.LONG_NUMBER, "a number has thousands of digits", place)


def _syntax_error(source: Source, said: str) -> Problem:
    match = _AT.match(said)
    reason = match[1] if match else said
    text = source.text
    at = _offset(text, int(match[2]), int(match[3])) if match and match[2] else len(text)
    failure = Failure(source, at, reason, statement(text, at))
    for stumble in STUMBLES:
        if problem := stumble(failure):
            return problem
    last = min(at, max(len(text.rstrip()) - 1, 0))
    message = f"not valid TOML: {reason[:1].lower()}{reason[1:]}"
    return failure.problem(codes.SYNTAX, message, (last, last + 1))


def _offset(text: str, line: int, column: int) -> int:
    """Both count from 1. The parser's lines are those of the text, whatever its line ends."""
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _deepest(source: Source) -> Spot:
    match = re.search(r"(?:[\[{]\s*+){50}", source.text)
    at = match.start() if match else 0
    return spot(source.path, source.text, (at, at + 1), "the brackets begin here")
