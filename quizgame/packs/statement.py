"""What is open at a place of a TOML text that cannot be parsed: a bracket, a string?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_STRING = (
    r'"""(?:"{0,2}(?:[^"\\]++|\\[\s\S]))*+"{0,5}'
    r"|'''(?:'{0,2}[^']++)*+'{0,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'[^'\n]*+'?"
)
_CLOSED = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]++|\\[\s\S]))*+"{3,5}'
    r"|'''(?:'{0,2}[^']++)*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
)
_TOKEN = re.compile(rf"({_STRING})|([\[{{])|([\]}}])|(\n)|#[^\n]*+|[^\"'#\[\]{{}}\n]++")


@dataclass(slots=True)
class Statement:
    """The state at some place of a text.

    Attributes:
        start: where the statement begins that the place is in.
        brackets: where each bracket stands that is open.
        open_string: where the text begins that the place is in, if it is in one.
        last_string: where the last complete text begins, within this statement.
    """

    start: int = 0
    brackets: list[int] = field(default_factory=list)
    open_string: int | None = None
    last_string: int | None = None


def statement(text: str, at: int) -> Statement:
    """Reads the text up to `at`, before which all is well formed."""
    state = Statement()
    for match in _TOKEN.finditer(text, 0, len(text)):
        if match.start() >= at:
            break
        string, opened, closed, newline = match.groups()
        if string:
            if match.end() > at or not _CLOSED.fullmatch(string):
                state.open_string = match.start()
                break
            state.last_string = match.start()
        elif opened:
            state.brackets.append(match.start())
        elif closed and state.brackets:
            state.brackets.pop()
        elif newline and not state.brackets:
            state.start, state.last_string = match.end(), None
    return state
