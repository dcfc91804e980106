"""Where people stumble in TOML, told in their words. What is none of these, the parser tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem
from quizgame.packs.spots import spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.packs.codes import Code
    from quizgame.packs.files import Source
    from quizgame.packs.pack import Span
    from quizgame.packs.statement import Statement

_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Cannot redefine", "Duplicate")
_DATE = re.compile(r"[0-9T:.Z+-]+")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER_DATE = re.compile(
    r"[0-9]{4}(?:[./-][0-9]{1,2}){2}|(?:[0-9]{1,2}[./-]){2}[0-9]{4}"
    r"|[0-9]{1,2}\.? [A-Z][a-z]+ [0-9]{4}"
)
"""Dates as people write them: “25.10.2024”, “2024/10/25”, “25 October 2024”."""
_CURLY = "“”„‘’‚«»"


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the parser stopped (an offset), what it said, and what was open there."""

    source: Source
    at: int
    reason: str
    state: Statement

    @property
    def next(self) -> str:
        """The character at which the parser stopped; empty at the end."""
        return self.source.text[self.at : self.at + 1]

    def problem(
        self,
        code: Code,
        message: str,
        span: Span,
        label: str = "",
        hint: str = "",
        other: tuple[Span, str] | None = None,
    ) -> Problem:
        """The finding for a place in this file."""
        path, text = self.source.path, self.source.text
        others = (spot(path, text, *other),) if other else ()
        return Problem(code, message, spot(path, text, span, label), hint, others)


def _inline_newline(failure: Failure) -> Problem | None:
    brackets = failure.state.brackets
    if not brackets or failure.source.text[brackets[-1]] != "{":
        return None
    if failure.next not in {"\n", "\r", "#"}:
        return None
    brace = brackets[-1]
    message = "a line break between { and }, which TOML does not allow"
    return failure.problem(codes.INLINE_NEWLINE, message, (brace, brace + 1), "opened here")


def _quote_in_quote(failure: Failure) -> Problem | None:
    begin = failure.state.last_string
    text = failure.source.text
    if begin is None or not failure.next.strip() or failure.next in ",#=":
        return None
    before = text[begin : failure.at].rstrip(" \t")
    if before[-1] not in "\"'" or "\n" in text[begin + len(before) : failure.at]:
        return None
    end = begin + len(before)
    message = f"the text ends at this {before[-1]}, and more follows on the line"
    other = ((begin, begin + 1), "it begins here") if "\n" in before else None
    label = "here the text ends"
    return failure.problem(codes.QUOTE_IN_QUOTE, message, (end - 1, end), label, other=other)


def _unclosed(failure: Failure) -> Problem | None:
    begin = failure.state.open_string
    if begin is None or failure.next not in {"\n", "\r", ""}:
        return None
    triple = failure.source.text[begin : begin + 3] in {'"""', "'''"}
    width = 3 if triple else 1
    message = "this text is not closed" + ("" if triple else " on its line")
    hint = "Write the same three marks where it ends." if triple else ""
    return failure.problem(codes.UNCLOSED, message, (begin, begin + width), "opened here", hint)


def _backslash(failure: Failure) -> Problem | None:
    if not failure.reason.startswith(("Unescaped", "Escaped")):
        return None
    at = failure.source.text.rfind("\\", 0, failure.at)
    message = 'a backslash in a text between " and "'
    hint = "Write the text between ''' and ''': there a backslash is only a backslash."
    return failure.problem(codes.SYNTAX, message, (at, at + 1), "", hint)


def _twice(failure: Failure) -> Problem | None:
    if not failure.reason.startswith(_TWICE):
        return None
    text = failure.source.text
    begin = failure.state.start
    # The parser notices some at the end of the line.
    if begin == failure.at and begin:
        begin = text.rfind("\n", 0, begin - 1) + 1
    line = text[begin:].partition("\n")[0]
    begin += len(line) - len(line.lstrip())
    end = begin + max(1, len(line.strip().partition("=")[0].rstrip()))
    return failure.problem(codes.TWICE, "this is given a second time", (begin, end), "again here")


def _date(failure: Failure) -> Problem | None:
    if not failure.reason.startswith("Invalid date"):
        return None
    match = _DATE.match(failure.source.text, failure.at)
    end = match.end() if match else failure.at + 1
    message = "the calendar has no such date"
    hint = "Write year, month and day: 2024-10-25."
    return failure.problem(codes.SYNTAX, message, (failure.at, end), "", hint)


def _other_date(failure: Failure) -> Problem | None:
    text = failure.source.text
    begin = text.rfind("\n", 0, failure.at) + 1
    equals = text.find("=", begin, failure.at) + 1
    match = _OTHER_DATE.match(text, equals + (text[equals : equals + 1] == " ")) if equals else None
    if match is None or not match.start() <= failure.at < match.end():
        return None
    known = _ISO_DATE.fullmatch(match[0])
    message = "the calendar has no such date" if known else "a date has another form in TOML"
    hint = "Write year, month and day: 2024-10-25."
    return failure.problem(codes.SYNTAX, message, match.span(), "", hint)


def _curly(failure: Failure) -> Problem | None:
    if failure.next == "" or failure.next not in _CURLY:
        return None
    message = "a text begins with a straight quotation mark in TOML"
    hint = "Write ''' before and after the text."
    span = (failure.at, failure.at + 1)
    return failure.problem(codes.SYNTAX, message, span, "a curly one", hint)


def _no_equals(failure: Failure) -> Problem | None:
    if not failure.reason.startswith("Expected '=' after a key"):
        return None
    span = (failure.at, failure.at + 1)
    message = "a key and its value are joined by `=`"
    return failure.problem(codes.SYNTAX, message, span, "", 'Write `key = "value"`.')


def _open_bracket(failure: Failure) -> Problem | None:
    brackets = failure.state.brackets
    if not brackets or not failure.reason.startswith(("Unclosed", "Expected ']'")):
        return None
    at = brackets[-1]
    bracket = failure.source.text[at]
    message = f"this {bracket} is not closed, or a comma is missing"
    here = ((failure.at, failure.at + 1), "a comma or the closing bracket is expected here")
    other = here if failure.next.strip() else None
    hint = "Add the comma, or close the bracket."
    return failure.problem(codes.SYNTAX, message, (at, at + 1), "opened here", hint, other)


def _no_value(failure: Failure) -> Problem | None:
    if failure.reason != "Invalid value":
        return None
    span = (failure.at, failure.at + 1)
    message = "this is no value: a text stands between quotation marks"
    return failure.problem(codes.SYNTAX, message, span, "", "Write '''…''' around a text.")


STUMBLES: tuple[Callable[[Failure], Problem | None], ...] = (
    _inline_newline,
    _unclosed,
    _twice,
    _date,
    _other_date,
    _backslash,
    _curly,
    _quote_in_quote,
    _no_equals,
    _open_bracket,
    _no_value,
)
"""Each tells its own stumble, or None; the first that does is shown."""
