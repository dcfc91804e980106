"""`quizgame check --fix` and `--diff`."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.output import show
from quizgame.packs.mending import mend

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.packs.mending import Mended


def fix(paths: Sequence[Path]) -> list[str]:
    """Mends what can be mended, and says what was, a line each.

    Raises:
        NotWritten: a file could not be changed.
    """
    said: list[str] = []
    for path in paths:
        done = mend(path)
        done.write()
        said += _told(done)
    return said or ["Nothing to mend."]


def _told(done: Mended) -> Iterator[str]:
    for change in sorted(done.changes, key=lambda one: (one.path, one.at)):
        yield f"mended {_short(change.path)}:{done.line(change)}: {change.what}"
    for path in dict.fromkeys(done.refused):
        yield f"left {_short(path)} as it is: it could not be changed without risk"
    if done.after.pack is None:
        yield f"ids of {_short(done.before.path)} are written when no error is left"


def diff(paths: Sequence[Path]) -> int:
    """Prints what `fix` would change, as a patch.

    Returns:
        1 if there is something to change, else 0.
    """
    changes = 0
    for path in paths:
        done = mend(path)
        for part in done.before.parts:
            source = part.source
            if source.path in done.texts:
                changes += 1
                _print_patch(_short(source.path), source.raw.decode(), done.texts[source.path])
    return 1 if changes else 0


def _print_patch(name: str, old: str, new: str) -> None:
    lines = unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    for line in lines:
        show([line.rstrip("\r\n")])
        if not line.endswith("\n"):
            show(["\\ No newline at end of file"])


def _short(path: Path) -> str:
    here, path = Path.cwd(), path.absolute()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
