r"""How GIFT writes text: `\` before its own signs, and `\n` for a line break.

The signs are those that Moodle's importer takes for markup: `~ = # { } :` and the backslash.
"""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\~=#{}:]")
_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_TAG_END = re.compile(r"([\]\\])")


def escape(text: str) -> str:
    """Text as GIFT has it, on one line."""
    return _SIGNS.sub(r"\\\g<0>", text).replace("\r\n", "\n").replace("\n", "\\n")


def unescape(text: str) -> str:
    """The text behind it."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)


def split(text: str, signs: str) -> list[str]:
    """The text cut before each of the signs that no backslash stands before.

    What comes before the first sign is the first piece; every other piece begins with its sign.
    """
    sign = re.escape(signs)
    pieces: list[list[str]] = [[]]
    for found in re.finditer(rf"\\.|[{sign}]|[^\\{sign}]+|\\", text, re.DOTALL):
        if found[0] in signs:
            pieces.append([])
        pieces[-1].append(found[0])
    return ["".join(piece) for piece in pieces]


def bracketed(name: str, value: str) -> str:
    """A word for a comment, such as `[id:…]` or `[tag:…]`."""
    shown = _TAG_END.sub(r"\\\1", value).replace("\n", "\\n")
    return f"[{name}:{shown}]" if value else ""


_UNBRACKETED = re.compile(r"\\(.)")
_BRACKETED = re.compile(r"\[(id|tag|option):((?:\\.|[^\]\\])+)\]")


def brackets(comment: str) -> list[tuple[str, str]]:
    """The words of a comment, each with its name."""
    found = _BRACKETED.findall(comment)
    return [(name, _UNBRACKETED.sub(_without, value)) for name, value in found]


def _without(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]
