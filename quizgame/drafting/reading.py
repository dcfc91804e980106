"""Articles read from disk, or refused with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.errors import UsageError
from quizgame.packs.diagnostics import Problem
from quizgame.packs.files import decode, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1_000_000
"""The most bytes of an article; a long one has about 50,000."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read(path: Path) -> str:
    """The raw text of an article, with its line ends and its byte-order mark, if it has one.

    Raises:
        UsageError: it cannot be read, or is no plain text in UTF-8, or has no words.
    """
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        raise _refused(path, f"{raw.message}.", "Name a plain text file.")
    if len(raw) > LARGEST:
        raise _refused(
            path,
            f"It has {len(raw):,} bytes, more than {LARGEST:,}.",
            "Put each article into a file of its own.",
        )
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(path, "It is no text: it holds bytes that no text has.", _AS_TEXT)
    text = decode(path, raw)
    if isinstance(text, Problem):
        raise _refused(path, f"{text.message}.", "Save it as UTF-8 in your editor.")
    if _CONTROLS.search(text):
        raise _refused(path, "It is no text: it holds control characters.", _AS_TEXT)
    if not any(map(str.isalpha, text)):
        raise _refused(path, "There are no words in it.", _AS_TEXT)
    return text


_AS_TEXT = "Copy the words of the article into a plain text file, saved as UTF-8."


def _refused(path: Path, message: str, hint: str) -> UsageError:
    return UsageError("An article cannot be drafted", f"{path}: {message}", hint)
