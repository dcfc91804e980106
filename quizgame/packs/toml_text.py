"""Texts as TOML strings that show every character as it is, where TOML allows that."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNFIT = re.compile(r"'''|'$|[\x00-\x08\x0b-\x1f\x7f]")


def literal(text: str) -> str:
    """The text between `'''`; as an escaped string if it cannot stand there.

    A line end as Windows writes it cannot: TOML readers would change it.
    """
    if _UNFIT.search(text) or text.startswith("\n"):
        return basic(text)
    return f"'''{text}'''"


def basic(text: str) -> str:
    """The text between `"`."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def short(words: str) -> str:
    """A name or a few words: between `"` where they need no escape, else as `literal`."""
    plain = words.isprintable() and not set(words) & {'"', "\\"}
    return f'"{words}"' if plain else literal(words)


def comment(words: str) -> str:
    """Words of others as a comment may show them."""
    return "".join(char if char.isprintable() else " " for char in words)


def inline(values: Mapping[str, str]) -> str:
    """A table of texts on one line."""
    return "{ " + ", ".join(f"{key} = {short(value)}" for key, value in values.items()) + " }"
