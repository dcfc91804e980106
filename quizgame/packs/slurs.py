"""Words that are never shown, not even where an article prints them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def pattern() -> re.Pattern[str]:
    """What finds them in a text."""
    lines = Path(__file__).with_name("slurs.txt").read_text(encoding="utf-8").split("\n")
    words = (line.strip() for line in lines if line.strip() and line[0] != "#")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
