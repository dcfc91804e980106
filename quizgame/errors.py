"""What can go wrong in a way that a person can mend.

Exit codes: 0 all well, 1 the packs or the save have findings, 2 the command cannot be used so.
"""

from __future__ import annotations

from typing import ClassVar


class QuizgameError(Exception):
    """An error that is shown to a person: what happened, and the cure.

    Attributes:
        title: what happened, in a few words, no full stop.
        message: the place and the particulars, one or more sentences.
        hint: what to do about it; empty if there is nothing to do.
        exit_code: what the command line ends with.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, title: str, message: str, hint: str = "") -> None:
        super().__init__(f"{title}: {message}")
        self.title = title
        self.message = message
        self.hint = hint


class UsageError(QuizgameError):
    """The command cannot be carried out as it was given."""

    exit_code = 2
