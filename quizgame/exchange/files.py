"""Files from elsewhere, and files for elsewhere."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from quizgame.errors import QuizgameError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
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


def write(files: Mapping[Path, str], *, force: bool = False) -> None:
    """Writes texts; none of them if one is there already, unless that is meant.

    Raises:
        UsageError: a file is there already, or cannot be written.
    """
    for path in files:
        if not force and os.path.lexists(path):
            raise UsageError(
                "This file is there already",
                f"{path} was not overwritten.",
                "Choose another name, or say `--force`.",
            )
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            raise UsageError(
                "This file cannot be written", f"{path}: {error.strerror}.", "Choose another place."
            ) from error
