"""Why something was not saved, told so that the player knows what to do."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quizgame.saves.errors import NotSaved, UnreadableSave

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TITLE = "Not saved"
_GONE = "The save was moved: {path} is no longer there, or belongs to another player."
_CHOOSE_AGAIN = "Choose the player again; everything saved before is in the moved file."
_REASONS: dict[int, tuple[str, str]] = {
    **dict.fromkeys(
        (errno.ENOSPC, errno.EDQUOT),
        ("The disk is full: {path} could not grow.", "Make room on the disk and try again."),
    ),
    errno.EFBIG: (
        "{path} may not grow: a limit on the size of files is reached.",
        "Ask whoever set the limit, or choose another folder with --saves.",
    ),
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM),
        (
            "{path} may not be written to.",
            "Allow writing to it and to its folder, or choose another folder with --saves.",
        ),
    ),
    errno.EROFS: ("{path} is on a read-only disk.", "Choose another folder with --saves."),
    errno.ENOENT: (_GONE, _CHOOSE_AGAIN),
    **dict.fromkeys(
        (errno.EEXIST, errno.ENOTDIR),
        ("Something else is in the way: {path}.", "Move it, or choose another folder."),
    ),
    errno.EISDIR: ("{path} is a folder.", "Move it away, and choose the player again."),
}
_OTHER = ("{path} could not be written to ({error}).", "Try again, or choose another folder.")
_HELD = (
    "Another program is holding {path}.",
    "Close the other window that plays with this save, and try again.",
)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what the system says about a path into `NotSaved`."""
    try:
        yield
    except UnreadableSave as error:
        if isinstance(error.__cause__, OSError):
            raise _refused_by_system(path, error.__cause__) from error
        raise NotSaved(_TITLE, error.message, error.hint) from error
    except OSError as error:
        raise _refused_by_system(path, error) from error


def _refused_by_system(path: Path, error: OSError) -> NotSaved:
    if isinstance(error, TimeoutError):
        return _refusal(path, *_HELD)
    return _refusal(path, *_REASONS.get(error.errno or 0, _OTHER), error)


def moved(path: Path) -> NotSaved:
    """The refusal to write into a journal that has taken another's place."""
    return _refusal(path, _GONE, _CHOOSE_AGAIN)


def _refusal(path: Path, message: str, hint: str, error: OSError | None = None) -> NotSaved:
    why = (error.strerror or str(error)) if error else ""
    return NotSaved(_TITLE, message.format(path=path, error=why), hint)
