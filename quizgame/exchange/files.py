"""Files from elsewhere."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 32 * 1024 * 1024
"""How many bytes a file from elsewhere may have."""


def read(path: Path) -> str:
    """The text of a file, newlines as they are.

    Raises:
        QuizgameError: it cannot be opened, is too large, or is no UTF-8.
    """
    try:
        # Opening a pipe would wait for a writer.
        if not stat.S_ISREG(path.stat().st_mode):
            raise UsageError(
                "This file cannot be read", f"{path} is a folder or a device.", "Name a file."
            )
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise UsageError(
            "This file cannot be read", f"{path}: {error.strerror}.", "Check its name."
        ) from error
    if len(data) > LIMIT:
        raise QuizgameError(
            "This file is too large", f"{path} has more than 32 MB.", "Split it into several."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise QuizgameError(
            "This file is not UTF-8",
            f"{path}:{line} holds a byte that no UTF-8 text has.",
            "Save it once more as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
        ) from None
    if "\0" in text:
        raise QuizgameError(
            "This file is no text", f"{path} holds zero bytes.", "Save it once more as UTF-8."
        )
    return text
