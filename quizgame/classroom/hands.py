"""What raised hands say, as a teacher types it: `c 17 a 11`, or `1 12 2 9 3 7`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.game.asking import Choice

MOST = 1000
"""The most hands that one option can have."""

_PAIR = re.compile(r"(?:([a-z])\s*[:=]?|(\d+)(?:\s*[:=]|(?=\s)))\s*(\d+)", re.ASCII | re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]*")
_TITLE = "The hands cannot be read"
_QUOTED = 20


def keys(choices: Sequence[Choice]) -> dict[str, str]:
    """What stands for each option on the line, and the option's id.

    It is what picks the option elsewhere: its number, or the first letter of its status.
    """
    return {choice.slot[:1] if choice.slot.isalpha() else choice.slot: choice.id
            for choice in choices}  # fmt: skip


def example(choices: Sequence[Choice]) -> str:
    """A line that can be read, with the first two options."""
    return " ".join(f"{key} {count}" for key, count in zip(keys(choices), (17, 11), strict=False))


def read(line: str, choices: Sequence[Choice]) -> dict[str, int]:
    """The hands for each option by its id; options that the line leaves out have none.

    Raises:
        UsageError: the line is no list of options with their hands.
    """
    known = keys(choices)
    counts: dict[str, int] = {}
    for key, number in _pairs(line, choices):
        if key not in known:
            raise _error(f'"{key}" is no option here; there are {", ".join(known)}.', choices)
        if known[key] in counts:
            raise _error(f'"{key}" is there twice.', choices)
        if number > MOST:
            raise _error(f"More than {MOST} hands for one option are too many.", choices)
        counts[known[key]] = number
    if not counts:
        raise _error("Nothing was typed.", choices)
    return {option: counts.get(option, 0) for option in known.values()}


def _pairs(line: str, choices: Sequence[Choice]) -> Iterator[tuple[str, int]]:
    rest = _BETWEEN.sub("", line, 1)
    while rest:
        pair = _PAIR.match(rest)
        if pair is None:
            raise _error(f'"{rest[:_QUOTED].rstrip()}" is no option with a number.', choices)
        yield (pair[1] or pair[2]).lower(), _number(pair[3])
        rest = _BETWEEN.sub("", rest[pair.end() :], 1)


def _number(digits: str) -> int:
    """What the digits say; of a number that is much too long, one that is too large."""
    return int(digits) if len(digits) <= len(str(MOST)) + 1 else MOST + 1


def _error(what: str, choices: Sequence[Choice]) -> UsageError:
    hint = f'Type each option and its hands, like "{example(choices)}".'
    return UsageError(_TITLE, what, hint)
