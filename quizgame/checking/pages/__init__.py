"""What there is to say about each code: why it matters, an example of it, and the same mended.

The pages are TOML files beside this one, by the first letters of the codes. `quizgame explain`
shows them, and the docs print them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgame.checking.table import RULES
from quizgame.packs import codes

if TYPE_CHECKING:
    from quizgame.packs.codes import Code

_FOLDER = Path(__file__).parent

FAMILIES = {
    "F": "Files and articles",
    "T": "TOML",
    "K": "Keys and values",
    "R": "Ids and references",
    "Q": "Quotes",
    "C1": "Texts",
    "C2": "Questions",
    "C3": "Who stands behind a claim",
    "C4": "Dates",
    "C5": "What is asked together",
    "C6": "Gaps",
    "C7": "Scenarios",
}
"""What the first characters of a code mean, in the order in which codes are listed."""


@dataclass(frozen=True, slots=True)
class Page:
    """A code explained.

    Attributes:
        why: why it is bad.
        bad: what it looks like in a pack.
        good: the same, mended.
        repeat: how many tables like the one that is shown it takes.
        sketch: the example stands for what cannot be shown as it is.
    """

    code: Code
    why: str
    bad: str
    good: str
    repeat: int = 1
    sketch: bool = False


def every_code() -> tuple[Code, ...]:
    """Every code of loading and of the rules, by family."""
    found = (*codes.CODES, *(rule.code for rule in RULES))
    order = list(FAMILIES)
    return tuple(sorted(found, key=lambda one: (order.index(family(one.code)), one.code)))


def family(code: str) -> str:
    """The key of the code's family in `FAMILIES`."""
    return code[:2] if code[0] == "C" else code[0]


def page(code: Code) -> Page:
    """The page of a code; there is one for each."""
    return Page(code, **_written()[code.code])


@cache
def _written() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        found |= tomllib.loads(path.read_text(encoding="utf-8"))
    return found
