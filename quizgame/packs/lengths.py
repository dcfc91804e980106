"""How many entries a list of a pack may have.

The models say so too, but the validation library counts only the entries that are sound: a list
with one unsound entry is "too short", and one with six is not too long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIMITS = (
    ("claim", "quote", 1, None),
    ("question", "wrong", 1, 4),
    ("set", "items", 1, None),
    ("course", "parts", 1, None),
    ("scenario", "scene", 1, None),
)


def lengths(data: dict[str, Any], part: int) -> list[Problem]:
    """A problem for each list with too few or too many entries."""
    return list(_lengths(data, part))


def _lengths(data: dict[str, Any], part: int) -> Iterator[Problem]:
    for kind, key, least, most in _LIMITS:
        tables = data.get(kind)
        for index, table in enumerate(tables if isinstance(tables, list) else ()):
            value = table.get(key) if isinstance(table, dict) else None
            if not isinstance(value, list):
                continue
            where = Where(part, (kind, index, key))
            if len(value) < least:
                message = f"`{key}` is empty"
                yield Problem(codes.NOT_ALLOWED, message, where, "Add at least one entry.")
            if most and len(value) > most:
                message = f"`{key}` has {len(value)} entries, more than {most}"
                yield Problem(codes.NOT_ALLOWED, message, where, f"Keep at most {most}.")
