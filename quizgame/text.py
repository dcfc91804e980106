"""What foreign text may show on a terminal, and the signs the game draws with.

Packs, articles, names and save files are written by others. Whatever of them is shown passes
through a `Typography`; matching (quotes against articles) works on the raw text instead. Cleaning
replaces character by character, so offsets into the raw text hold in the shown text too.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
# They only hint at a direction; one that cannot be seen and directs nothing keeps the offsets.
_DIRECTION_HINTS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Some editors begin a file with it."""
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories of what cannot be seen, or must not reach a terminal."""


def _shown(char: str) -> str:
    if char == "\n" or char in _JOINERS:
        return char
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " "
    if char in _DIRECTION_HINTS or char == _BYTE_ORDER_MARK:
        return "\N{ZERO WIDTH NON-JOINER}"
    return _REPLACEMENT if unicodedata.category(char) in HIDDEN else char


_PLAIN = str.maketrans("“”„«»‘’‚‹›–—−…€·×", '"""""\'\'\'\'' + "'---.E*x")


def _ascii(char: str) -> str:
    if char == _BYTE_ORDER_MARK:
        return " "
    shown = _shown(char).translate(_PLAIN)
    if shown.isascii():
        return shown
    base = unicodedata.normalize("NFKD", shown)[0]
    return base if base.isascii() else "?"


class _Table(dict[int, str]):
    """A translation table that fills itself, so that `str.translate` stays fast."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = result = self._rule(chr(code))
        return result


@dataclass(frozen=True)
class Typography:
    """The signs of one kind of terminal, and how foreign text is cleaned for it."""

    confirmed: str = "✔"
    alleged: str = "~"
    denied: str = "≠"
    analysis: str = "◆"
    unknown: str = "?"
    bar: str = "│"
    rule: str = "─"
    caret: str = "›"
    full: str = "▇"
    empty: str = "▁"
    block: str = "█"
    fork: str = "├─"
    last: str = "└─"
    trunk: str = "│"
    arrow: str = "→"
    end: str = "■"
    ascii: bool = False
    _table: _Table = field(default_factory=lambda: _Table(_shown), repr=False, compare=False)

    def clean(self, text: str) -> str:
        """Text as it may be shown, of the same length; newlines stay."""
        # A Windows line end shows as any other; a bare carriage return would overwrite the line.
        return text.replace("\r\n", " \n").translate(self._table)

    def line(self, text: str) -> str:
        """Text as it may be shown on one line, of the same length; newlines become spaces."""
        return self.clean(text).replace("\n", " ")

    def sign(self, status: str) -> str:
        """The sign of a status; empty for a word that is none."""
        return str(getattr(self, status)) if status in STATUSES else ""


STATUSES = ("confirmed", "alleged", "denied", "analysis", "unknown")

UNICODE = Typography()
ASCII = Typography(
    confirmed="[+]",
    alleged="[~]",
    denied="[/]",
    analysis="[*]",
    unknown="[?]",
    bar="|",
    rule="-",
    caret=">",
    full="#",
    empty=".",
    block="#",
    fork="|-",
    last="`-",
    trunk="|",
    arrow="->",
    end="*",
    ascii=True,
    _table=_Table(_ascii),
)
