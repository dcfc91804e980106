"""Texts as TOML, readable by whoever opens the file."""

from __future__ import annotations

import re

_LITERAL = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f]*")


def string(text: str) -> str:
    """A text as a TOML string: `'''…'''` where quotation marks or several lines stand in it."""
    wants_literal = '"' in text or "\\" in text or "\n" in text
    fits = _LITERAL.fullmatch(text) and "'''" not in text
    if wants_literal and fits and not text.startswith("\n") and not text.endswith("'"):
        return f"'''{text}'''"
    # 3 ms, and only what a person exports or imports needs it.
    import tomli_w

    return tomli_w.dumps({"x": text}).removeprefix("x = ").rstrip("\n")


def inline(values: dict[str, str]) -> str:
    """A table on one line."""
    return "{ " + ", ".join(f"{key} = {string(value)}" for key, value in values.items()) + " }"
