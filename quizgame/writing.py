"""Files that a person asked for: all or none, and none over another unless that is meant."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class AlreadyThereError(UsageError):
    """There is something at the path of a file that was to be written."""


def write(
    contents: Mapping[Path, str | bytes],
    *,
    over: bool = False,
    folders: bool = True,
    hint: str = "",
) -> None:
    """Writes files in their order, the folders that they need first.

    Args:
        contents: what each file is to hold; a text is written as UTF-8, newlines as they are.
        over: whether files that are there are replaced; each keeps what it held until the new one
            is whole.
        folders: whether missing folders are made.
        hint: what to do where a file is in the way.

    Raises:
        AlreadyThereError: something is there; it stays, and nothing is written.
        UsageError: a file cannot be written; what was made before it is taken back.
    """
    if not over and (there := next(filter(os.path.lexists, contents), None)):
        raise _in_the_way(there, hint)
    made: list[Path] = []
    try:
        for path, text in contents.items():
            content = text.encode() if isinstance(text, str) else text
            if folders:
                _make_folder(path.parent, made)
            if over:
                _replace(path, content)
            else:
                _create(path, content, made)
    except FileExistsError as error:
        _take_back(made)
        raise _in_the_way(Path(error.filename), hint) from error
    except (OSError, ValueError) as error:
        _take_back(made)
        place = getattr(error, "filename", None) or path
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            "Nothing was written",
            f"{place}: {why}.",
            "Name a place that you may write to, with room on its disk.",
        ) from error


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)


def _create(path: Path, content: bytes, made: list[Path]) -> None:
    with path.open("xb") as file:
        made.append(path)
        file.write(content)


def _replace(path: Path, content: bytes) -> None:
    """Puts a file in the place of another; a device or a pipe is written to instead."""
    target = path.resolve()
    if os.path.lexists(target) and not target.is_file():
        target.write_bytes(content)
        return
    draft = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _take_back(made: Iterable[Path]) -> None:
    for path in reversed(list(made)):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def _in_the_way(path: Path, hint: str) -> AlreadyThereError:
    return AlreadyThereError("Nothing was written", f"{path} is there already.", hint)
