"""The validation library's errors, related to what the author wrote.

Where a value may be written in two ways (a text or a table), the library reports both as failed and
puts the name of the way into the error's location. Only the way that the author took counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizgame.packs.diagnostics import KeyPath, Step

_WAY = re.compile(r"(constrained-str|tuple\[.*|[A-Z][A-Za-z]+Table)")
_KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: what the library calls it, and where in the author's tables.

    Attributes:
        value: what stands there; for a missing key, its table.
        is_key: the key itself is wrong, not its value.
    """

    kind: str
    path: KeyPath
    value: Any
    context: Mapping[str, Any] = field(default_factory=dict)
    is_key: bool = False


def faults(errors: Iterable[Mapping[str, Any]], data: dict[str, Any]) -> list[Fault]:
    """The errors on the way that the author took, in their order."""
    kept: list[Fault] = []
    neither: dict[KeyPath, Fault] = {}
    fitting: set[KeyPath] = set()
    for error in errors:
        fault, union, fits = _walk(error, data)
        if fits:
            kept.append(fault)
        if union is not None:
            neither.setdefault(union.path, union)
            if fits:
                fitting.add(union.path)
    return kept + [fault for path, fault in neither.items() if path not in fitting]


def _walk(error: Mapping[str, Any], data: dict[str, Any]) -> tuple[Fault, Fault | None, bool]:
    """The fault, the union it was met in if any, and whether the author took that way."""
    path: list[Step] = []
    value: Any = data
    union, fits, is_key = None, True, False
    for step in error["loc"]:
        if _leads(step, value):
            path.append(step)
            value = value[step]
        elif step == _KEY:
            is_key = True
        elif isinstance(step, str) and _WAY.fullmatch(step):
            union = Fault("neither", tuple(path), value)
            fits = _is_way(step, value)
        else:
            path.append(step)
    fault = Fault(error["type"], tuple(path), value, error.get("ctx", {}), is_key)
    return fault, union, fits


def _leads(step: Step, value: Any) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _is_way(way: str, value: object) -> bool:
    if isinstance(value, str):
        return way == "constrained-str"
    if isinstance(value, list):
        return way.startswith("tuple")
    return isinstance(value, dict) and way.endswith("Table")
